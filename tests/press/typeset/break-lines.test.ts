import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines } from '@/press/typeset/lines/break-lines'
import { breakTitle } from '@/press/typeset/lines/break-title'
import { isClosingMark, isOpeningMark, lineWidthOf } from '@/text/line-setting'

const none = { count: 0, spacing: 0, indent: 0 }
const face = { weight: 'regular', marks: 'corner' } as const
const regular = { width: 14_000, indent: 2000, ...face } as const

const cut = (text: string, lines: readonly { readonly count: number }[]): string[] => {
  let at = 0
  return lines.map(({ count }) => text.slice(at, (at += count)))
}
const linesOf = (text: string, measure = regular) => cut(text, breakLines(text, measure))

/** Chinese text with marks, numbers and Latin words, as in a newspaper. */
const fragment = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.string({
      unit: fc.constantFrom(...'报纸版面读者手指桥上灯河水人家今天明早'),
      minLength: 1,
      maxLength: 12,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom('，', '。', '；', '：“', '。”', '？', '！', '、', '（甲）', '《桥》', '——', '……'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '2026',
      '3.5',
      '75kB',
      'App',
      'Wi-Fi',
      'SHA-256',
      'IndexedDB',
      '021-37689000',
      '50%',
      'A4',
    ),
  },
)
const prose = fc.array(fragment, { minLength: 1, maxLength: 60 }).map((fragments) => fragments.join(''))

describe('breaking a paragraph into lines', () => {
  it('sets whole lines of a whole number of ems without spacing', () =>
    expect(breakLines('字'.repeat(12 + 14 + 14 + 3), regular)).toEqual([
      { count: 12, spacing: 0, indent: 2000 },
      { count: 14, spacing: 0, indent: 0 },
      { count: 14, spacing: 0, indent: 0 },
      { count: 3, spacing: 0, indent: 0 },
    ]))

  it('loses no character, and keeps their order', () =>
    fc.assert(
      fc.property(prose, (text) => {
        expect(linesOf(text).join('')).toBe(text)
      }),
      { numRuns: 300 },
    ))

  it('begins no line with a closing mark and ends none with an opening one', () =>
    fc.assert(
      fc.property(prose, (text) => {
        const lines = linesOf(text)
        lines
          .slice(1)
          .forEach((line) => expect(isClosingMark([...line][0] ?? ''), line).toBe(text.length > 0 && isOnlyMarks(line)))
        lines.slice(0, -1).forEach((line) => expect(isOpeningMark([...line].at(-1) ?? ''), line).toBe(false))
      }),
      { numRuns: 300 },
    ))

  it('breaks no number, no word and no double dash', () =>
    fc.assert(
      fc.property(prose, (text) => {
        const lines = linesOf(text)
        lines.slice(1).forEach((line, index) => {
          const [before, after] = [[...(lines[index] ?? '')].at(-1) ?? '', [...line][0] ?? '']
          expect(/[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after) && !isTooLong(text)).toBe(false)
          expect(before === '—' && after === '—' && /^——$/.test(before + after)).toBe(false)
        })
      }),
      { numRuns: 300 },
    ))

  it('fills every line but the last, to half a thousandth of an em a gap, unless it would need too much spacing', () =>
    fc.assert(
      fc.property(prose, (text) => {
        const set = breakLines(text, regular)
        cut(text, set).forEach((line, index) => {
          const { spacing, indent } = set[index] ?? none
          const gaps = [...line].length - 1
          const width = lineWidthOf(line, face) + indent + spacing * gaps
          expect(width).toBeLessThanOrEqual(14_000 + gaps / 2)
          if (index < set.length - 1 && gaps > 0 && spacing < 250)
            expect(width).toBeGreaterThanOrEqual(14_000 - gaps / 2)
        })
      }),
      { numRuns: 300 },
    ))

  it('gives the same lines twice', () =>
    fc.assert(
      fc.property(prose, (text) => {
        expect(breakLines(text, regular)).toEqual(breakLines(text, regular))
      }),
    ))

  it('breaks a word that is longer than the line instead of overflowing', () => {
    const text = `见${'x'.repeat(60)}。`
    expect(linesOf(text).join('')).toBe(text)
    const set = breakLines(text, regular)
    cut(text, set).forEach((line, index) => {
      const { spacing, indent } = set[index] ?? none
      expect(lineWidthOf(line, face) + indent + spacing * (line.length - 1)).toBeLessThanOrEqual(
        14_000 + line.length / 2,
      )
    })
  })

  it('keeps a pair of code units together', () =>
    expect(linesOf('𠮷'.repeat(30)).every((line) => line.length % 2 === 0)).toBe(true))
})

/** A line of nothing but marks, in which no rule can be kept. */
const isOnlyMarks = (line: string): boolean =>
  [...line].every((character) => isClosingMark(character)) && line.length > 12
const isTooLong = (text: string): boolean => /[A-Za-z0-9.\-%]{24,}/.test(text)

describe('breaking a title', () => {
  const bold = { weight: 'bold', marks: 'corner' } as const
  const wish = { width: 24_500, sizes: [1600, 1200, 900], mostLines: 2, align: 'center', face: bold } as const
  const titleLines = (title: string, over = {}) => cut(title, breakTitle(title, { ...wish, ...over }).lines)

  it('takes the largest size at which the title fits in one line', () =>
    expect(breakTitle('把整张报纸放进口袋里', wish)).toMatchObject({
      size: 1600,
      lines: [{ count: 10 }],
    }))
  it('breaks where the writer left a space', () =>
    expect(titleLines('整张报纸装进口袋里 断网也能从头看到尾')).toEqual(['整张报纸装进口袋里 ', '断网也能从头看到尾']))
  it('breaks between words', () =>
    expect(titleLines('居民手机上看报纸明天起不用网络也能看', { sizes: [1600] }).join('|')).not.toMatch(
      /网\|络|手\|机|报\|纸|明\|天/,
    ))
  it('keeps together what the article’s text keeps together, even if no word list knows it', () => {
    const title = '城北晴空谷学园'
    const narrow = { width: 9000, sizes: [1600] }
    const text = '昨天，晴空谷学园在城北揭牌。晴空谷里，学园很新。晴空谷有雨，学园有晴天。'
    expect(titleLines(title, narrow)).toEqual(['城北晴空', '谷学园'])
    expect(titleLines(title, { ...narrow, text })).toEqual(['城北', '晴空谷学园'])
  })
  it('does not break between characters that no word list knows', () => {
    // The word list has 叶, 榭, 桥, 堍, 晚 and 市 one by one, though 桥堍 and 晚市 are words.
    expect(titleLines('叶榭桥堍晚市今天开张', { sizes: [1600], width: 15_000 })).toEqual(['叶榭桥堍晚市', '今天开张'])
  })
  it('does not separate a place name from its kind of place', () => {
    const even = { sizes: [1600], width: 28_000 }
    expect(titleLines('昨天下午，北京区与中西医结合医院签约结对', even)).toEqual([
      '昨天下午，北京区',
      '与中西医结合医院签约结对',
    ])
  })
  it('keeps words together that are adjacent in the article’s text, and a number with what it counts', () => {
    const even = { sizes: [1600], width: 14_000 }
    const known = '大家关心地震灾区生活用水'
    for (const text of ['', '地震灾区要用水。'])
      expect(titleLines(known, { ...even, text })).toEqual(['大家关心', '地震灾区生活用水'])
    const title = '城西老街居民生活用水'
    expect(titleLines(title, even)).toEqual(['城西老街', '居民生活用水'])
    expect(titleLines(title, { ...even, text: '老街居民要用水。' })).toEqual(['城西老街居民', '生活用水'])
    expect(titleLines('二十支工作队今天赴农村', even)).toEqual(['二十支工作队', '今天赴农村'])
  })
  it('begins a line with a name rather than separate two words', () => {
    // No word list knows 蓝, 莲 and 荇: next to each other, after a known word, they are a name.
    expect(titleLines('大家关心灾区人民蓝莲荇打电话亲切慰问', { sizes: [1600], width: 20_000 })).toEqual([
      '大家关心灾区人民',
      '蓝莲荇打电话亲切慰问',
    ])
  })
  it('breaks a line that is too long to read at a glance, though it fits', () => {
    const long = '一个小时读完一份报纸明天早晨放进口袋里带走'
    const wide = { sizes: [1600], width: 60_000 }
    expect(titleLines(long, wide)).toHaveLength(1)
    expect(titleLines(long, { ...wide, longestLine: 20_000 })).toHaveLength(2)
  })
  it('takes a slightly smaller size rather than a bad break, and the break rather than a much smaller size', () => {
    const narrow = { width: 9000, align: 'start' } as const
    expect(breakTitle('蓝莲荇堍铺埠', { ...wish, ...narrow, sizes: [1600, 1450] })).toMatchObject({
      size: 1450,
      lines: [{ count: 6 }],
    })
    expect(breakTitle('蓝莲荇堍铺埠', { ...wish, ...narrow, sizes: [2400, 1450] })).toMatchObject({
      size: 2400,
      lines: [{ count: 3 }, { count: 3 }],
    })
  })
  it('loses no character of any title', () =>
    fc.assert(
      fc.property(prose, fc.integer({ min: 3000, max: 30_000 }), (title, width) => {
        const { size, lines } = breakTitle(title, { ...wish, width, mostLines: 3 })
        expect(cut(title, lines).join('')).toBe(title)
        for (const [index, line] of cut(title, lines).entries()) {
          const indent = lines[index]?.indent ?? 0
          expect(((lineWidthOf(line.trimEnd(), bold) + indent) * size) / 1000).toBeLessThanOrEqual(
            Math.max(width, size) + 1,
          )
        }
      }),
      { numRuns: 200 },
    ))
})

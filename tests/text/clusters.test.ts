import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advanceOf, drawingOf } from '@/text/advance'
import { clustersOf, withoutUnseen, wholeBefore } from '@/text/clusters'
import { lineWidthOf, segmentsOf } from '@/text/line-setting'

const face = { weight: 'regular', marks: 'corner' } as const
const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

describe('what a person takes for one character', () => {
  it.each([
    ['a letter with an accent of its own', 'e\u0301', 1],
    ['a letter with two accents', 'ê\u0304', 1],
    ['a Han character with a selector', '辻\u{e0100}', 1],
    ['a flag', '🇲🇳🇰🇿', 2],
    ['the flag of a part of a country', '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}', 1],
    ['a tone of skin', '🙏🏿🤝🏻', 2],
    ['a profession', '👩🏽\u200d🚒', 1],
    ['a heart in flames', '❤\ufe0f\u200d🔥', 1],
    ['a keycap', '#\ufe0f\u20e3*\ufe0f\u20e3', 2],
    ['a syllable of jamo', '\u1112\u1161\u11ab\u1100\u1173\u11af', 2],
    ['a Thai consonant with vowel and tone', 'น้ำ', 1],
    ['a Tibetan stack', 'རྒྱ', 1],
    ['kana with a voicing mark', 'か\u3099', 1],
    ['a character and a zero-width space', '桥\u200b', 1],
    ['a byte order mark and a character', '\ufeff桥', 1],
  ])('is %s', (_, text, count) => expect(clustersOf(text)).toHaveLength(count))

  it('is the same as for the rules of Unicode, but for what is not drawn', () => {
    const unit = fc.constantFrom(
      ...[
        '报',
        'a',
        '1',
        ' ',
        '\u0301',
        '\u0323',
        '\ufe0f',
        '\u20e3',
        '🇫',
        '🇷',
        '👩',
        '🏽',
        '\u200d',
        '❤',
        '葛',
        '\u{e0100}',
      ],
      ...['\u1112', '\u1161', '\u11ab', '가', 'ก', '\u0e33', 'ན', '\u0f72', 'س', '\u064e', '𠮷', '\n'],
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const ours = new Set<number>()
        let at = 0
        for (const cluster of clustersOf(text)) ours.add((at += cluster.length))
        expect(at).toBe(text.length)
        const theirs = [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length)
        for (const end of ours) expect(theirs).toContain(end)
        // What begins a text, or follows a line's end, without a letter before it is no case of real text.
        if (!/(?:^|\n)[\u0301\u0323\ufe0f\u20e3\u200d\u{1f3fd}\u{e0100}\u0e33\u0f72\u064e]/u.test(text))
          expect([...ours]).toEqual(theirs)
      }),
    )
  })

  it.each(['\u200b', '\u0301', '\u1100', '😀\u200d', 'a\u200b', '🇨', '\u{e0100}'])(
    'is found in time for a long text of %j',
    (unit) => {
      const started = performance.now()
      expect(clustersOf(unit.repeat(50_000)).join('')).toHaveLength(unit.length * 50_000)
      expect(performance.now() - started).toBeLessThan(1000)
    },
  )

  it('is not divided by a cut', () => {
    expect(wholeBefore('全家👨\u200d👩\u200d👧都来', 5)).toBe(2)
    expect(wholeBefore('报纸', 1)).toBe(1)
  })
})

describe('widths', () => {
  it.each([
    ['\u200b', 0],
    ['\u200e', 0],
    ['\u2060', 0],
    ['\u00ad', 0],
    ['\ufeff', 0],
    ['桥\u200b', 1000],
    ['辻\u{e0100}', 1000],
    ['⸺', 2000],
    ['\u00a0', advanceOf(' ', 'regular')],
    ['\u2003', 1000],
    ['\u2009', 200],
    ['\u1112\u1161\u11ab', 1000],
  ])('of %j is %i', (text, width) => expect(lineWidthOf(text, face)).toBe(width))

  it.each(['ü', 'ǚ', 'ń', 'ɡ', 'ʂ', 'ə', 'ř', 'Ł', 'ế', 'Ω', 'ж', 'e\u0301', 'm\u0304', 'ê\u030c', 'ʈ\u02b0'])(
    'of %s are those of the setting face, in both weights',
    (text) => {
      for (const weight of ['regular', 'bold'] as const) {
        for (const cluster of clustersOf(text)) expect(drawingOf(cluster, weight)).toBe('face')
        expect(lineWidthOf(text, { ...face, weight })).toBeGreaterThan(200)
        expect(lineWidthOf(text, { ...face, weight })).toBeLessThan(1100)
      }
    },
  )
  it.each([
    ['e\u0301', 'é'],
    ['u\u0308\u030c', 'ǚ'],
    ['A\u030a', 'Å'],
  ])('of a letter do not depend on how it is written: %s', (apart, whole) =>
    expect(lineWidthOf(apart, face)).toBe(lineWidthOf(whole, face)),
  )
})

describe('a line as it is drawn', () => {
  const boxesIn = (line: string): string[] => segmentsOf(line, face).flatMap(({ text, box }) => (box ? [text] : []))

  it.each([
    ['街名Łódź和Škofja', []],
    ['拼音lǜ sè，音标[ʂʐ̩]', []],
    ['字\u200b和\u2060字', []],
    ['国旗🇲🇳🇰🇿', ['🇲🇳', '🇰🇿']],
    ['全家👩\u200d👩\u200d👦去', ['👩\u200d👩\u200d👦']],
    ['按#\ufe0f\u20e3键', ['#\ufe0f\u20e3']],
    ['辻\u{e0100}先生', ['辻\u{e0100}']],
    ['写作شكرا جزيلا，', ['شكرا جزيلا']],
    ['（תודה רבה!）', ['תודה רבה']],
    ['共有٣٥ كتابا两种', ['٣٥ كتابا']],
    ['藏文བོད་ཡིག。', ['བོད་ཡིག']],
    ['泰文ขอบคุณ好', ['ขอบคุณ']],
    ['印地文धन्यवाद好', ['धन्यवाद']],
  ])('in “%s” boxes hold %j', (line, boxes) => expect(boxesIn(line)).toEqual(boxes))

  it('is made of segments that, joined, are the line', () => {
    const unit = fc.constantFrom(
      ...'报，“ae1 \u00a0\u200b\u0301\u00adسلשำก',
      '🇫',
      '🇷',
      '👩',
      '\u200d',
      '\ufe0f',
      '\u{e0100}',
      '\ue000',
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (line) => {
        const segments = segmentsOf(line, face)
        expect(segments.map(({ text }) => text).join('')).toBe(line)
      }),
    )
  })

  it('is as wide as its segments', () => {
    const unit = fc.constantFrom(...'报，“ae1 \u00a0سلשกཀ', '🇫🇷', '👩🏽', 'e\u0301', '桥\u200b', '辻\u{e0100}', '⸺')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (line) => {
        const width = segmentsOf(line, face).reduce((sum, { text, box, extra }) => {
          if (box) return sum + box.width + extra
          return sum + clustersOf(text).reduce((own, cluster) => own + advanceOf(cluster, 'regular') + extra, 0)
        }, 0)
        expect(width).toBe(lineWidthOf(line, face))
      }),
    )
  })

  it('shows nothing of what has no width', () =>
    expect(withoutUnseen('河\u200b畔\u2060步\u00ad道\ufeff')).toBe('河畔步道'))
})

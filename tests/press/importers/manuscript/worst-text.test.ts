import { describe, expect, it } from 'vitest'
import { textOf } from '@/bundle/article-text'
import { articleFile, filesOf, readFiles } from '../../../support/manuscript'

const read = (body: string) => {
  const { manuscript, report } = readFiles(filesOf({ 'page-01/01.md': articleFile('headline: 甲', body) }))
  return { blocks: manuscript?.draft.articles[0]?.blocks ?? [], whys: report.findings.map(({ why }) => why) }
}
/** Processor time, which other processes on the machine do not lengthen. */
const msOf = (act: () => unknown): number => {
  const started = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}
/** A slow machine takes a third of it for what is well, and a fast one far more for what is not. */
const mostMs = 20_000
const deep = "a manuscript can't contain lists and quotations that stand in one another more than 20 deep"

describe('a text that is nested too deeply', () => {
  const nests: readonly (readonly [string, string])[] = [
    ['3,000 lists, a line each', Array.from({ length: 3000 }, (_, no) => `${'  '.repeat(no)}- 第${no}`).join('\n')],
    ['3,000 lists on one line', `${'- '.repeat(3000)}甲`],
    ['numbered lists', `${'1. '.repeat(2000)}甲`],
    ['quotations', `${'> '.repeat(3000)}甲`],
    ['quotations without blanks', `${'>'.repeat(3000)}甲`],
    ['lists and quotations in turn', `${'> - '.repeat(1500)}甲`],
    ['lists, indented by tabs', Array.from({ length: 400 }, (_, no) => `${'\t'.repeat(no)}* 第${no}`).join('\n')],
    ['many lines of it', `${'- '.repeat(30)}甲\n`.repeat(800)],
  ]
  it.each(nests)('is a finding, and read in time: %s', (_, body) => {
    let found = read('甲')
    expect(msOf(() => (found = read(body)))).toBeLessThan(mostMs)
    expect(found.whys.join('\n')).toContain(deep)
    expect(textOf(found.blocks)).toMatch(/甲|第/)
  })

  it.each([
    ['a ruled line', '甲\n\n- - - - - - - - - - - - - - - - - - - - - - - -\n\n乙'],
    ['a list in lists', '- 甲\n  - 乙\n    - 丙\n      1. 丁'],
    ['dashes in a verse', `\`\`\`verse\n—— ${'— '.repeat(40)}\n\`\`\``],
    ['an indented verse', `\`\`\`verse\n${' '.repeat(80)}甲\n\`\`\``],
  ])('is not %s', (_, body) => expect(read(body).whys.join('\n')).not.toContain('deep'))
})

describe('lines without a blank one between them', () => {
  const line = (no: number): string => `第${no}行`
  const lines = (count: number): string => Array.from({ length: count }, (_, no) => line(no)).join('\n')
  it.each([
    ['in a list', '- '],
    ['in a numbered list', '1. '],
    ['in a quotation', '> '],
    ['in lists of lists', '- - - - - '],
    ['in a paragraph', ''],
  ])('are parted where they are too many, without losing one, and in time: %s', (_, opening) => {
    let found = read('甲')
    expect(msOf(() => (found = read(opening + lines(12_000))))).toBeLessThan(mostMs)
    expect(found.whys.join('\n')).toContain('more than 1000 lines without a blank one')
    expect(textOf(found.blocks).replace(/\s/gu, '')).toBe(lines(12_000).replace(/\s/gu, ''))
  })

  it('are one paragraph as long as anybody writes', () => {
    const { blocks, whys } = read(lines(900))
    expect(blocks).toHaveLength(1)
    expect(whys.join('\n')).not.toContain('lines without')
  })
})

describe('marks of Markdown in one paragraph', () => {
  it.each(['朮\u{fffd}**', '*甲_', '**甲**', '[甲](', '`甲', '<甲', '![', '甲**乙*丙'])(
    'are printed as they stand where they are too many, in time: %s',
    (piece) => {
      let found = read('甲')
      const text = piece.repeat(12_000)
      expect(msOf(() => (found = read(text)))).toBeLessThan(mostMs)
      expect(found.whys.join('\n')).toContain('more than 1000 marks in one paragraph')
      // Nothing is lost but marks that were read.
      const letters = (of: string): number => [...of].filter((character) => /\p{L}/u.test(character)).length
      expect(letters(textOf(found.blocks))).toBe(letters(text))
    },
  )

  it('are printed as they stand where the whole article has too many, and lines too; what is before them is read', () => {
    const paragraph = `**甲**${'*乙* '.repeat(100)}\n\n`
    const marked = read(paragraph.repeat(60))
    expect(marked.whys.join('\n')).toContain('more than 5000 marks in one article')
    expect(textOf(marked.blocks.slice(0, 1))).not.toContain('*')
    expect(textOf(marked.blocks.slice(-1))).toContain('*乙*')
    const long = read('- 甲\n\n## 乙\n\n'.repeat(5000))
    expect(long.whys.filter((why) => why.includes('more than 3000 lines in one article'))).toHaveLength(1)
    expect(textOf(long.blocks).match(/甲/gu)).toHaveLength(5000)
    expect(textOf(long.blocks.slice(-1))).toBe('## 乙\n')
  })

  it('mean what they mean in a text as anybody writes it', () => {
    const { blocks, whys } = read(Array.from({ length: 200 }, (_, no) => `**第${no}**`).join('，'))
    expect(textOf(blocks)).not.toContain('*')
    expect(whys).toEqual([])
  })
})

describe('settings that are nested too deeply', () => {
  const nests: readonly (readonly [string, string])[] = [
    ['lists on one line', `editor: ${'- '.repeat(12_000)}甲`],
    ['lists on a line of their own', `editor:\n  ${'- '.repeat(12_000)}甲`],
    ['keys without a name', `editor:\n  ${'? '.repeat(12_000)}甲`],
    ['values without a key', `${': '.repeat(12_000)}甲`],
    ['values without a key between others', `label: 1\n${': '.repeat(12_000)}甲: 乙\nname: 要闻`],
    ['values without a key in a list', `editor: [甲, ${': '.repeat(12_000)}乙]\nname: 要闻`],
    ['brackets', `editor: ${'['.repeat(12_000)}甲`],
    ['braces', `editor: ${'{'.repeat(12_000)}甲`],
    ['maps, a line each', Array.from({ length: 3000 }, (_, no) => `${' '.repeat(no)}甲:`).join('\n')],
  ]
  it.each(nests)('are a finding: %s', (_, yaml) => {
    const files = filesOf({ 'page-01/page.yaml': `${yaml}\n`, 'page-01/01.md': articleFile('headline: 甲', '甲') })
    expect(readFiles(files).report.findings.map(({ code }) => code)).toContain('bad-yaml')
  })
  it.each(nests)('are one in front matter too: %s', (_, yaml) => {
    const files = filesOf({ 'page-01/01.md': articleFile(yaml, '甲') })
    expect(readFiles(files).report.findings.map(({ code }) => code)).toContain('bad-yaml')
  })
})

describe('a table', () => {
  const table = (columns: number): string =>
    [' 甲 ', '---', ' 乙 '].map((cell) => `|${`${cell}|`.repeat(columns)}`).join('\n')
  it.each([41, 300, 2000])('of %i columns is a finding, and its text is kept', (columns) => {
    const { blocks, whys } = read(table(columns))
    expect(whys.join('\n')).toContain('a table of more than 40 columns')
    expect(textOf(blocks).match(/[甲乙]/gu)).toHaveLength(2 * columns)
  })
  it('of 40 columns is a table', () => expect(read(table(40)).blocks).toMatchObject([{ kind: 'table', columns: 40 }]))
})

describe('any 50 kB of marks', () => {
  const units = [
    '[',
    '![',
    '*',
    '_',
    '**甲 ',
    '*a _b ',
    '`',
    '`` ` ',
    '<',
    '&',
    '<a ',
    '<!',
    '](',
    '[甲](',
    '|',
    '| a\n',
    '#',
    '~',
    '\\',
    '"',
    '- \n',
    '1.\n',
    '>\n',
    '甲 ',
    '\t',
    '“',
    '[^',
    '\r',
    '\0',
  ]
  it.each(units)('is read in time: %j', (unit) => {
    const body = unit.repeat(Math.floor(50_000 / unit.length))
    expect(msOf(() => read(body))).toBeLessThan(mostMs)
  })
})

describe('an empty item or quotation', () => {
  it.each(['-', '- \n- 甲', '1.', '>', '- >', '* \n\n甲'])('is no error: %j', (body) =>
    expect(() => read(body)).not.toThrow(),
  )
})

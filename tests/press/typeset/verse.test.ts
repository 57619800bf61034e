import { describe, expect, it } from 'vitest'
import { lineWidthOf } from '@/text/line-setting'
import { spanWidth } from '@/press/typeset/grid'
import { drawnLines, type DrawnTextLine } from '../../support/drawn-lines'
import { frontGrid as grid } from '../../support/generated-page'
import { hardPages } from '../../support/hard-pages'
import { articleFile } from '../../support/manuscript'
import { setFiles, type SetFiles } from '../../support/set-issue'
import { settingFaults } from '../../support/setting-faults'

const verse = (...stanzas: readonly (readonly string[])[]): string =>
  ['```verse', stanzas.map((lines) => lines.join('\n')).join('\n\n'), '```'].join('\n')
const linesOf = (set: SetFiles): DrawnTextLine[] => drawnLines(set, 1).filter(({ style }) => style === 'verse')
const stanza = (name: string, lines: number): string[] =>
  Array.from({ length: lines }, (_, index) => `${name}章第${index + 1}行，`)
/** A poem over so many columns, with an article beside it. */
const setPoem = (columns: number, ...stanzas: readonly (readonly string[])[]) =>
  setFiles({
    'page-01/1.md': articleFile(`headline: 诗\nweight: standard\ncolumns: ${columns}`, verse(...stanzas)),
    'page-01/2.md': articleFile(
      `headline: 文\nweight: standard\ncolumns: ${5 - columns}`,
      '渡口的早晨从汽笛开始。'.repeat(40 * (5 - columns)),
    ),
  })

describe('a poem', () => {
  it('has each of its stanzas whole in one column', async () => {
    for (const columns of [2, 3, 4]) {
      const set = await setPoem(columns, stanza('甲', 5), stanza('乙', 7), stanza('丙', 4), stanza('丁', 6))
      expect(settingFaults(set)).toEqual([])
      for (const name of ['甲', '乙', '丙', '丁']) {
        const own = linesOf(set).filter(({ leaf }) => leaf.startsWith(name))
        expect(new Set(own.map(({ frame }) => frame.x)).size).toBe(1)
      }
    }
  })

  it('has a blank row between two stanzas in a column, and none at a column’s head', async () => {
    const set = await setPoem(2, stanza('甲', 4), stanza('乙', 4), stanza('丙', 4), stanza('丁', 4))
    const head = (name: string): DrawnTextLine | undefined => linesOf(set).find(({ leaf }) => leaf.startsWith(name))
    expect((head('乙')?.y ?? 0) - (head('甲')?.y ?? 0)).toBe(5 * grid.leading)
    expect(head('丙')?.y).toBe(head('甲')?.y)
    expect(head('丙')?.x).toBeGreaterThan(head('乙')?.x ?? 0)
  })

  it('cuts only a stanza that is very long, and leaves no line of it alone', async () => {
    const set = await setPoem(3, stanza('长', 41))
    expect(settingFaults(set)).toEqual([])
    const columns = new Set(linesOf(set).map(({ frame }) => frame.x))
    expect(columns.size).toBe(3)
    for (const x of columns) expect(linesOf(set).filter(({ frame }) => frame.x === x).length).toBeGreaterThan(1)
  })

  it('has a line that is too long turned over and set in, and never letterspaced', async () => {
    const long = '等它的汽笛从雾里慢慢地像一句被忘记很久的话那样传过来'
    const set = await setPoem(1, [...stanza('甲', 6), long, ...stanza('乙', 6)])
    const turned = linesOf(set).filter(({ leaf }) => leaf === long)
    expect(turned.length).toBeGreaterThan(1)
    for (const line of turned.slice(1)) expect(line.x - (turned[0]?.x ?? 0)).toBeCloseTo(2 * grid.bodySize, -1)
    expect(turned[0]?.indent).toBe(0)
    expect(linesOf(set).filter(({ spacing }) => spacing > 0)).toEqual([])
    expect(turned.map(({ text }) => text).join('')).toBe(long)
  })

  it('of many long lines stands in wider columns, where they are whole', async () => {
    const long = ['他把手伸进江水里，说水是暖的，说水里有码头', '等一艘不会准时的船，等它的汽笛从雾里传过来']
    const set = await setPoem(4, [...long, '一，二，三'], [...long, '水是暖的'])
    expect(settingFaults(set)).toEqual([])
    expect(linesOf(set).filter(({ text, leaf }) => text !== leaf)).toEqual([])
    expect(new Set(linesOf(set).map(({ frame }) => frame.x)).size).toBe(2)
  })

  it('stands in the middle of its column by its longest line', async () => {
    const set = await setPoem(1, ['潮来沙岸阔，', '风定橹声轻。'])
    const [first] = linesOf(set)
    const width = (lineWidthOf('潮来沙岸阔，', { weight: 'regular', marks: 'corner' }) * grid.bodySize) / 1000
    const [left, right] = [(first?.x ?? 0) - (first?.frame.x ?? 0), grid.columnWidth - width]
    expect(left * 2).toBeCloseTo(right, -1)
  })

  it('shares the width among as many columns as its stanzas fill, so that none beside it stays empty', async () => {
    const set = await setFiles({
      'page-01/1.md': articleFile('headline: 诗', verse(stanza('甲', 9), stanza('乙', 9), stanza('丙', 9))),
    })
    expect(settingFaults(set)).toEqual([])
    const lefts = [...new Set(linesOf(set).map(({ frame }) => frame.x))]
    const widths = new Set(linesOf(set).map(({ frame }) => frame.width))
    expect(lefts).toHaveLength(3)
    expect([...widths].map((width) => Math.round((3 * width + 2 * grid.gutter) / spanWidth(grid, 5)))).toEqual([1])
  })

  it('goes on elsewhere only between two stanzas', async () => {
    const stanzas = Array.from({ length: 60 }, (_, index) => stanza(String.fromCodePoint(0x4e00 + index), 6))
    const set = await setFiles({
      'page-01/1.md': articleFile('headline: 长诗\nweight: lead\ncontinues_on: 2', verse(...stanzas)),
      'page-02/1.md': articleFile('headline: 文', '渡口的早晨从汽笛开始。'.repeat(20)),
    })
    expect(settingFaults(set)).toEqual([])
    const [before, after] = [linesOf(set).at(-1), drawnLines(set, 2).find(({ style }) => style === 'verse')]
    expect(before?.text).toContain('第6行')
    expect(after?.text).toContain('第1行')
  })
})

describe('the page of poems', () => {
  it('keeps the lines of its regulated and its translated poems whole', async () => {
    const set = await setFiles(hardPages)
    const lines = drawnLines(set, 4).filter(({ style }) => style === 'verse')
    const turned = new Set(lines.filter(({ text, leaf }) => text !== leaf).map(({ leaf }) => leaf.slice(0, 4)))
    expect([...turned]).toEqual(['数到第七'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxOf } from '@/bundle/set-runs'
import { lineWidthOf } from '@/text/line-setting'
import { spanWidth } from '@/press/typeset/grid'
import { drawnLines, labelsOn, type DrawnTextLine } from '../../support/drawn-lines'
import { frontGrid as grid } from '../../support/generated-page'
import { hardPages } from '../../support/hard-pages'
import { howMany } from '../../support/how-many'
import { articleFile } from '../../support/manuscript'
import { setFiles, type SetFiles } from '../../support/set-issue'
import { settingFaults } from '../../support/setting-faults'
import { overlap } from '../../support/set-text'

const table = (rows: readonly (readonly string[])[]): string => {
  const [head = [], ...body] = rows.map((row) => `| ${row.join(' | ')} |`)
  return [head, `|${(rows[0] ?? []).map(() => '---|').join('')}`, ...body].join('\n')
}
const text = (characters: number): string => '渡口的早晨从汽笛开始。'.repeat(Math.ceil(characters / 11))
/** A page of one article. */
const setOne = (head: string, body: string) => setFiles({ 'page-01/1.md': articleFile(`headline: 表\n${head}`, body) })
/** An article of so many columns, with another beside it. */
const setOver = (columns: number, body: string) =>
  setFiles({
    'page-01/1.md': articleFile(`headline: 表\nweight: standard\ncolumns: ${columns}`, body),
    'page-01/2.md': articleFile(`headline: 文\nweight: standard\ncolumns: ${5 - columns}`, text(500 * (5 - columns))),
  })

const ranking = (rows: number): string[][] => [
  ['名次', '代表队', '赛', '胜', '平', '负', '进球', '失球', '积分'],
  ...Array.from({ length: rows }, (_, index) => [
    `${index + 1}`,
    ['河口渔港', '北岸机械'][index % 2] ?? '',
    '30',
    `${20 - (index % 12)}`,
    '3',
    `${7 + (index % 12)}`,
    `${61 - (index % 12)}`,
    '18',
    `${63 - (index % 30)}`,
  ]),
]

const cells = (set: SetFiles, page = 1): DrawnTextLine[] =>
  drawnLines(set, page).filter(({ style }) => style === 'table')
const frameWidths = (set: SetFiles, page = 1): number[] => [
  ...new Set(cells(set, page).map(({ frame }) => frame.width)),
]
const codes = (set: SetFiles): string[] => set.report.findings.map(({ code }) => code)

describe('a table on a page', () => {
  it('stands over as many columns as its words want, and no word of it is parted', async () => {
    const set = await setOver(3, `${text(500)}\n\n${table(ranking(8))}`)
    expect(settingFaults(set)).toEqual([])
    expect(Math.min(...frameWidths(set))).toBeGreaterThan(grid.columnWidth)
    expect(cells(set).filter(({ text, leaf }) => text !== leaf)).toEqual([])
  })

  it('makes its article as wide as it wants to be, whatever the article’s weight', async () => {
    const set = await setFiles({
      'page-01/1.md': articleFile('headline: 表\nweight: brief', table(ranking(8))),
      'page-01/2.md': articleFile('headline: 文\nweight: lead', text(2500)),
    })
    expect(Math.min(...frameWidths(set))).toBeGreaterThan(grid.columnWidth)
    expect(cells(set).filter(({ text, leaf }) => text !== leaf)).toEqual([])
  })

  it('stays in one column where its words have room there', async () => {
    const rows = [['品种', '价格'], ...Array.from({ length: 5 }, () => ['带鱼', '12元'])]
    const set = await setOver(3, `${text(600)}\n\n${table(rows)}\n\n${text(600)}`)
    expect(frameWidths(set)).toEqual([grid.columnWidth])
  })

  it('has text beside it in an article that is wider than it wants to be and long enough', async () => {
    const set = await setOne('weight: lead', `${text(900)}\n\n${table(ranking(8))}\n\n${text(900)}`)
    expect(settingFaults(set)).toEqual([])
    const [width = 0] = frameWidths(set)
    expect(width).toBeLessThan(spanWidth(grid, 5))
    expect(width).toBeGreaterThan(grid.columnWidth)
    const [first] = cells(set)
    const beside = drawnLines(set, 1).filter(
      ({ style, y, x }) => style === 'body' && Math.abs(y - (first?.y ?? 0)) < 2 * grid.leading && x < (first?.x ?? 0),
    )
    expect(beside.length).toBeGreaterThan(0)
  })

  it('stands between the text before it and the text after it, all of which is read from the top down', async () => {
    const set = await setOver(2, `${'前文一句。'.repeat(60)}\n\n${table(ranking(8))}\n\n${'后文一句。'.repeat(60)}`)
    const lines = drawnLines(set, 1)
    const rows = (own: readonly DrawnTextLine[]): number[] => own.map(({ y }) => y)
    const [before, after] = ['前', '后'].map((word) => rows(lines.filter(({ leaf }) => leaf.startsWith(word))))
    expect(Math.max(...(before ?? []))).toBeLessThan(Math.min(...rows(cells(set))))
    expect(Math.min(...(after ?? []))).toBeGreaterThan(Math.max(...rows(cells(set))))
  })

  it('has a rule over its head, one under it and one at its foot, and its head stands on a tint', async () => {
    const set = await setOver(2, table(ranking(8)))
    const [width = 0] = frameWidths(set)
    const grounds = (set.partOf(1).setting?.grounds ?? []).map(({ box, role = 'rule' }) => ({ role, ...boxOf(box) }))
    const rules = grounds.filter((one) => one.role === 'rule' && one.height === 0 && one.width === width)
    const [top, under, foot] = rules.map(({ y }) => y).sort((a, b) => a - b)
    const rows = cells(set).map(({ y }) => y)
    expect(rules).toHaveLength(3)
    expect(top).toBeLessThanOrEqual(Math.min(...rows))
    expect(under).toBeGreaterThan(Math.min(...rows))
    expect(foot).toBeGreaterThanOrEqual(Math.max(...rows) + grid.leading)
    expect(grounds.filter(({ role }) => role === 'tint')).toMatchObject([{ y: top, height: (under ?? 0) - (top ?? 0) }])
  })

  const roll = [['编号', '姓名'], ...Array.from({ length: 60 }, (_, index) => [`${1001 + index}`, '赵文明'])]

  it('has its head again in each column that it goes on in, printed but no text of the article', async () => {
    const set = await setOver(4, table(roll))
    expect(settingFaults(set)).toEqual([])
    const columns = new Set(cells(set).map(({ frame }) => frame.x))
    expect(columns.size).toBe(4)
    const again = labelsOn(set, 1).filter(({ text }) => text === '编号')
    expect(again).toHaveLength(3)
    for (const label of again) {
      const under = cells(set).filter(({ frame }) => frame.x <= label.x && label.x < frame.x + frame.width)
      expect(Math.min(...under.map(({ y }) => y))).toBeGreaterThanOrEqual(label.y + grid.leading)
      expect(under.some((line) => overlap(line, label))).toBe(false)
    }
  })

  it('has its head again on the page that it goes on on, is cut after a row, and keeps the widths of its columns', async () => {
    const set = await setFiles({
      'page-01/1.md': articleFile('headline: 表\nweight: lead\ncontinues_on: 2', table(ranking(200))),
      'page-02/1.md': articleFile('headline: 文', text(200)),
    })
    expect(settingFaults(set)).toEqual([])
    const [before, after] = [cells(set, 1), cells(set, 2)]
    expect(before.at(-1)?.leaf).toMatch(/^\d+$/)
    expect(after[0]?.leaf).toBe(String(before.filter(({ leaf }) => /^河口|^北岸/.test(leaf)).length + 1))
    expect(labelsOn(set, 2).map(({ text }) => text)).toContain('代表队')
    const insets = (own: readonly DrawnTextLine[]) =>
      new Set(own.filter(({ leaf }) => /^河口|^北岸/.test(leaf)).map(({ x, frame }) => Math.round(x - frame.x)))
    expect(insets(after)).toEqual(insets(before))
  })

  it('has its numbers one under the other by their points, and each number with its unit', async () => {
    const prices = ['12.5元', '9元', '1208.75元', '—', '66.5元']
    const set = await setOne(
      '',
      table([['品种', '规格', '零售价'], ...prices.map((price) => ['带鱼', '冰鲜，四两', price])]),
    )
    const own = cells(set).filter(({ leaf }) => /元$/.test(leaf))
    expect(own.map(({ text }) => text)).toEqual(prices.filter((price) => price !== '—'))
    const points = own.map(({ text, x, size }) => {
      const whole = /^\d+/.exec(text)?.[0] ?? ''
      return x + (lineWidthOf(whole, { weight: 'regular', marks: 'corner' }) * size) / 1000
    })
    expect(Math.max(...points) - Math.min(...points)).toBeLessThan(2)
  })

  it('is set in smaller type where it does not fit, and as a list of heads and values where even that does not; both are said', async () => {
    const wide = (columns: number) =>
      table([
        Array.from({ length: columns }, (_, index) => `第${index + 1}项指标`),
        ...['甲', '乙'].map((row) => [...'子丑寅卯辰巳午未申'].slice(0, columns).map((name) => `${row}${name}公司`)),
      ])
    const smaller = await setOver(2, wide(8))
    expect(codes(smaller)).toContain('table-smaller')
    expect(new Set(cells(smaller).map(({ size }) => size)).size).toBe(1)
    expect(cells(smaller)[0]?.size).toBeLessThan(grid.bodySize * 0.9 - 1)

    const list = await setOver(1, wide(9))
    expect(codes(list)).toContain('table-as-list')
    expect(settingFaults(list)).toEqual([])
    expect(cells(list).filter(({ text, leaf }) => text !== leaf)).toEqual([])
    const label = labelsOn(list, 1).find(({ text }) => text === '第3项指标')
    const value = cells(list).find(({ leaf }) => leaf === '乙寅公司')
    expect(label?.y).toBe(value?.y)
    expect(label?.x).toBeLessThan(value?.x ?? 0)
  })

  it('never has a cell narrower than its longest word, or four Han characters, unless it says so', async () => {
    const cell = fc.oneof(
      fc.constantFrom('12.5元', '3%', '—', '', '0512-58312345', '2026年'),
      fc.string({ unit: fc.constantFrom(...'河口渔港北岸机械'), minLength: 1, maxLength: 20 }),
    )
    const tables = fc
      .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 30 }))
      .chain(([columns, rows]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
      .map((rows) => [rows[0]?.map((one, index) => one || `列${index}`) ?? [], ...rows.slice(1)])
    for (const rows of fc.sample(tables, { numRuns: howMany(12, 60), seed: 20_261_124 })) {
      const set = await setOne('weight: second', `${text(300)}\n\n${table(rows)}\n\n${text(60)}`)
      expect(settingFaults(set)).toEqual([])
      const labels = labelsOn(set, 1)
      expect(cells(set).filter((line) => labels.some((label) => overlap(line, label)))).toEqual([])
      if (codes(set).includes('table-as-list')) continue
      for (const { text, leaf } of cells(set).filter((one) => one.index === 0))
        expect(text.length, leaf).toBeGreaterThanOrEqual(Math.min(leaf.length, 4))
    }
  }, 120_000)
})

describe('the hard pages', () => {
  it('hold every character once, in order, over nothing else, and make the same bytes twice', async () => {
    const [set, again] = [await setFiles(hardPages), await setFiles(hardPages)]
    expect(settingFaults(set)).toEqual([])
    expect(set.issueJson).toEqual(again.issueJson)
    expect(codes(set).filter((code) => code.startsWith('table-') || code === 'page-overfull')).toEqual([])
  })

  it('have every word of every cell whole', async () => {
    const set = await setFiles(hardPages)
    const long = /居民凭|老人都可以|渔船每年|摊位每季/
    for (const page of [1, 2, 3, 5])
      expect(cells(set, page).filter(({ text, leaf }) => text !== leaf && !long.test(leaf))).toEqual([])
  })
})

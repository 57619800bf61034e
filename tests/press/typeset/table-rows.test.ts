import { describe, expect, it } from 'vitest'
import { leavesOf } from '@/bundle/article-text'
import { tableRows } from '@/press/typeset/lines/table-rows'
import { frontGrid } from '../../support/generated-page'
import { articleFile } from '../../support/manuscript'
import { setFiles } from '../../support/set-issue'

/** A table as it is set: each cell's distance from the column's edge, its lines, and whether a column may end after it. */
const setTable = async (rows: readonly (readonly string[])[]) => {
  const [head = [], ...body] = rows.map((row) => `| ${row.join(' | ')} |`)
  const text = [head, `|${rows[0]?.map(() => '---|').join('') ?? ''}`, ...body].join('\n')
  const { draft } = await setFiles({ 'page-01/1.md': articleFile('headline: 表', text) })
  const [article] = draft.articles
  if (!article) throw new Error('no article')
  const leaves = leavesOf(article.blocks, 0)
  const columns = rows[0]?.length ?? 1
  const set = tableRows(article, leaves, columns, frontGrid)
  return leaves.map(({ from, text }) => {
    const own = set.flatMap(({ lines, keepsNext }) =>
      lines.filter(({ leafFrom }) => leafFrom === from).map((line) => ({ ...line, keepsNext })),
    )
    return {
      inset: own[0]?.inset ?? 0,
      mayEnd: own.every(({ keepsNext }) => !keepsNext),
      lines: own.map((line) => text.slice(line.from - from, line.from - from + line.line.count).trim()),
    }
  })
}

describe('a table in a column', () => {
  it('has columns as wide as their cells want, so that no word is broken that has room', async () => {
    const cells = await setTable([
      ['语种', '转出', '接入'],
      ['德文', 'Fortsetzung auf Seite 7', 'Fortsetzung von Seite 1'],
    ])
    expect(cells.map(({ lines }) => lines)).toEqual([
      ['语种'],
      ['转出'],
      ['接入'],
      ['德文'],
      ['Fortsetzung', 'auf Seite 7'],
      ['Fortsetzung', 'von Seite 1'],
    ])
  })

  it('stands whole in one column, unless it is long', async () => {
    const rows = (count: number) => Array.from({ length: count }, () => ['甲', '乙'])
    const broken = (count: number) => setTable(rows(count)).then((cells) => cells.filter(({ mayEnd }) => mayEnd).length)
    expect([await broken(12), await broken(13)]).toEqual([2, 26])
  })

  it('shares evenly what short cells leave over', async () => {
    const [first, second, third] = await setTable([
      ['甲', '乙', '丙'],
      ['一', '二', '三'],
    ])
    expect((third?.inset ?? 0) - (second?.inset ?? 0)).toBe((second?.inset ?? 0) - (first?.inset ?? 0))
    expect(second?.inset).toBeGreaterThan(frontGrid.columnWidth / 4)
  })

  it('stays within its column, however long the words are', async () => {
    const cells = await setTable([
      ['a'.repeat(60), '乙'],
      ['一', 'b'.repeat(90)],
    ])
    for (const { inset } of cells) expect(inset).toBeLessThan(frontGrid.columnWidth)
    expect(cells.map(({ lines }) => lines.join(''))).toEqual(['a'.repeat(60), '乙', '一', 'b'.repeat(90)])
  })
})

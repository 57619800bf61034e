import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extentOf, leavesOf } from '@/bundle/article-text'
import { isClosingMark, isOpeningMark, lineWidthOf } from '@/text/line-setting'
import { refine } from '@/press/model/refine'
import type { ArticleDraft } from '@/press/model/draft'
import { breakTitle } from '@/press/typeset/lines/break-title'
import { cutTo, leastLines, linesIn } from '@/press/typeset/copyfit/cuts'
import { levelColumns } from '@/press/typeset/copyfit/fill-columns'
import { createFlows } from '@/press/typeset/lines/flow'
import { rowsOf, type FlowItem } from '@/press/typeset/lines/flow-item'
import { headlineScales } from '@/press/typeset/type-styles'
import { Report } from '@/press/report'
import { frontGrid, textOf, titleOf } from '../../support/generated-page'
import { howMany } from '../../support/how-many'
import { articleFile, filesOf, readFiles } from '../../support/manuscript'

const seed = 20_261_124
const articleCount = howMany(400, 2000)
/** From briefs of 60 characters to reports of 12,000; most are short, as in a paper. */
const length = fc.double({ min: 0, max: 1, noNaN: true }).map((share) => Math.round(60 * 200 ** (share ** 7)))
const article = length.chain((characters) =>
  fc
    .tuple(titleOf(4, 40), textOf(characters))
    .map(([title, paragraphs]) => articleFile(`headline: ${title}`, paragraphs.join('\n\n'))),
)

const manuscriptOf = (articles: readonly string[]): ArticleDraft[] => {
  const texts = Object.fromEntries(
    articles.map((text, index) => [`page-01/${String(index).padStart(4, '0')}.md`, text] as const),
  )
  const { manuscript, codes } = readFiles(filesOf(texts))
  if (!manuscript) throw new Error(codes.join())
  return [...refine(manuscript.draft, new Report()).articles]
}
const articles = manuscriptOf(fc.sample(article, { numRuns: articleCount, seed }))
const flows = createFlows(() => 1.5, frontGrid)
const face = { weight: 'regular', marks: 'corner' } as const
const room = (frontGrid.columnWidth / frontGrid.bodySize) * 1000

/** Lines of a flow with their text, in order. */
const linesOf = ({ blocks }: ArticleDraft, items: readonly FlowItem[]) => {
  const texts = new Map(leavesOf(blocks).map(({ from, text }) => [from, text]))
  return items.flatMap((item) => {
    if (item.kind !== 'line') return []
    const at = item.from - item.leafFrom
    const text = texts.get(item.leafFrom)?.slice(at, at + item.line.count) ?? ''
    return [{ ...item.line, text, isFirst: at === 0 }]
  })
}

/** Whether an item is the end of a paragraph and shorter than half of the line above. */
const isShortEnd = (items: readonly FlowItem[], item: FlowItem): boolean => {
  const at = items.indexOf(item)
  const [before, after] = [items[at - 1], items[at + 1]]
  const isIn = (other: FlowItem | undefined) =>
    item.kind === 'line' && other?.kind === 'line' && other.leafFrom === item.leafFrom
  return (
    isIn(before) &&
    !isIn(after) &&
    item.kind === 'line' &&
    before?.kind === 'line' &&
    item.line.count < before.line.count / 2
  )
}

describe(`${articleCount} articles of 60 to 12,000 characters`, { timeout: 240_000 }, () => {
  it('are what they claim to be', () => {
    const extents = articles.map(({ blocks }) => extentOf(blocks))
    expect(extents.filter((extent) => extent < 200).length).toBeGreaterThan(articleCount / 4)
    expect(Math.max(...extents)).toBeGreaterThan(9000)
  })

  it('are broken into lines that hold every character in order, break no rule and overflow no edge', () => {
    for (const one of articles) {
      const lines = linesOf(one, flows(one, [0, extentOf(one.blocks)]))
      expect(lines.map(({ text }) => text).join('')).toBe(
        leavesOf(one.blocks)
          .map(({ text }) => text)
          .join(''),
      )
      const faults = lines.flatMap(({ text, spacing, indent, isFirst }, index) => {
        const characters = [...text.trimEnd()]
        const isLast = lines[index + 1]?.isFirst ?? true
        const width = lineWidthOf(text.trimEnd(), face) + indent + spacing * (characters.length - 1)
        return width > room + characters.length ||
          (!isFirst && isClosingMark(characters[0] ?? '')) ||
          (!isLast && isOpeningMark(characters.at(-1) ?? ''))
          ? [text]
          : []
      })
      expect(faults).toEqual([])
    }
  })

  it('fill any number of columns, nearly all level to a line where nothing must stand together, and none begins with a short end', () => {
    let [plain, level] = [0, 0]
    for (const [index, one] of articles.entries()) {
      const items = flows(one, [0, extentOf(one.blocks)])
      const span = (index % 5) + 1
      const taken = Array.from({ length: span }, (_, column): number => (index % 3 === 0 && column > span / 2 ? 9 : 0))
      const { height, columns } = levelColumns(items, taken)
      expect(columns.flat()).toEqual(items)
      for (const [head] of columns) expect(head !== undefined && isShortEnd(items, head)).toBe(false)
      columns.forEach((column, at) => expect(rowsOf(column)).toBeLessThanOrEqual(height - (taken[at] ?? 0)))
      const least = Math.max(...taken, Math.ceil((rowsOf(items) + taken.reduce((sum, rows) => sum + rows, 0)) / span))
      expect(height).toBeLessThanOrEqual(least + 3)
      if (taken.some((rows) => rows > 0) || items.some((item) => item.kind !== 'line' || item.keepsNext)) continue
      const rows = columns.map(rowsOf)
      const difference = Math.max(...rows) - Math.min(...rows)
      // Two lines where a paragraph's short end must stand with the line above.
      expect(difference).toBeLessThanOrEqual(2)
      plain++
      if (difference <= 1) level++
    }
    expect(plain).toBeGreaterThan(articleCount / 4)
    expect(level / plain).toBeGreaterThan(0.85)
  })

  it('go on elsewhere after a sentence, and never for fewer lines than a jump is worth', () => {
    for (const [index, one] of articles.slice(0, articleCount / 5).entries()) {
      const extent = extentOf(one.blocks)
      const portion = { article: one, part: 0, range: [0, extent] as const, lineOn: '▶下转第二版', isCuttable: true }
      const lines = 4 + (index % 60)
      const cut = cutTo(portion, lines, flows)
      const [, to] = cut.range
      if (to === extent) {
        expect(cut.lineOn).toBeUndefined()
        continue
      }
      expect(linesIn({ ...cut, range: [to, extent] }, flows)).toBeGreaterThanOrEqual(leastLines)
      const before = leavesOf(one.blocks).flatMap(({ from, text }) => (to > from ? [text.slice(0, to - from)] : []))
      expect(before.at(-1)).toMatch(/[。？！”…]$/u)
    }
  })

  it('have titles that no line breaks badly, at a size that fits', () => {
    const bold = { weight: 'bold', marks: 'corner' } as const
    for (const [index, { headline = '', weight }] of articles.entries()) {
      const width = frontGrid.columnWidth * ((index % 5) + 1)
      const sizes = headlineScales[weight].map((scale) => Math.round(scale * frontGrid.bodySize))
      const { size, lines } = breakTitle(headline, { width, sizes, mostLines: 3, align: 'center', face: bold })
      let at = 0
      const texts = lines.map(({ count }) => headline.slice(at, (at += count)))
      expect(texts.join('')).toBe(headline)
      texts.forEach((text, order) => {
        const natural = (lineWidthOf(text.trimEnd(), bold) + (lines[order]?.indent ?? 0)) * (size / 1000)
        expect(natural, headline).toBeLessThanOrEqual(width + 1)
        if (order > 0) expect(isClosingMark([...text][0] ?? ''), headline).toBe(false)
        if (order < texts.length - 1) expect(isOpeningMark([...text.trimEnd()].at(-1) ?? ''), headline).toBe(false)
      })
    }
  })
})

import type { PlacedLeaf } from '@/bundle/article-text'
import { faceOfRun } from '@/bundle/setting-face-of'
import { lineWidthOf } from '@/text/line-setting'
import type { ArticleDraft } from '../../model/draft'
import type { Grid } from '../grid'
import { longestStanza, stanzaAir, textStyles } from '../type-styles'
import type { FlowItem, TypeLine } from './flow-item'
import { linesOfLeaf } from './leaf-lines'

/** The lines of each stanza: an empty line parts them. */
const stanzasOf = (leaves: readonly PlacedLeaf[]): PlacedLeaf[][] => {
  const stanzas: PlacedLeaf[][] = [[]]
  for (const leaf of leaves) {
    if (leaf.text.trim() === '') stanzas.push([])
    // Spaces are characters of the article too: none is lost.
    if (leaf.text !== '') stanzas.at(-1)?.push(leaf)
  }
  return stanzas.filter((stanza) => stanza.length > 0)
}

/** Distance of a poem's lines from the edge: its longest line stands in the middle of the column. */
const insetOf = (leaves: readonly PlacedLeaf[], lang: string, { bodySize, columnWidth }: Grid): number => {
  const { scale, inset } = textStyles.verse
  const size = Math.round(bodySize * scale)
  const face = faceOfRun('verse', lang)
  const longest = Math.max(...leaves.map(({ text }) => (lineWidthOf(text.trimEnd(), face) * size) / 1000))
  return Math.max(Math.round(inset * size), Math.floor((columnWidth - longest) / 2))
}

/** Share of a poem's lines that are too long for a column of this width. */
export const turnedShare = (
  { lang }: ArticleDraft,
  leaves: readonly PlacedLeaf[],
  width: number,
  grid: Grid,
): number => {
  const { scale, inset } = textStyles.verse
  const size = Math.round(grid.bodySize * scale)
  const face = faceOfRun('verse', lang ?? grid.lang)
  const drawn = leaves.filter(({ text }) => text.trim() !== '')
  const isTurned = ({ text }: PlacedLeaf): boolean => (lineWidthOf(text.trimEnd(), face) / 1000 + inset) * size > width
  return drawn.filter(isTurned).length / Math.max(1, drawn.length)
}

/** The stanzas of a poem, with a row between them. Each stands whole in one column, unless it is very long. */
export const verseItems = (article: ArticleDraft, leaves: readonly PlacedLeaf[], grid: Grid): FlowItem[] => {
  const inset = insetOf(leaves, article.lang ?? grid.lang, grid)
  const setting = { style: 'verse', inset, width: grid.columnWidth - inset, indent: textStyles.verse.indent } as const
  return stanzasOf(leaves).flatMap((stanza, index): FlowItem[] => {
    const lines = stanza
      .flatMap((leaf) => linesOfLeaf(article, leaf, setting, grid))
      .map((line, row): TypeLine => ({ ...line, drop: row * grid.leading }))
    const air: FlowItem[] = index > 0 ? [{ kind: 'air', rows: stanzaAir }] : []
    return [...air, ...piecesOf(lines, grid)]
  })
}

/** A stanza in one piece; one that is too long in pieces of two lines, so that none of its lines is alone. */
const piecesOf = (lines: readonly TypeLine[], { leading }: Grid): FlowItem[] => {
  if (lines.length <= longestStanza) return [{ kind: 'stanza', lines, rows: lines.length }]
  const count = Math.floor(lines.length / 2)
  return Array.from({ length: count }, (_, index) => {
    const own = lines.slice(index * 2, index === count - 1 ? undefined : index * 2 + 2)
    return {
      kind: 'stanza' as const,
      lines: own.map((line, row) => ({ ...line, drop: row * leading })),
      rows: own.length,
    }
  })
}

import type { PlacedLeaf } from '@/bundle/article-text'
import type { RunStyle } from '@/bundle/setting'
import { faceOfRun } from '@/bundle/setting-face-of'
import type { ArticleDraft } from '../../model/draft'
import type { Grid } from '../grid'
import { textStyles, verseTurnEms } from '../type-styles'
import { breakLines } from './break-lines'
import type { TypeLine } from './flow-item'
import { numberWithUnit } from './table-number'

/** Where the lines of a leaf stand in their column; page units, the indent in ems. */
export interface LeafSetting {
  readonly style: RunStyle
  readonly inset: number
  readonly width: number
  readonly indent: number
  /** Size of the type as a multiple of the body's; absent is that of the style. */
  readonly scale?: number
}

/** Styles whose lines keep their own width. */
const ragged: ReadonlySet<RunStyle> = new Set<RunStyle>(['table', 'caption', 'verse'])

/** Breaks a leaf into lines, each at the head of its rows; none if the leaf is empty. A line of verse that is too long turns over. */
export const linesOfLeaf = (
  article: ArticleDraft,
  leaf: PlacedLeaf,
  { style, inset, width, indent, scale }: LeafSetting,
  grid: Grid,
): TypeLine[] => {
  if (leaf.text === '') return []
  const size = Math.round(grid.bodySize * (scale ?? textStyles[style].scale))
  const turned = style === 'verse' ? verseTurnEms * 1000 : 0
  const lines = breakLines(leaf.text, {
    width: Math.floor((width / size) * 1000) - turned,
    indent: indent * 1000 - turned,
    ...faceOfRun(style, article.lang ?? grid.lang),
    isRagged: ragged.has(style),
    ...(style === 'table' && { whole: numberWithUnit }),
  })
  let from = leaf.from
  return lines.map((line) => {
    const set = turned === 0 ? line : { ...line, indent: line.indent + turned }
    const typeLine: TypeLine = {
      article: article.id,
      from,
      leafFrom: leaf.from,
      style,
      line: set,
      size,
      inset,
      drop: 0,
    }
    from += line.count
    return typeLine
  })
}

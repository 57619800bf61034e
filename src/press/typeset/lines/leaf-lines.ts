import type { PlacedLeaf } from '@/bundle/article-text'
import type { RunStyle } from '@/bundle/setting'
import { faceOfRun } from '@/bundle/setting-face-of'
import type { ArticleDraft } from '../../model/draft'
import type { Grid } from '../grid'
import { textStyles } from '../type-styles'
import { breakLines } from './break-lines'
import type { TypeLine } from './flow-item'

/** Where the lines of a leaf stand in their column; page units, the indent in ems. */
export interface LeafSetting {
  readonly style: RunStyle
  readonly inset: number
  readonly width: number
  readonly indent: number
}

/** Breaks a leaf into lines, each at the head of its rows; none if the leaf is empty. */
export const linesOfLeaf = (
  article: ArticleDraft,
  leaf: PlacedLeaf,
  { style, inset, width, indent }: LeafSetting,
  grid: Grid,
): TypeLine[] => {
  if (leaf.text === '') return []
  const size = Math.round(grid.bodySize * textStyles[style].scale)
  const lines = breakLines(leaf.text, {
    width: Math.floor((width / size) * 1000),
    indent: indent * 1000,
    ...faceOfRun(style, article.lang ?? grid.lang),
    isRagged: style === 'table' || style === 'caption',
  })
  let from = leaf.from
  return lines.map((line) => {
    const typeLine: TypeLine = { article: article.id, from, leafFrom: leaf.from, style, line, size, inset, drop: 0 }
    from += line.count
    return typeLine
  })
}

import { clustersOf } from '@/text/clusters'
import type { IssueDraft } from '../../model/draft'
import { columnLeft, rowTop, spanWidth, type Grid } from '../grid'
import { noParts, type DrawnFurniture, type SettingParts } from '../setting-parts'
import { cornerMastheadStyle } from '../type-styles'
import { fittedSize, furnitureLine } from './furniture-line'
import { dateLinesOf, printedWordsOf } from './printed-words'

/**
 * The masthead of a paper of vertical lines: a panel in the corner where reading begins, with the news next to it and below.
 * Heights are rows, widths columns (the tiers of the page that will be turned).
 */
export interface CornerMasthead {
  readonly kind: 'masthead'
  readonly span: number
  readonly rows: number
  /** Draws it in the middle of the rows that it is given, its corner at a column and row of the grid. */
  readonly draw: (spot: { readonly column: number; readonly row: number; readonly rows: number }) => SettingParts
}

const { nameplate, dates, ruleAirAbove, smallPrint: smallStyle, airBelow } = cornerMastheadStyle

/** Joins items to lines of fewer than `most` characters; an item that is longer has a line of its own. */
const inLines = (items: readonly string[], most: number): string[] => {
  const lines: string[] = []
  for (const item of items) {
    const last = lines.at(-1)
    if (last !== undefined && clustersOf(last + item).length < most) lines[lines.length - 1] = `${last}　${item}`
    else lines.push(item)
  }
  return lines
}

export const cornerMasthead = (issue: IssueDraft, grid: Grid): CornerMasthead => {
  const { bodySize, leading, columns } = grid
  const { name } = issue.paper
  const span = Math.min(columns, Math.max(2, Math.ceil(clustersOf(name).length / 2)))
  const width = spanWidth(grid, span)
  const words = printedWordsOf(grid)
  const nameSize = fittedSize(`${name}　`, width, nameplate.scale * bodySize)
  const lines: Omit<DrawnFurniture, 'x'>[] = []
  let y = 0
  const add = (role: DrawnFurniture['role'], text: string, size: number, height: number): void => {
    lines.push(furnitureLine({ x: 0, y, width, height }, role, text, size, 'center'))
    y += height
  }
  add('nameplate', name, nameSize, Math.round(nameSize * nameplate.leading))
  dateLinesOf(issue, words).forEach((text, index) => {
    const { scale, rows } = dates[Math.min(index, dates.length - 1)] ?? dates[0]
    add('masthead', text, fittedSize(text, width, Math.round(scale * bodySize)), Math.round(leading * rows))
  })
  const ruleAt = y + Math.round(leading * ruleAirAbove)
  y += Math.round(leading * smallStyle.airAbove)
  const smallSize = Math.round(smallStyle.scale * bodySize)
  const smallPrint = inLines(words.smallPrint(issue.masthead), Math.floor(width / smallSize))
  for (const text of smallPrint)
    add('masthead', text, fittedSize(text, width, smallSize), Math.round(leading * smallStyle.rows))
  const rows = Math.ceil((y + leading * airBelow) / leading)
  return {
    kind: 'masthead',
    span,
    rows,
    draw: ({ column, row, rows: given }) => {
      const left = columnLeft(grid, column)
      const top = rowTop(grid, row) + Math.round((given * leading - y) / 2)
      return {
        ...noParts,
        furniture: lines.map((line) => ({ ...line, x: left, y: line.y + top })),
        grounds: smallPrint.length > 0 ? [{ x: left, y: top + ruleAt, width, height: 0, role: 'rule' }] : [],
      }
    },
  }
}

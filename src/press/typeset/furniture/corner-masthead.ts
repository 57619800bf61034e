import type { IssueDraft } from '../../model/draft'
import { columnLeft, rowTop, spanWidth, type Grid } from '../grid'
import { noParts, type DrawnFurniture, type SettingParts } from '../setting-parts'
import { fittedSize, furnitureLine } from './furniture-line'
import { dateLinesOf, printedWordsOf } from './printed-words'

/**
 * The masthead of a paper of vertical lines: a panel in the corner where reading begins, with the news beside it and below.
 * Heights are rows, widths columns (the tiers of the page that will be turned).
 */
export interface CornerMasthead {
  readonly span: number
  readonly rows: number
  /** Draws it with its corner at a column and row of the grid, over so many rows. */
  readonly draw: (spot: { readonly column: number; readonly row: number; readonly rows: number }) => SettingParts
}

/** Height of the nameplate's type, ems of the body; less where the name is too long for the panel. */
const nameplateEms = 10
const dateScales = [1.3, 1.1]
const smallScale = 0.85

/** The items of the small print, as many to a line as it holds. */
const inLines = (items: readonly string[], most: number): string[] => {
  const lines: string[] = []
  for (const item of items) {
    const last = lines.at(-1)
    if (last !== undefined && [...last, ...item].length < most) lines[lines.length - 1] = `${last}　${item}`
    else lines.push(item)
  }
  return lines
}

export const cornerMasthead = (issue: IssueDraft, grid: Grid): CornerMasthead => {
  const { bodySize, leading, columns } = grid
  const { name } = issue.paper
  const span = Math.min(columns, Math.max(2, Math.ceil([...name].length / 2)))
  const width = spanWidth(grid, span)
  const words = printedWordsOf(grid)
  const nameSize = fittedSize(`${name}　`, width, nameplateEms * bodySize)
  const lines: Omit<DrawnFurniture, 'x'>[] = []
  let y = 0
  const add = (role: DrawnFurniture['role'], text: string, size: number, height: number): void => {
    lines.push(furnitureLine({ x: 0, y, width, height }, role, text, size, 'center'))
    y += height
  }
  add('nameplate', name, nameSize, Math.round(nameSize * 1.16))
  dateLinesOf(issue, words).forEach((text, index) => {
    const size = fittedSize(text, width, Math.round((dateScales[index] ?? 1) * bodySize))
    add('masthead', text, size, Math.round(leading * (index === 0 ? 1.3 : 1)))
  })
  const ruleAt = y + Math.round(leading * 0.25)
  y += Math.round(leading * 0.4)
  const smallSize = Math.round(smallScale * bodySize)
  const smallPrint = inLines(words.smallPrint(issue.masthead), Math.floor(width / smallSize))
  for (const text of smallPrint) add('masthead', text, fittedSize(text, width, smallSize), Math.round(leading * 0.85))
  const rows = Math.ceil((y + leading * 0.2) / leading)
  return {
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

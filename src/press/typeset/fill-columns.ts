import type { FlowItem } from './flow'

/** Fewer lines than this never stand alone at a column's head or foot beside a subhead. */
const rowsAfterSubhead = 2

/** Items that must stand together: a table's row, a picture with its caption, a subhead with the lines after it. Height in rows. */
interface Clump {
  readonly items: readonly FlowItem[]
  readonly rows: number
}

const isCaptionLine = (item: FlowItem): boolean => item.kind === 'line' && item.style === 'caption'

const clumpsOf = (items: readonly FlowItem[]): Clump[] => {
  const clumps: { items: FlowItem[]; rows: number }[] = []
  let kept = 0
  for (const item of items) {
    const isBeside = item.kind === 'line' && item.isBeside
    const clump = clumps.at(-1)
    const before = clump?.items.at(-1)
    const isCaption = isCaptionLine(item) && before !== undefined && (before.kind === 'plate' || isCaptionLine(before))
    if (clump && (isBeside || isCaption || kept > 0)) {
      clump.items.push(item)
      clump.rows += item.rows
    } else clumps.push({ items: [item], rows: item.rows })
    if (item.kind === 'line' && item.keepsNext) kept = rowsAfterSubhead
    else if (!isBeside && kept > 0) kept--
  }
  return clumps
}

/**
 * Distributes a flow over columns of given heights (in rows), in order; undefined where it does not fit. A last clump that
 * keeps its next may stand alone at the very end.
 */
export const fillColumns = (items: readonly FlowItem[], heights: readonly number[]): FlowItem[][] | undefined => {
  const columns: FlowItem[][] = heights.map(() => [])
  let column = 0
  let used = 0
  for (const clump of clumpsOf(items)) {
    while (column < heights.length && used + clump.rows > (heights[column] ?? 0)) {
      column++
      used = 0
    }
    const current = columns[column]
    if (!current) return undefined
    current.push(...clump.items)
    used += clump.rows
  }
  return columns
}

/** Rows that the items take one under the other. */
export const rowsOf = (items: readonly FlowItem[]): number => items.reduce((sum, { rows }) => sum + rows, 0)

/**
 * The lowest height at which the flow fits into equal columns, some of them shortened at the head by `taken` rows (a picture
 * that stands over them), and the columns so filled.
 */
export const levelColumns = (
  items: readonly FlowItem[],
  taken: readonly number[],
): { readonly height: number; readonly columns: readonly (readonly FlowItem[])[] } => {
  const total = rowsOf(items) + taken.reduce((sum, rows) => sum + rows, 0)
  for (let height = Math.max(Math.ceil(total / taken.length), ...taken); ; height++) {
    const columns = fillColumns(
      items,
      taken.map((rows) => height - rows),
    )
    if (columns) return { height, columns }
  }
}

import { rowsOf, type FlowItem, type FlowLine } from '../lines/flow-item'

/** Rows of text that must follow a subhead or title in its column. */
const rowsAfterTitle = 2

/** Items that must stand together: a picture with its caption, a title or air with the lines after it, a paragraph's short end. */
interface Clump {
  readonly items: readonly FlowItem[]
  readonly rows: number
}

const isCaption = (item: FlowItem): boolean => item.kind === 'line' && item.style === 'caption'

/** Rows that must follow an item in its column. */
const rowsKept = (item: FlowItem): number => {
  switch (item.kind) {
    case 'line':
      return item.keepsNext ? rowsAfterTitle : 0
    case 'table-row':
      return item.isHead ? rowsAfterTitle : item.keepsNext ? 1 : 0
    case 'title':
    case 'air':
      return rowsAfterTitle
    case 'plate':
    case 'stanza':
      return 0
  }
}

const areOfOneLeaf = (one: FlowLine, other: FlowItem | undefined): boolean =>
  other?.kind === 'line' && other.article === one.article && other.leafFrom === one.leafFrom

/** Whether a line ends its paragraph and is shorter than half of the one above: no column begins with it. */
const isWidow = (line: FlowItem, before: FlowItem | undefined, after: FlowItem | undefined): boolean =>
  line.kind === 'line' &&
  before?.kind === 'line' &&
  areOfOneLeaf(line, before) &&
  !areOfOneLeaf(line, after) &&
  line.line.count < before.line.count / 2

const clumpsOf = (items: readonly FlowItem[]): Clump[] => {
  const clumps: { items: FlowItem[]; rows: number }[] = []
  /** How many more rows belong to the clump. */
  let kept = 0
  for (const [index, item] of items.entries()) {
    const clump = clumps.at(-1)
    const before = clump?.items.at(-1)
    const isUnderPlate = isCaption(item) && before !== undefined && (before.kind === 'plate' || isCaption(before))
    if (clump && (isUnderPlate || kept > 0 || isWidow(item, before, items[index + 1]))) {
      clump.items.push(item)
      clump.rows += item.rows
    } else clumps.push({ items: [item], rows: item.rows })
    kept = Math.max(rowsKept(item), kept - item.rows)
  }
  return clumps
}

/** What is at a column's head: no air, and the head of a table that goes on there. */
const atHead = ({ items }: Clump): Clump => {
  const [first] = items
  const from = items.findIndex(({ kind }) => kind !== 'air')
  const inner = from < 0 ? [] : items.slice(from)
  const head = first?.kind === 'table-row' ? first.repeatedHead : undefined
  const all = head ? [head, ...inner] : inner
  return { items: all, rows: rowsOf(all) }
}

/** Distributes a flow over columns of given heights (in rows), in order; undefined where it does not fit. */
export const fillColumns = (items: readonly FlowItem[], heights: readonly number[]): FlowItem[][] | undefined => {
  const columns: FlowItem[][] = heights.map(() => [])
  let column = 0
  let used = 0
  for (const clump of clumpsOf(items)) {
    let next = used === 0 ? atHead(clump) : clump
    while (column < heights.length && used + next.rows > (heights[column] ?? 0)) {
      column++
      used = 0
      next = atHead(clump)
    }
    const current = columns[column]
    if (!current) return undefined
    current.push(...next.items)
    used += next.rows
  }
  return columns
}

/** A flow in columns that are as level as they can be. */
export interface LevelColumns {
  readonly height: number
  readonly columns: readonly (readonly FlowItem[])[]
}

/**
 * Fills columns to one level, the lowest at which the flow fits. What the flow lacks of them is lacking by one row each in as many of
 * the last columns as possible. Where a picture is higher than that, they end on one level beside it.
 * @param taken rows that something else takes from the head or foot of each column, such as a picture over them
 */
export const levelColumns = (items: readonly FlowItem[], taken: readonly number[]): LevelColumns => {
  const count = taken.length
  const rows = rowsOf(items)
  const roomAt = (level: number, shorter: number): number[] =>
    taken.map((own, column) => Math.max(0, level - own - (column < count - shorter ? 0 : 1)))
  const filled = (level: number, shorter: number): FlowItem[][] | undefined => {
    const room = roomAt(level, shorter)
    return room.reduce((sum, own) => sum + own, 0) < rows ? undefined : fillColumns(items, room)
  }
  for (let level = Math.ceil(rows / count); ; level++) {
    const columns = filled(level, 0)
    if (!columns) continue
    const height = Math.max(level, ...taken)
    for (let shorter = count - 1; shorter > 1; shorter--) {
      const leveler = filled(level, shorter)
      if (leveler) return { height, columns: leveler }
    }
    return { height, columns }
  }
}

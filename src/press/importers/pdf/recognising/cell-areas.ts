import type { CellMap } from './cell-map'

/** Cells of one row that hang together, columns from `from` to before `to`. */
export interface CellRun {
  readonly row: number
  readonly from: number
  readonly to: number
}

/** A box of cells; right and bottom are outside. */
export interface CellBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Marked cells that touch, also at their corners. */
export interface CellArea extends CellBox {
  /** From the top, and from the left in each row. */
  readonly runs: readonly CellRun[]
}

/** Runs of marked cells, row by row. */
export const runsOf = ({ across, down, cells }: CellMap): CellRun[][] =>
  Array.from({ length: down }, (_, row) => {
    const runs: CellRun[] = []
    let from = -1
    for (let column = 0; column <= across; column++) {
      const isMarked = column < across && cells[row * across + column] === 1
      if (isMarked && from < 0) from = column
      if (isMarked || from < 0) continue
      runs.push({ row, from, to: column })
      from = -1
    }
    return runs
  })

/** One area of several, or of runs in any order. */
export const areaOf = (runs: readonly CellRun[]): CellArea => {
  const box = { left: Infinity, top: Infinity, right: 0, bottom: 0 }
  for (const { row, from, to } of runs) {
    box.left = Math.min(box.left, from)
    box.right = Math.max(box.right, to)
    box.top = Math.min(box.top, row)
    box.bottom = Math.max(box.bottom, row + 1)
  }
  return { ...box, runs: [...runs].sort((a, b) => a.row - b.row || a.from - b.from) }
}

/** Parts a map into areas, each marked cell in one of them. */
export const areasOf = (map: CellMap): CellArea[] => {
  interface Growing {
    runs: CellRun[]
    /** The area that this one became a part of. */
    of: Growing | undefined
  }
  const rootOf = (one: Growing): Growing => {
    let root = one
    while (root.of) root = root.of
    return root
  }
  const all: Growing[] = []
  let above: { readonly run: CellRun; readonly area: Growing }[] = []
  for (const runs of runsOf(map)) {
    let first = 0
    above = runs.map((run) => {
      while ((above[first]?.run.to ?? Infinity) < run.from) first++
      let own: Growing | undefined
      for (let at = first; (above[at]?.run.from ?? Infinity) <= run.to; at++) {
        const touching = above[at]
        if (!touching) break
        const root = rootOf(touching.area)
        if (!own) own = root
        else if (root !== own) {
          const [large, small] = root.runs.length > own.runs.length ? [root, own] : [own, root]
          for (const one of small.runs) large.runs.push(one)
          small.runs = []
          small.of = large
          own = large
        }
      }
      if (!own) all.push((own = { runs: [], of: undefined }))
      own.runs.push(run)
      return { run, area: own }
    })
  }
  return all.filter(({ of }) => of === undefined).map(({ runs }) => areaOf(runs))
}

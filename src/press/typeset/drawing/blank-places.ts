import type { Placed } from '../layout/slice-page'
import type { UnitShape } from '../copyfit/unit-shape'
import { columnLeft, rowTop, spanWidth, type Grid } from '../grid'
import type { SettingParts } from '../setting-parts'
import type { Box } from '@/bundle/geometry'
import { said, type Reason } from '../../findings/chinese/reasons'
import { blankCellsOf } from './blank-share'

/** A blank inside a page, and what it stands between. */
export interface BlankPlace {
  /** Page units. */
  readonly box: Box
  readonly where: Reason
}

/** Columns and rows of a rectangle of cells; ends exclusive. */
interface CellBox {
  readonly column: number
  readonly row: number
  readonly span: number
  readonly rows: number
}

/** A blank of fewer rows looks like air. */
const leastRows = 4

const isInside = ({ column, row, span, rows }: CellBox, outer: CellBox): boolean =>
  column >= outer.column &&
  column + span <= outer.column + outer.span &&
  row >= outer.row &&
  row + rows <= outer.row + outer.rows

/** The largest rectangle of blank cells; undefined where none is high enough. */
const largestIn = (blank: readonly (readonly boolean[])[]): CellBox | undefined => {
  let best: CellBox | undefined
  blank.forEach((cells, column) =>
    cells.forEach((_, row) => {
      let rows = Infinity
      for (let span = 1; column + span <= blank.length; span++) {
        const own = blank[column + span - 1] ?? []
        let down = 0
        while (down < rows && own[row + down]) down++
        rows = down
        if (rows < leastRows) break
        if (!best || span * rows > best.span * best.rows) best = { column, row, span, rows }
      }
    }),
  )
  return best
}

const nameOf = ({ unit: { portions } }: UnitShape): string => {
  const [{ article, head }] = portions
  return head ?? article.headline ?? article.workingTitle ?? article.rubric ?? article.place.file
}

/** What stands around a blank, in words: what it is inside of, else above and below it, else beside it. */
const whereIs = (blank: CellBox, units: readonly (CellBox & { readonly name: string })[]): Reason => {
  const around = units.find((unit) => isInside(blank, unit))
  if (around) return `inside “${around.name}”`
  const level = units.filter(({ column, span }) => column < blank.column + blank.span && column + span > blank.column)
  const middle = blank.row + blank.rows / 2
  const above = level.filter(({ row, rows }) => row + rows / 2 <= middle).sort((a, b) => b.row - a.row)[0]
  const below = level.filter(({ row, rows }) => row + rows / 2 > middle).sort((a, b) => a.row - b.row)[0]
  if (above && below) return `between “${above.name}” and “${below.name}”`
  const one = above ?? below
  return one ? (above ? `under “${one.name}”` : `over “${one.name}”`) : said('where nothing stands')
}

/**
 * Blanks inside a page, the largest first: rectangles of several rows on which nothing stands, though something stands below them or
 * beside them. What is blank at the foot of the whole page is none.
 * @param rows down to the foot of the lowest unit
 */
export const blankPlaces = (
  parts: SettingParts,
  placed: readonly Placed<UnitShape>[],
  drawn: readonly UnitShape[],
  { grid, firstRow, rows }: { readonly grid: Grid; readonly firstRow: number; readonly rows: number },
): BlankPlace[] => {
  const blank = blankCellsOf(parts, grid, firstRow + rows).map((cells) => [...cells])
  const units = placed.map(({ shape, column, row, span }, index) => ({
    column,
    row: firstRow + row,
    span,
    rows: drawn[index]?.rows ?? shape.rows,
    name: nameOf(shape),
  }))
  const places: BlankPlace[] = []
  for (let found = largestIn(blank); found; found = largestIn(blank)) {
    const { column, row, span, rows: high } = found
    for (const cells of blank.slice(column, column + span)) cells.fill(false, row, row + high)
    const box = {
      x: columnLeft(grid, column),
      y: rowTop(grid, row),
      width: spanWidth(grid, span),
      height: high * grid.leading,
    }
    places.push({ box, where: whereIs(found, units) })
  }
  return places
}

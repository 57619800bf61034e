import { areasOf, runsOf, type CellArea } from './cell-areas'
import { cellsOf, emptyMap, markBox, smeared, whiteWindows, type CellMap } from './cell-map'
import type { PixelBox } from './grey-picture'
import type { InkMap } from './ink'
import { stackedLines } from './stacked-lines'

export interface TextBlocks {
  /** Areas of the page in which lines of text stand one below the other. */
  readonly blocks: readonly CellArea[]
  /** Pixels of a cell's side. */
  readonly side: number
}

/** Cells of the coarse map in an em. */
const cellsInEm = 10
/**
 * A gutter is as wide and as high as one of these at least, ems: white between characters of large titles is narrow, or low. As much of its height must be
 * between columns: white above a line reaches into the gap behind a comma.
 */
const gutterSizes = [
  { width: 0.75, height: 9, between: 6 },
  { width: 1.4, height: 4, between: 2 },
] as const
/** White that is wider is no gutter, but an empty place, ems. */
const widestGutter = 4
/** Gaps within a line, between parts of a character, and between lines of a block, ems. */
const widestGap = { line: 3, character: 0.15, leading: 0.8 } as const
/** A rule of this share of the white between two lines parts them. */
const partingShare = 0.5

const both = (one: CellMap, other: CellMap): CellMap => ({
  ...one,
  cells: one.cells.map((cell, at) => (cell === 1 || other.cells[at] === 1 ? 1 : 0)),
})

/** Without narrow parts of white that are too low for a gutter. */
const withoutPokes = (white: CellMap, widest: number, lowest: number): CellMap => {
  const narrow = emptyMap(white)
  for (const { row, from, to } of runsOf(white).flat())
    if (to - from <= widest) narrow.cells.fill(1, row * white.across + from, row * white.across + to)
  const kept = { ...white, cells: white.cells.slice() }
  for (const { top, bottom, runs } of areasOf(narrow)) {
    if (bottom - top >= lowest) continue
    for (const { row, from, to } of runs) kept.cells.fill(0, row * white.across + from, row * white.across + to)
  }
  return kept
}

/**
 * Cuts the text of a page into blocks of one column each. All ink is in a block, and no two blocks share a cell.
 * @param map without rules and pictures
 * @param walls what parts texts: rules and pictures
 * @param em of the text, pixels
 */
export const textBlocksOf = (map: InkMap, walls: readonly PixelBox[], em: number): TextBlocks => {
  const side = Math.max(1, Math.round(em / cellsInEm))
  const ink = cellsOf(map, side)
  const standing = emptyMap(ink)
  for (const wall of walls) markBox(standing, wall)
  const full = both(ink, standing)
  const cells = (ems: number): number => Math.max(1, Math.round((ems * em) / side))
  const white = gutterSizes
    .map(({ width, height, between }) =>
      withoutPokes(whiteWindows(full, cells(width), cells(height)), cells(widestGutter), cells(between)),
    )
    .reduce((one, other) => both(one, other))
  const parting = both(white, standing)
  const lines = areasOf(
    smeared(smeared(ink, parting, cells(widestGap.line), false), parting, cells(widestGap.character), true),
  )
  const blocks = stackedLines(lines, {
    em: cells(1),
    leading: cells(widestGap.leading),
    isParted: ({ left, top, right, bottom }) => {
      let parted = 0
      for (let column = left; column < right; column++)
        for (let row = top; row < bottom; row++)
          if (standing.cells[row * ink.across + column] === 1) {
            parted++
            break
          }
      return parted > partingShare * (right - left)
    },
  })
  return { blocks, side }
}

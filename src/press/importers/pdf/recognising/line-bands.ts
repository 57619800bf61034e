import type { InkMap } from './ink'
import type { CellArea } from './cell-areas'

/** Rows of pixels with the ink of one line, bottom outside. */
export interface LineBand {
  readonly top: number
  readonly bottom: number
}

/** Lines of one height that follow each other: what is recognised at once. */
export interface TextPiece {
  readonly block: CellArea
  readonly bands: readonly LineBand[]
  /** The height of most of its characters, pixels. */
  readonly coreHeight: number
  /** Rows of pixels that belong to the piece: half of the white above and below it. */
  readonly top: number
  readonly bottom: number
}

/** Lines whose heights differ by more are of different type. */
const sameHeight = 1.28
/** A band that is lower than this is a part of a line, as 一 or the dots of a row, ems; and white of so little does not part lines, either. */
const lowest = { band: 0.4, gap: 0.3 } as const

/** Rows with less of the ink that is usual in a line are no part of its core. */
const leastOfCore = 0.12

/** From the first row to the last with as much ink as characters have, and not only brackets and commas. */
const coreHeightOf = ({ ink, width, height }: InkMap, { runs }: CellArea, side: number, band: LineBand): number => {
  const counts = new Uint32Array(band.bottom - band.top)
  for (const { row, from, to } of runs)
    for (let y = Math.max(band.top, row * side); y < Math.min(height, band.bottom, (row + 1) * side); y++)
      for (let at = y * width + from * side; at < y * width + Math.min(width, to * side); at++)
        counts[y - band.top] = (counts[y - band.top] ?? 0) + (ink[at] ?? 0)
  const usual = counts.toSorted()[Math.floor(counts.length * 0.6)] ?? 0
  const isCore = (count: number): boolean => count > leastOfCore * usual
  return counts.findLastIndex(isCore) - counts.findIndex(isCore) + 1
}

const middleOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

const bandsOf = ({ ink, width, height }: InkMap, { runs, top, bottom }: CellArea, side: number): LineBand[] => {
  const first = top * side
  const isInked = new Uint8Array(Math.min(height, bottom * side) - first)
  for (const { row, from, to } of runs)
    for (let y = row * side; y < Math.min(height, (row + 1) * side); y++)
      if (ink.subarray(y * width + from * side, y * width + Math.min(width, to * side)).includes(1))
        isInked[y - first] = 1
  const bands: LineBand[] = []
  let from = -1
  for (let y = 0; y <= isInked.length; y++) {
    if (isInked[y] === 1) {
      if (from < 0) from = y
    } else if (from >= 0) {
      bands.push({ top: first + from, bottom: first + y })
      from = -1
    }
  }
  return bands
}

/** Puts parts of lines to the line that they are nearest to. */
const wholeBands = (bands: readonly LineBand[], em: number): LineBand[] => {
  const whole = [...bands]
  for (let index = 0; index < whole.length; index++) {
    const band = whole[index]
    if (!band || band.bottom - band.top >= lowest.band * em) continue
    const [before, after] = [whole[index - 1], whole[index + 1]]
    const gaps = [before ? band.top - before.bottom : Infinity, after ? after.top - band.bottom : Infinity] as const
    if (Math.min(...gaps) > lowest.gap * em) continue
    const isUp = gaps[0] <= gaps[1]
    const [other, at] = isUp ? [before, index - 1] : [after, index]
    if (!other) continue
    whole.splice(at, 2, { top: Math.min(band.top, other.top), bottom: Math.max(band.bottom, other.bottom) })
    index = Math.max(-1, at - 1)
  }
  return whole
}

/**
 * Cuts a block into pieces of lines that are equally high, so that a title is not read as a line of the text below it.
 * @param em of the text, pixels
 * @param side pixels of a cell of the block
 */
export const piecesOf = (map: InkMap, block: CellArea, side: number, em: number): TextPiece[] => {
  const bands = wholeBands(bandsOf(map, block, side), em)
  const groups: LineBand[][] = []
  for (const band of bands) {
    const group = groups.at(-1)
    const [own, usual] = [band.bottom - band.top, group?.[0] ? group[0].bottom - group[0].top : 0]
    if (group && Math.max(own, usual) <= sameHeight * Math.min(own, usual)) group.push(band)
    else groups.push([band])
  }
  const [upper, lower] = [block.top * side, Math.min(map.height, block.bottom * side)]
  return groups.map((group, index) => {
    const [before, after] = [groups[index - 1]?.at(-1), groups[index + 1]?.[0]]
    const [top, bottom] = [group[0]?.top ?? upper, group.at(-1)?.bottom ?? lower]
    return {
      block,
      bands: group,
      coreHeight: middleOf(group.map((band) => coreHeightOf(map, block, side, band))),
      top: before ? Math.ceil((before.bottom + top) / 2) : upper,
      bottom: after ? Math.ceil((bottom + after.top) / 2) : lower,
    }
  })
}

import { reduced, type GreyPicture, type PixelBox } from './grey-picture'
import type { TextPiece } from './line-bands'

/** A piece of a page by itself, with white around it. */
export interface CutPiece {
  readonly picture: GreyPicture
  /** Where a place of the picture is on the page: its own times `factor`, from here; pixels. */
  readonly left: number
  readonly top: number
  readonly factor: number
  readonly isOneLine: boolean
}

/** White around the text, pixels: recognition needs some. */
const margin = 12
/** Lines are reduced to this height at most, pixels: larger ones are recognised worse, and slower. */
const highest = 56

/** The box around a piece, pixels. */
export const boxOfPiece = ({ block, top, bottom }: TextPiece, side: number, width: number): PixelBox => {
  const runs = block.runs.filter(({ row }) => (row + 1) * side > top && row * side < bottom)
  return {
    left: Math.min(...runs.map(({ from }) => from)) * side,
    right: Math.min(width, Math.max(...runs.map(({ to }) => to)) * side),
    top,
    bottom,
  }
}

/** Cuts a piece out of a page; what belongs to its neighbours is white. */
export const cutPiece = (page: GreyPicture, piece: TextPiece, side: number): CutPiece => {
  const box = boxOfPiece(piece, side, page.width)
  const [width, height] = [box.right - box.left + 2 * margin, box.bottom - box.top + 2 * margin]
  const data = new Uint8Array(width * height).fill(255)
  for (const { row, from, to } of piece.block.runs) {
    const [left, right] = [from * side, Math.min(page.width, to * side)]
    for (let y = Math.max(box.top, row * side); y < Math.min(box.bottom, (row + 1) * side); y++)
      data.set(
        page.data.subarray(y * page.width + left, y * page.width + right),
        (y - box.top + margin) * width + left - box.left + margin,
      )
  }
  const heights = piece.bands.map(({ top, bottom }) => bottom - top).sort((a, b) => a - b)
  const factor = Math.max(1, Math.ceil((heights[heights.length >> 1] ?? 0) / highest))
  return {
    picture: reduced({ data, width, height }, factor),
    left: box.left - margin,
    top: box.top - margin,
    factor,
    isOneLine: piece.bands.length === 1,
  }
}

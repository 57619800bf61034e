import type { GreyPicture, PixelBox } from './grey-picture'
import { shadeAt, tilesOf, type Tiles } from './levels'

/** What is printed in tones over an area. */
export interface Tones {
  readonly pictures: readonly PixelBox[]
  /** Tinted or black grounds with text on them. */
  readonly grounds: readonly (PixelBox & { readonly isDark: boolean })[]
}

/** Of the paper's lightness: what is darker is printed. */
const paperLight = 0.8
/** A tile has less paper than this where tones are printed: text leaves more white. */
const mostPaper = 0.3
/** An area is of one shade if so much of it is within some steps of it. */
const even = { share: 0.6, steps: 12 } as const

/** Only where tiles of it are three wide and three high: strokes of large titles are thinner. */
const opened = ({ across, down }: Tiles, isToned: Uint8Array): Uint8Array => {
  const kept = new Uint8Array(isToned.length)
  for (let row = 1; row + 1 < down; row++)
    for (let column = 1; column + 1 < across; column++) {
      const rows = [row - 1, row, row + 1].map((y) => y * across + column)
      if (!rows.every((at) => isToned[at - 1] === 1 && isToned[at] === 1 && isToned[at + 1] === 1)) continue
      for (const at of rows) kept.fill(1, at - 1, at + 2)
    }
  return kept
}

/** Tiles that hang together. */
const areasOf = ({ across }: Tiles, isToned: Uint8Array): number[][] => {
  const left = isToned.slice()
  const areas: number[][] = []
  for (let start = 0; start < left.length; start++) {
    if (left[start] !== 1) continue
    left[start] = 0
    const area = [start]
    for (let index = 0; index < area.length; index++) {
      const at = area[index] ?? 0
      const column = at % across
      const near = [at - across, at + across, ...(column > 0 ? [at - 1] : []), ...(column + 1 < across ? [at + 1] : [])]
      for (const next of near) {
        if (left[next] !== 1) continue
        left[next] = 0
        area.push(next)
      }
    }
    areas.push(area)
  }
  return areas
}

/**
 * Finds pictures and tinted grounds. A ground has one shade nearly all over, a picture many.
 * @param em of the text, pixels: what is smaller than four of them is neither
 * @param paper lightness of the page's paper
 */
export const tonesOf = (picture: GreyPicture, em: number, paper: number): Tones => {
  const side = Math.max(4, Math.round(em / 2.5))
  const light = paperLight * paper
  const medians = tilesOf(picture, side, (counts, pixels) => shadeAt(counts, pixels, 0.5))
  const papers = tilesOf(picture, side, (counts, pixels) => {
    let sum = 0
    for (let shade = Math.ceil(light); shade < 256; shade++) sum += counts[shade] ?? 0
    return sum / pixels
  })
  const isToned = Uint8Array.from(papers.values, (share) => (share < mostPaper ? 1 : 0))
  const pictures: PixelBox[] = []
  const grounds: (PixelBox & { isDark: boolean })[] = []
  for (const area of areasOf(papers, opened(papers, isToned))) {
    const columns = area.map((at) => at % papers.across)
    const rows = area.map((at) => Math.floor(at / papers.across))
    const bounds = (values: readonly number[]): readonly [number, number] =>
      values.reduce(([least, most], one) => [Math.min(least, one), Math.max(most, one)], [Infinity, -Infinity])
    const [[first, last], [upper, lower]] = [bounds(columns), bounds(rows)]
    const box = {
      left: first * side,
      top: upper * side,
      right: Math.min(picture.width, (last + 1) * side),
      bottom: Math.min(picture.height, (lower + 1) * side),
    }
    const tiles = (last - first + 1) * (lower - upper + 1)
    if (Math.min(box.right - box.left, box.bottom - box.top) < 4 * em || area.length < 0.4 * tiles) continue
    const shades = area.map((at) => medians.values[at] ?? 0).sort((a, b) => a - b)
    const middle = shades[shades.length >> 1] ?? 0
    const share = shades.filter((shade) => Math.abs(shade - middle) <= even.steps).length / shades.length
    if (share >= even.share) grounds.push({ ...box, isDark: middle < 0.5 * paper })
    else pictures.push(box)
  }
  return { pictures, grounds }
}

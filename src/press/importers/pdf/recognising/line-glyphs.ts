import type { Glyph } from '../reading/page-marks'
import type { PixelBox } from './grey-picture'
import type { LineBand } from './line-bands'
import { mendedCharacter, misreadArrow } from './misread-marks'

/** A character of a line on its page. */
export interface PlacedCharacter extends PixelBox {
  readonly text: string
  readonly isAfterBlank: boolean
}

/** A line of characters, in pixels of its page. */
export interface PlacedLine {
  /** Where its ink is. */
  readonly band: LineBand
  readonly characters: readonly PlacedCharacter[]
}

/** The ink of a line of Chinese is as high as this, and that of Latin with its ascenders and descenders nearly so, ems. */
export const inkOfEm = 0.93
/** Most characters of Chinese are as high as this, and Latin with what reaches up and down nearly so, ems. */
export const coreOfEm = 0.91
/** A line with less ink than that has no tall characters, ems: it stands on its line. */
const lowInk = 0.75
/** Blanks within a line that are narrower are no gaps: recognition does not place characters so well, ems. */
const noGap = 0.9

const han = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/u
/**
 * The glyphs of a line as other PDFs have them: of one size on one line, next to each other but where the print has a gap.
 * @param size of the type, points
 * @param point pixels of a point
 */
export const glyphsOfLine = ({ band, characters }: PlacedLine, size: number, point: number): Glyph[] => {
  const [top, bottom] = [band.top / point, band.bottom / point]
  const middle = bottom - top >= lowInk * size ? (top + bottom) / 2 : bottom - 0.38 * size
  const inOrder = [...characters].sort((a, b) => a.left - b.left)
  const placed = inOrder.slice(misreadArrow(inOrder.map(({ text }) => text).join('')))
  return placed.map(({ text, left, right, isAfterBlank }, index): Glyph => {
    const next = placed[index + 1]
    const own = mendedCharacter(text, placed[index - 1]?.text, next?.text)
    const isLatin = !han.test(own) && next !== undefined && !han.test(next.text)
    const gap = next ? next.left - right : 0
    // A word of Latin has no gaps; between two words there is one in any case.
    const isClosed = next !== undefined && (isLatin ? !next.isAfterBlank : gap < noGap * size * point)
    const end = isClosed ? next.left : isLatin ? Math.min(right, next.left - 0.06 * size * point) : right
    return {
      text: own,
      size,
      isBold: false,
      left: left / point,
      right: Math.max(end / point, left / point + 0.05 * size),
      top: middle - size / 2,
      bottom: middle + size / 2,
      ...(isAfterBlank && { isAfterBlank }),
    }
  })
}

import type { Box } from '@/bundle/geometry'

/**
 * The size at which a typeset sheet is laid out: CSS pixels per page unit (a twentieth of a millimetre). So chosen that the
 * smallest type stands above 12 px, which some browsers do not go below; the sheet is then scaled by transform.
 */
const pixelsPerUnit = 0.3

export const px = (units: number): string => `${Math.round(units * pixelsPerUnit * 100) / 100}px`

export const nominalOf = (units: number): number => units * pixelsPerUnit

/** Place and size of a box on the sheet, or within another box. */
export const boxStyle = ({ x, y, width, height }: Box, within?: Box) => ({
  insetInlineStart: px(x - (within?.x ?? 0)),
  insetBlockStart: px(y - (within?.y ?? 0)),
  inlineSize: px(width),
  blockSize: px(height),
})

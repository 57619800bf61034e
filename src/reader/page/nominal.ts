import type { Box } from '@/bundle/geometry'
import type { Rendition } from '@/bundle/issue'

/**
 * CSS pixels per page unit (a twentieth of a millimetre) when a typeset sheet is laid out; a transform then scales the
 * sheet. Chosen so that the smallest type is above 12 px, the minimum of some browsers, and so that a leading in tenths
 * of a millimetre is a whole number of pixels, because WebKit truncates every line’s height to one.
 */
const pixelsPerUnit = 0.5

export const px = (units: number): string => `${Math.round(units * pixelsPerUnit * 100) / 100}px`

/** A type size. `--text-zoom` undoes the enlargement of all type by a phone or WeChat (`use-text-zoom.ts`). */
export const typeSize = (units: number): string => `calc(${px(units)} / var(--text-zoom, 1))`

export const nominalOf = (units: number): number => units * pixelsPerUnit

/** A facsimile is laid out at an ordinary width; its image has a resolution of its own. */
const facsimileWidth = 1000

/** Size at which a page is laid out, CSS pixels. */
export const nominalSize = (rendition: Rendition | undefined): { readonly width: number; readonly height: number } => {
  if (!rendition) return { width: facsimileWidth, height: facsimileWidth }
  if (rendition.kind === 'typeset') return { width: nominalOf(rendition.width), height: nominalOf(rendition.height) }
  return { width: facsimileWidth, height: (facsimileWidth * rendition.height) / rendition.width }
}

/**
 * Position and size of a box on the sheet, or relative to another box, as style rules. Page units count from the top left
 * corner whatever the direction of writing [B10], hence physical properties.
 */
export const boxStyle = ({ x, y, width, height }: Box, within?: Box): string =>
  `left:${px(x - (within?.x ?? 0))};top:${px(y - (within?.y ?? 0))};width:${px(width)};height:${px(height)}`

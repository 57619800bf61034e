import type { Box } from '@/bundle/geometry'
import type { Rendition } from '@/bundle/issue'

/**
 * The size at which a typeset sheet is laid out: CSS pixels per page unit (a twentieth of a millimetre). So chosen that the
 * smallest type stands above 12 px, which some browsers do not go below, and that a leading in tenths of a millimetre is a
 * whole number of pixels, to which WebKit cuts every line's height; the sheet is then scaled by transform.
 */
const pixelsPerUnit = 0.5

export const px = (units: number): string => `${Math.round(units * pixelsPerUnit * 100) / 100}px`

/** A type size; `--text-zoom` takes back what a phone or WeChat enlarges all type by (`use-text-zoom.ts`). */
export const typeSize = (units: number): string => `calc(${px(units)} / var(--text-zoom, 1))`

export const nominalOf = (units: number): number => units * pixelsPerUnit

/** A printed page is laid out at a width that no browser minds; its image brings its own resolution. */
const facsimileWidth = 1000

/** Size of a page as it is laid out, CSS pixels. */
export const nominalSize = (rendition: Rendition | undefined): { readonly width: number; readonly height: number } => {
  if (!rendition) return { width: facsimileWidth, height: facsimileWidth }
  if (rendition.kind === 'typeset') return { width: nominalOf(rendition.width), height: nominalOf(rendition.height) }
  return { width: facsimileWidth, height: (facsimileWidth * rendition.height) / rendition.width }
}

/** Place and size of a box on the sheet, or within another box. */
export const boxStyle = ({ x, y, width, height }: Box, within?: Box) => ({
  insetInlineStart: px(x - (within?.x ?? 0)),
  insetBlockStart: px(y - (within?.y ?? 0)),
  inlineSize: px(width),
  blockSize: px(height),
})

import type { PartName } from '@/bundle/ids'
import type { PartEntry } from '@/bundle/issue'

/** Pixels that an image needs to be as sharp as the screen. */
export const neededWidth = (cssWidth: number): number =>
  cssWidth * (typeof devicePixelRatio === 'number' ? devicePixelRatio : 2)

/** Slightly below the screen's own resolution looks the same, and often allows a smaller image. */
export const sharpEnough = 0.8

/** The narrowest image that is sharp at the given width in CSS pixels, or the widest there is. */
export const imageFor = (entries: readonly PartEntry[], cssWidth: number): PartName | undefined => {
  const needed = neededWidth(cssWidth) * sharpEnough
  const byWidth = [...entries].sort((a, b) => (a.width ?? 0) - (b.width ?? 0))
  return (byWidth.find(({ width = 0 }) => width >= needed) ?? byWidth.at(-1))?.name
}

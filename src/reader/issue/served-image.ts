import type { PartName } from '@/bundle/ids'
import type { PartEntry } from '@/bundle/issue'
import { neededWidth } from './image-for'
import type { ImageAttributes } from './image-sources'

/** How a server drew an image, for the app to draw the same at first. */
export const servedAttributes = (image: HTMLImageElement): ImageAttributes => ({
  src: image.getAttribute('src') ?? '',
  srcset: image.srcset,
  sizes: image.sizes,
})

/** Whether an image that a server drew has arrived; one that is loaded lazily may not even be on its way. */
export const isLoaded = ({ complete, naturalWidth }: HTMLImageElement): boolean => complete && naturalWidth > 0

/** Browsers are content with an image that is a little narrower than the screen could show: so it need not come a second time. */
const tolerance = 0.7

/** The part that the browser has chosen for an image that a server drew, if it is sharp enough; undefined if it shows another URL. */
export const chosenPart = (
  { currentSrc }: HTMLImageElement,
  entries: readonly PartEntry[],
  cssWidth: number,
): PartName | undefined =>
  entries.find(({ name, width = 0 }) => currentSrc.endsWith(`/${name}`) && width >= neededWidth(cssWidth) * tolerance)
    ?.name

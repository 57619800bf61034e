import type { Box } from '@/bundle/geometry'
import type { ScrollSpot, Stage } from './viewport'

/**
 * Where to scroll so that a box of the sheet is in view: in the middle, a fifth below the top.
 * @param box in fractions of the sheet
 * @returns CSS pixels for `scrollTo`, and whether enough of the box is seen already
 */
export const spotShowing = (
  box: Box,
  { sheet, scroller }: Stage,
  { zoom, screenLeft, screenTop }: ScrollSpot,
): { readonly isSeen: boolean; readonly top: number; readonly left: number } => {
  const [width, height] = [sheet.screenWidth * zoom, sheet.screenHeight * zoom]
  const [top, left] = [box.y * height, box.x * width]
  const isSeen =
    top < screenTop + scroller.screenHeight * 0.8 &&
    top + box.height * height > screenTop + scroller.screenHeight * 0.1 &&
    left < screenLeft + scroller.screenWidth &&
    left + box.width * width > screenLeft
  return {
    isSeen,
    top: Math.max(0, top - scroller.screenHeight * 0.2),
    left: Math.max(0, left + (box.width * width) / 2 - scroller.screenWidth / 2),
  }
}

import { boundsOf, isInsideOutline, type Box, type Point } from '@/bundle/geometry'
import type { Issue, Page } from '@/bundle/issue'
import { partsOf } from '@/bundle/jumps'
import { boxOf } from '@/bundle/set-runs'
import { onSheet, type LaidSheet, type SheetPage } from './sheet-page'
import { inFractions } from './page-targets'
import { clampSpot, spotOfBox, type ScrollSpot, type Stage } from './viewport'

/**
 * The columns of an article on a page in reading order: frames if the page is typeset, otherwise outlines. In fractions
 * of the page.
 */
const columnsOn = ({ rendition, part }: SheetPage, article: string): Box[] => {
  if (!rendition) return []
  const frames = (rendition.kind === 'typeset' ? (part?.setting?.articles ?? []) : [])
    .filter((set) => set.article === article)
    .flatMap((set) => (set.frames ?? []).map(({ box }) => boxOf(box)))
  const outlines = rendition.regions
    .filter((region) => region.article === article)
    .flatMap((region) => region.outlines.map((outline) => boundsOf([outline])))
  return (frames.length > 0 ? frames : outlines).map((box) => inFractions(box, rendition))
}

/** The columns of an article on a sheet, in the order in which its pages continue it. In fractions of the sheet. */
export const columnsOf = (sheet: LaidSheet, issue: Issue, article: string): Box[] => {
  const order = [...new Set(partsOf(issue, article).map(({ page }) => page))]
  return order.flatMap((page) => {
    const sheetPage = sheet.pages.find((one) => one.page === page)
    return sheetPage ? columnsOn(sheetPage, article).map((box) => onSheet(box, sheetPage, sheet)) : []
  })
}

/** Space above a column, and how far a step down a column goes: shares of the screen's height. */
const airShare = 0.06
const stepShare = 0.8

const isSame = (a: ScrollSpot, b: ScrollSpot): boolean =>
  Math.abs(a.zoom / b.zoom - 1) < 0.02 &&
  Math.abs(a.screenLeft - b.screenLeft) < 4 &&
  Math.abs(a.screenTop - b.screenTop) < 4

/**
 * The spots to stop at to read columns one after the other. Each column is as wide as the screen; a longer one takes
 * several steps, the last of which ends at its foot.
 */
export const stopsOf = (columns: readonly Box[], stage: Stage): ScrollSpot[] => {
  const { screenHeight } = stage.scroller
  const air = screenHeight * airShare
  const stops = columns.flatMap((box) => {
    const spot = spotOfBox(box, stage)
    const top = box.y * stage.sheet.screenHeight * spot.zoom - air
    const foot = top + 2 * air + box.height * stage.sheet.screenHeight * spot.zoom - screenHeight
    const count = Math.max(0, Math.ceil((foot - top) / (screenHeight * stepShare)))
    return Array.from({ length: count + 1 }, (_, index) =>
      clampSpot(
        { ...spot, screenTop: index === 0 ? top : Math.min(top + index * screenHeight * stepShare, foot) },
        stage,
      ),
    )
  })
  return stops.filter((stop, index) => {
    const before = stops[index - 1]
    return !before || !isSame(before, stop)
  })
}

/** The point of the sheet in the middle of the screen, in fractions of the sheet. */
const middleOf = ({ zoom, screenLeft, screenTop }: ScrollSpot, { sheet, scroller }: Stage) => ({
  x: (screenLeft + scroller.screenWidth / 2) / (sheet.screenWidth * zoom),
  y: (screenTop + scroller.screenHeight / 2) / (sheet.screenHeight * zoom),
})

/**
 * The next stop from wherever the reader is. From a stop, the one after it. From elsewhere the nearest stop, if it lies
 * ahead or has another zoom, otherwise the one after it. Undefined at the end.
 */
export const stopFrom = (
  stops: readonly ScrollSpot[],
  spot: ScrollSpot,
  step: 1 | -1,
  stage: Stage,
): ScrollSpot | undefined => {
  const at = stops.findIndex((stop) => isSame(stop, spot))
  if (at >= 0) return stops[at + step]
  const middle = middleOf(spot, stage)
  const distances = stops.map((stop) => {
    const { x, y } = middleOf(stop, stage)
    return Math.hypot((x - middle.x) * stage.sheet.screenWidth, (y - middle.y) * stage.sheet.screenHeight)
  })
  const nearest = distances.indexOf(Math.min(...distances))
  const stop = stops[nearest]
  if (!stop) return undefined
  // At another zoom, the reader is not following a column yet.
  if (Math.abs(stop.zoom / spot.zoom - 1) > 0.1) return stop
  const isAhead = (middleOf(stop, stage).y - middle.y) * step * stage.sheet.screenHeight * spot.zoom
  return isAhead > stage.scroller.screenHeight * 0.3 ? stop : stops[nearest + step]
}

/**
 * The article being read: the one in the middle of the screen. If there are several, the smallest; if there is none,
 * the nearest. With its page, and the point of that page in the middle of the screen, page units.
 */
export const articleNear = (
  sheet: LaidSheet,
  spot: ScrollSpot,
  stage: Stage,
): { readonly article: string; readonly sheetPage: SheetPage; readonly point: Point } | undefined => {
  const middle = middleOf(spot, stage)
  const found = sheet.pages.flatMap((sheetPage) => {
    const { rendition, nominal, scale, left } = sheetPage
    if (!rendition) return []
    const x = ((middle.x * sheet.width - left) / (nominal.width * scale)) * rendition.width
    const y = ((middle.y * sheet.height) / (nominal.height * scale)) * rendition.height
    return rendition.regions.map(({ article, outlines }) => {
      const box = boundsOf(outlines)
      const away = Math.hypot(
        Math.max(box.x - x, 0, x - box.x - box.width),
        Math.max(box.y - y, 0, y - box.y - box.height),
      )
      const isInside = outlines.some((outline) => isInsideOutline(outline, { x, y }))
      return { article, sheetPage, point: { x, y }, away: isInside ? -1 : away, area: box.width * box.height }
    })
  })
  return found.sort((a, b) => a.away - b.away || a.area - b.area)[0]
}

/** The article being read. */
export const articleAt = (sheet: LaidSheet, spot: ScrollSpot, stage: Stage): string | undefined =>
  articleNear(sheet, spot, stage)?.article

/** The page that the article continues on beyond those of the sheet, or comes from before them. */
export const pageBeyond = (sheet: LaidSheet, issue: Issue, article: string, step: 1 | -1): Page | undefined => {
  const pages = partsOf(issue, article).map(({ page }) => page)
  const isHere = (page: Page): boolean => sheet.pages.some((sheetPage) => sheetPage.page === page)
  const here = step === 1 ? pages.findLastIndex(isHere) : pages.findIndex(isHere)
  return here < 0 ? undefined : pages[here + step]
}

import { posix } from 'node:path'
import type { Outline } from '@/bundle/region'
import type { SourceFiles } from '../printed/printed-source'
import type { SavedFiles } from './addresses'
import type { EpaperPage } from './page-file'

/** The sharpest picture that was saved of a page, and how the areas of the site lie on it. */
export interface SavedPicture {
  /** Undefined if none was saved: then only the shape of the page is known. */
  readonly file: string | undefined
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** From a pixel of the picture as the site shows it to one of this picture. */
  readonly scaleX: number
  readonly scaleY: number
}

type Size = { readonly width: number; readonly height: number }

/** How much the shapes of two pictures of one page may differ. */
const tolerance = 0.03
const isSameShape = (a: Size, b: Size): boolean =>
  Math.abs((a.width * b.height) / (a.height * b.width) - 1) <= tolerance

const isPicture = /\.(?:jpe?g|png|webp|tiff?)$/iu

/** A folder may hold the pictures of all pages: those of one have the same name, but for what says how large they are. */
const isOfSamePage = (path: string, shown: string): boolean => {
  const stem = (one: string): string => posix.basename(one).replace(/(?:_b|_s|_brief|_icon|_big)?\.\w+$/iu, '')
  return stem(path) === stem(shown)
}

/** The width that a page without a picture is drawn in, pixels. */
const drawnWidth = 1600

/** The size in which the site shows the page's picture: as the page says, else that of the picture, else what the areas cover. */
const shownSizeOf = ({ picture, areas }: EpaperPage, own: Size | undefined): Size | undefined => {
  const { width, height } = picture ?? {}
  if (width && height) return { width, height }
  if (own && width) return { width, height: (width * own.height) / own.width }
  if (own && height) return { width: (height * own.width) / own.height, height }
  if (own) return own
  const xs = areas.flatMap(({ corners }) => corners.filter((_, index) => index % 2 === 0))
  const ys = areas.flatMap(({ corners }) => corners.filter((_, index) => index % 2 === 1))
  if (xs.length === 0) return undefined
  // As much margin after them as before.
  const far = (all: readonly number[]): number =>
    Math.max(
      1,
      all.reduce((most, one) => Math.max(most, one), 0) + all.reduce((least, one) => Math.min(least, one), Infinity),
    )
  return { width: width ?? far(xs), height: height ?? far(ys) }
}

/** Finds the sharpest picture of a page: its PDF, else the largest of the same shape beside the one that the site shows. Undefined if there is neither a picture nor an area. */
export const pagePictureOf = async (
  page: EpaperPage,
  saved: SavedFiles,
  measure: SourceFiles['measure'],
): Promise<SavedPicture | undefined> => {
  const shownFile = page.picture && saved.find(page.picture.src, page.file)
  const own = shownFile === undefined ? undefined : await measure(shownFile)
  const shown = shownSizeOf(page, own)
  const pdf = page.pdf === undefined ? undefined : saved.find(`/${page.pdf}`, page.file)
  const candidates = [
    ...(pdf === undefined ? [] : [pdf]),
    ...(shownFile === undefined
      ? []
      : saved.inFolderOf(shownFile).filter((path) => isPicture.test(path) && isOfSamePage(path, shownFile))),
  ]
  let best = own && shownFile !== undefined ? { file: shownFile, ...own } : undefined
  for (const file of candidates) {
    const size = await measure(file)
    if (!size || (shown && !isSameShape(size, shown))) continue
    if (!best || size.width > best.width) best = { file, ...size }
  }
  if (best) {
    const { file, width, height } = best
    return { file, width, height, scaleX: width / (shown?.width ?? width), scaleY: height / (shown?.height ?? height) }
  }
  if (!shown) return undefined
  const scale = drawnWidth / shown.width
  return {
    file: undefined,
    width: drawnWidth,
    height: Math.max(1, Math.round(shown.height * scale)),
    scaleX: scale,
    scaleY: scale,
  }
}

/** How far outside a corner may be before somebody should look, as a share of the page. */
const slack = 0.02

/** An area of the site as an outline on the picture; what lies outside is brought to its edge. */
export const outlineOfArea = (
  corners: readonly number[],
  { width, height, scaleX, scaleY }: SavedPicture,
): { readonly outline: Outline; readonly isOutside: boolean } => {
  let isOutside = false
  const outline = corners.map((value, index) => {
    const [most, scale] = index % 2 === 0 ? [width, scaleX] : [height, scaleY]
    const at = Math.round(value * scale)
    if (at < -slack * most || at > (1 + slack) * most) isOutside = true
    return Math.min(most, Math.max(0, at))
  })
  return { outline, isOutside }
}

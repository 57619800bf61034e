import type { WordBox } from '../../printed/printed-issue'
import type { SourcePage, UnscaledPage } from './source-page'

/** Pixels of a picture. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** What a page was given besides what its file says. */
export interface PageFacts {
  readonly label: string
  readonly name?: string
  readonly picture?: string
  readonly pixels?: ImageSize
}

export interface ScaledPage {
  readonly page: SourcePage
  /** Words of which a part lay outside the page; they were moved to its edge. */
  readonly outside: number
  /** The size that was declared, if it can't be true. */
  readonly wrongSize?: string
}

/** A page without picture is drawn; more than this is not sharper, only heavier. */
const [narrowest, widest, usualWidth] = [1200, 4200, 3000]
/** Larger than any scan, in any unit. */
const largest = 1_000_000
/** Words that may lie outside before the page's size is doubted: one in fifty. */
const mayLieOutside = 0.02

const isLikely = (length: number): boolean => Number.isFinite(length) && length > 0 && length < largest

/** The page that holds all words, if what is declared does not. */
const sizeOf = ({ width, height, words }: UnscaledPage): { width: number; height: number; isTrue: boolean } => {
  const isDeclared = isLikely(width) && isLikely(height)
  let [right, bottom, outside] = [0, 0, 0]
  for (const { box } of words) {
    const [x, y] = [box[0] + box[2], box[1] + box[3]]
    if (!isLikely(x) || !isLikely(y)) continue
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
    if (x > width * 1.01 || y > height * 1.01) outside++
  }
  if (isDeclared && outside <= words.length * mayLieOutside) return { width, height, isTrue: true }
  // A margin as wide as it might be; a page without words and without size is as high as most are.
  return { width: right === 0 ? 1000 : right * 1.03, height: bottom === 0 ? 1400 : bottom * 1.03, isTrue: false }
}

const factorOf = (width: number, pixelsPerUnit: number | undefined): number => {
  const factor = pixelsPerUnit ?? 1
  const pixels = width * factor
  return pixels < narrowest || pixels > widest ? usualWidth / width : factor
}

const clamped = (value: number, most: number): number =>
  Number.isFinite(value) ? Math.min(Math.max(Math.round(value), 0), most) : 0

/** Counts a page's places in pixels of its picture; a page without one is about 3,000 pixels wide. */
export const scalePage = (unscaled: UnscaledPage, facts: PageFacts): ScaledPage => {
  const { label, name, picture, pixels } = facts
  const declared = sizeOf(unscaled)
  const factor = factorOf(declared.width, unscaled.pixelsPerUnit)
  const width = pixels?.width ?? Math.max(1, Math.round(declared.width * factor))
  const height = pixels?.height ?? Math.max(1, Math.round(declared.height * factor))
  const across = width / declared.width
  const down = height / declared.height
  const scaled = ([x, y, w, h]: WordBox): WordBox => {
    const [left, top] = [clamped(x * across, width), clamped(y * down, height)]
    return [left, top, clamped((x + w) * across, width) - left, clamped((y + h) * down, height) - top]
  }
  // A page of pixels is as large as its image, if that is not there to be asked.
  const isPixels = unscaled.pixelsPerUnit === undefined
  const fromImage = pixels ? ([1, 1] as const) : isPixels ? ([across, down] as const) : undefined
  let outside = 0
  const words = unscaled.words.map((word) => {
    const [x, y, w, h] = word.box
    const isInside = x >= -1 && y >= -1 && x + w <= declared.width * 1.01 && y + h <= declared.height * 1.01
    if (!isInside) outside++
    return { ...word, box: scaled(word.box) }
  })
  const inPixels = <Place extends { readonly box: WordBox | undefined }>(place: Place): Place => ({
    ...place,
    box: place.box && scaled(place.box),
  })
  return {
    page: {
      label,
      width,
      height,
      words,
      blocks: unscaled.blocks.map(inPixels),
      places: new Map([...unscaled.places].map(([id, place]) => [id, inPixels(place)])),
      ...(name === undefined ? {} : { name }),
      ...(picture === undefined ? {} : { picture }),
      ...(fromImage === undefined ? {} : { fromImage }),
      ...(unscaled.lang === undefined ? {} : { lang: unscaled.lang }),
    },
    outside,
    ...(declared.isTrue || Number.isNaN(unscaled.width)
      ? {}
      : { wrongSize: `${String(unscaled.width)} × ${String(unscaled.height)}` }),
  }
}

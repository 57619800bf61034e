import type { Box } from '@/bundle/geometry'
import type { PartEntry } from '@/bundle/issue'
import { tileBox } from '@/bundle/tile-box'
import type { TileLevel } from '@/bundle/tiles'

/** What images of printed pages may take once decoded: a phone with 2 GB gives a page not much more. */
export const decodedBudgetBytes = 96 * 1024 ** 2
const bytesPerPixel = 4

/** What is left of the budget for the tiles of a page, beside its own largest image and the smaller ones that its neighbours show. */
export const tileBudgetBytes = (images: readonly PartEntry[], budgetBytes = decodedBudgetBytes): number => {
  const decoded = images.map(({ width = 0, height = 0 }) => width * height * bytesPerPixel).sort((a, b) => b - a)
  const [largest = 0, next = largest] = decoded
  return Math.max(0, budgetBytes - largest - 2 * next)
}

/**
 * The narrowest level that is sharp, or the widest there is; undefined if a whole image is sharp already.
 * @param widest width of the widest whole image, pixels
 * @param needed pixels of the screen that the whole page would take
 */
export const levelFor = (levels: readonly TileLevel[], widest: number, needed: number): TileLevel | undefined =>
  widest >= needed ? undefined : (levels.find(({ width }) => width >= needed) ?? levels.at(-1))

const isOver = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

/** How far around the view tiles are kept ready, as a share of the view's sides. */
const readyShare = 0.5

/** Indices of tiles, the nearest to the middle of the view first. */
export interface TilesInView {
  readonly seen: readonly number[]
  readonly around: readonly number[]
}

/**
 * The tiles to show, as far as they fit into the budget: those in view first, then those around it.
 * @param view what is seen, in fractions of the page
 */
export const tilesInView = (level: TileLevel, view: Box, budgetBytes: number): TilesInView => {
  const seen = {
    x: view.x * level.width,
    y: view.y * level.height,
    width: view.width * level.width,
    height: view.height * level.height,
  }
  const ready = {
    x: seen.x - seen.width * readyShare,
    y: seen.y - seen.height * readyShare,
    width: seen.width * (1 + 2 * readyShare),
    height: seen.height * (1 + 2 * readyShare),
  }
  const found = level.images.flatMap((_, index) => {
    const box = tileBox(level, index)
    if (!isOver(box, ready)) return []
    const acrossPixels = box.x + box.width / 2 - (seen.x + seen.width / 2)
    const downPixels = box.y + box.height / 2 - (seen.y + seen.height / 2)
    const bytes = box.width * box.height * bytesPerPixel
    return [{ index, bytes, isSeen: isOver(box, seen), distance: Math.hypot(acrossPixels, downPixels) }]
  })
  found.sort((a, b) => Number(b.isSeen) - Number(a.isSeen) || a.distance - b.distance)
  let left = budgetBytes
  const shown = found.filter(({ bytes }) => (left -= bytes) >= 0)
  const those = (areSeen: boolean): number[] => shown.flatMap(({ index, isSeen }) => (isSeen === areSeen ? index : []))
  return { seen: those(true), around: those(false) }
}

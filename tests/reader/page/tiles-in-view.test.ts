import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { partEntry } from '@/bundle/issue'
import { tileBox } from '@/bundle/tile-box'
import { tileLevel, tilesIn, type TileLevel } from '@/bundle/tiles'
import {
  decodedBudgetBytes,
  levelFor,
  tileBudgetBytes,
  tilesInView,
  type TilesInView,
} from '@/reader/page/tiles-in-view'

const levelOf = (width: number, height: number, side = 1024): TileLevel =>
  v.parse(tileLevel, {
    width,
    height,
    side,
    images: Array.from({ length: tilesIn({ width, height, side }) }, () => 'tile.00000000.webp'),
  })
/** A page of 60 megapixels. */
const page = levelOf(6700, 8950)
const imageOf = (width: number, height: number) =>
  v.parse(partEntry, {
    name: `facsimile-${width}.00000000.webp`,
    role: 'facsimile',
    bytes: 1,
    sha256: '0'.repeat(64),
    width,
    height,
  })
const images = [imageOf(200, 267), imageOf(1000, 1336), imageOf(2600, 3473)]
const allOf = ({ seen, around }: TilesInView): readonly number[] => [...seen, ...around]
const bytesOf = (level: TileLevel, indices: readonly number[]): number =>
  indices.map((index) => tileBox(level, index)).reduce((sum, { width, height }) => sum + width * height * 4, 0)

const shares = fc.double({ min: -0.5, max: 1.5, noNaN: true })
const sizes = fc.double({ min: 0.01, max: 1.5, noNaN: true })
const views = fc.record({ x: shares, y: shares, width: sizes, height: sizes })

describe('the level of a printed page', () => {
  const levels = [levelOf(3350, 4475), page]
  it.each([
    [2600, undefined],
    [2601, 3350],
    [3350, 3350],
    [3351, 6700],
    [20_000, 6700],
  ])('for %i pixels of the screen is the narrowest that is sharp, if the whole image is not', (needed, width) =>
    expect(levelFor(levels, 2600, needed)?.width).toBe(width),
  )
  it('is none where the page has none', () => expect(levelFor([], 2600, 9000)).toBeUndefined())
})

describe('the tiles that are shown', () => {
  it('never take more than the budget, whatever is looked at', () =>
    fc.assert(
      fc.property(views, fc.integer({ min: 0, max: 2 * decodedBudgetBytes }), (view, budget) => {
        const shown = allOf(tilesInView(page, view, budget))
        expect(bytesOf(page, shown)).toBeLessThanOrEqual(budget)
        expect(new Set(shown).size).toBe(shown.length)
      }),
    ))

  it('are all that is seen, where the budget has room, and none that is far from it', () => {
    const view = { x: 0.2, y: 0.3, width: 0.1, height: 0.15 }
    const shown = allOf(tilesInView(page, view, decodedBudgetBytes))
    const boxes = shown.map((index) => tileBox(page, index))
    // The four corners of the view, in pixels of the level.
    for (const x of [0.2, 0.3])
      for (const y of [0.3, 0.45])
        expect(
          boxes.some(
            (box) =>
              x * 6700 >= box.x && x * 6700 <= box.x + box.width && y * 8950 >= box.y && y * 8950 <= box.y + box.height,
          ),
        ).toBe(true)
    expect(boxes.every(({ x, y }) => x < 0.35 * 6700 && y < 0.525 * 8950)).toBe(true)
  })

  it('are told apart: those in view, and those around it that are kept ready', () => {
    const view = { x: 0.2, y: 0.3, width: 0.1, height: 0.15 }
    const { seen, around } = tilesInView(page, view, decodedBudgetBytes)
    const touches = (index: number): boolean => {
      const { x, y, width, height } = tileBox(page, index)
      return x < 0.3 * 6700 && x + width > 0.2 * 6700 && y < 0.45 * 8950 && y + height > 0.3 * 8950
    }
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.every(touches)).toBe(true)
    expect(around.some(touches)).toBe(false)
  })

  it('begin with what is seen in the middle, so that a small budget leaves the edges less sharp', () => {
    const view = { x: 0, y: 0, width: 1, height: 1 }
    const [first = -1] = tilesInView(page, view, decodedBudgetBytes).seen
    const { x, y } = tileBox(page, first)
    expect(Math.abs(x + 512 - 3350)).toBeLessThanOrEqual(512)
    expect(Math.abs(y + 512 - 4475)).toBeLessThanOrEqual(512)
  })

  it('are none where nothing of the page is seen', () =>
    expect(tilesInView(page, { x: 3, y: 3, width: 0.2, height: 0.2 }, decodedBudgetBytes)).toEqual({
      seen: [],
      around: [],
    }))

  it('share the budget with the page’s own image and those of its neighbours', () => {
    const left = tileBudgetBytes(images)
    expect(left + 4 * (2600 * 3473 + 2 * 1000 * 1336)).toBe(decodedBudgetBytes)
    // A phone’s screen at the sharpness of the level, wherever it is: nine of twelve tiles at least.
    expect(
      allOf(tilesInView(page, { x: 0.31, y: 0.41, width: 1170 / 6700, height: 2532 / 8950 }, left)).length,
    ).toBeGreaterThan(8)
  })

  it('are none where the image alone takes it all', () => expect(tileBudgetBytes([imageOf(9000, 9000)])).toBe(0))
})

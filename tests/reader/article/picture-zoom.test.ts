import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atFit, fittedSize, heldSpot, movedBy, zoomedAbout } from '@/reader/article/pictures/picture-zoom'

const stage = { screenWidth: 360, screenHeight: 600 }
const size = fc.integer({ min: 1, max: 6000 })
const reach = fc.integer({ min: -5000, max: 5000 })
const zoom = fc.double({ min: 0.1, max: 20, noNaN: true })

describe('a large picture', () => {
  it('is fitted whole, and touches two sides of the stage', () =>
    fc.assert(
      fc.property(size, size, (width, height) => {
        const fitted = fittedSize({ width, height }, stage)
        expect(fitted.screenWidth).toBeLessThanOrEqual(360.001)
        expect(fitted.screenHeight).toBeLessThanOrEqual(600.001)
        expect(Math.min(360 - fitted.screenWidth, 600 - fitted.screenHeight)).toBeCloseTo(0)
        expect(fitted.screenWidth / fitted.screenHeight).toBeCloseTo(width / height, 3)
      }),
    ))

  it('never leaves the stage, wherever it is moved and zoomed', () =>
    fc.assert(
      fc.property(size, size, reach, reach, zoom, (width, height, dx, dy, factor) => {
        const fitted = fittedSize({ width, height }, stage)
        const spot = heldSpot(movedBy(zoomedAbout(atFit, factor, { screenX: 5, screenY: 9 }), dx, dy), fitted, stage)
        expect(spot.zoom).toBeGreaterThanOrEqual(1)
        const overhang = (fitted.screenWidth * spot.zoom - stage.screenWidth) / 2
        expect(Math.abs(spot.screenX)).toBeLessThanOrEqual(Math.max(0, overhang) + 0.001)
        const below = (fitted.screenHeight * spot.zoom - stage.screenHeight) / 2
        expect(Math.abs(spot.screenY)).toBeLessThanOrEqual(Math.max(0, below) + 0.001)
      }),
    ))

  it('keeps the point under the fingers where it is', () =>
    fc.assert(
      fc.property(reach, reach, zoom, (screenX, screenY, factor) => {
        const before = { zoom: 2, screenX: 30, screenY: -40 }
        const after = zoomedAbout(before, factor, { screenX, screenY })
        // The same place of the picture lies under the point before and after.
        expect((screenX - after.screenX) / after.zoom).toBeCloseTo((screenX - before.screenX) / before.zoom, 4)
        expect((screenY - after.screenY) / after.zoom).toBeCloseTo((screenY - before.screenY) / before.zoom, 4)
      }),
    ))
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clampSpot,
  columnShare,
  mostZoom,
  softZoom,
  spotOfBox,
  spotOfTap,
  zoomAbout,
  type Stage,
} from '@/reader/page/viewport'
import { imageFor } from '@/reader/issue/image-for'
import { decodeIssue, encode } from '@/bundle/codec'
import { smallIssue } from '../support/small-issue'
import { applyAccent } from '@/reader/styles/accent'
import { contrastOf, readableOn } from '@/reader/styles/contrast'
import { grounds } from '@/reader/styles/grounds'

const stage: Stage = {
  sheet: { screenWidth: 400, screenHeight: 600 },
  screenBelow: 200,
  scroller: { screenWidth: 400, screenHeight: 700 },
}

describe('zooming', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  const spot = fc.record({ zoom: number(1, 8), screenLeft: number(0, 2000), screenTop: number(0, 2000) })
  const point = fc.record({ screenX: number(0, 400), screenY: number(0, 700) })
  type Spot = { readonly zoom: number; readonly screenLeft: number; readonly screenTop: number }

  it('brings what was under the fingers to where the fingers are', () =>
    fc.assert(
      fc.property(spot, number(0.5, 12), point, point, (before, zoom, from, to) => {
        const after = zoomAbout(before, zoom, from, to)
        const placeUnder = (one: Spot, { screenX, screenY }: typeof from) => [
          (one.screenLeft + screenX) / one.zoom,
          (one.screenTop + screenY) / one.zoom,
        ]
        const [x = 0, y = 0] = placeUnder(before, from)
        expect(placeUnder(after, to)[0]).toBeCloseTo(x, 6)
        expect(placeUnder(after, to)[1]).toBeCloseTo(y, 6)
      }),
    ))
  it('comes to rest between the fit and eight times, inside the edges', () =>
    fc.assert(
      fc.property(
        fc.record({ zoom: number(0.2, 30), screenLeft: number(-900, 9000), screenTop: number(-900, 9000) }),
        point,
        (wild, about) => {
          const { zoom, screenLeft, screenTop } = clampSpot(wild, stage, about)
          expect(zoom >= 1 && zoom <= mostZoom).toBe(true)
          expect(screenLeft >= 0 && screenLeft <= 400 * zoom - 400 + 1e-6).toBe(true)
          expect(screenTop >= 0 && screenTop <= Math.max(0, 600 * zoom + 200 - 700) + 1e-6).toBe(true)
        },
      ),
    ))
  it('leaves a spot that can be as it is', () => {
    const fine = { zoom: 3, screenLeft: 100, screenTop: 300 }
    expect(clampSpot(fine, stage)).toEqual(fine)
  })
  it.each([
    ['a whole page', 300, 1],
    ['a narrow page, zoomed a little', 200, 1.8],
    ['a strip', 40, 3],
  ])('puts %s that is narrower than the screen in its middle', (_, screenWidth, zoom) => {
    const narrow = { ...stage, sheet: { screenWidth, screenHeight: 600 } }
    for (const screenLeft of [-300, 0, 50]) {
      const found = clampSpot({ zoom, screenLeft, screenTop: 0 }, narrow)
      expect(-found.screenLeft).toBeCloseTo((400 - screenWidth * zoom) / 2)
    }
  })
  it('gives way softly past the limits, and never turns round', () =>
    fc.assert(
      fc.property(number(0.1, 40), number(1.001, 2), (zoom, more) => {
        expect(softZoom(zoom * more)).toBeGreaterThan(softZoom(zoom))
        if (zoom < 1) expect(softZoom(zoom)).toBeGreaterThan(zoom)
        if (zoom > mostZoom) expect(softZoom(zoom)).toBeLessThan(zoom)
        if (zoom >= 1 && zoom <= mostZoom) expect(softZoom(zoom)).toBe(zoom)
      }),
    ))
  it('shows a column as wide as the screen, with a little air, in its middle', () => {
    const found = spotOfBox({ x: 0.4, y: 0.5, width: 0.2, height: 0.3 }, stage)
    expect(found.zoom).toBeCloseTo(columnShare / 0.2)
    expect(found.screenLeft + 200).toBeCloseTo(0.5 * 400 * found.zoom)
  })
  it('by a double tap goes to the narrowest column there, not to the article around it', () => {
    const article = { x: 0.1, y: 0.1, width: 0.8, height: 0.8 }
    const column = { x: 0.1, y: 0.1, width: 0.25, height: 0.8 }
    const at = { zoom: 1, screenLeft: 0, screenTop: 0 }
    const tapAt = (screenX: number) => spotOfTap([article, column], at, { screenX, screenY: 300 }, stage)
    expect(tapAt(80).zoom).toBeCloseTo(columnShare / 0.25)
    expect(tapAt(10).zoom).toBe(2.5)
  })
  it('by a double tap goes to an article of half the page, and enlarges one that is wider where it was tapped', () => {
    const at = { zoom: 1, screenLeft: 0, screenTop: 0 }
    const tapOn = (width: number) =>
      spotOfTap([{ x: 0, y: 0, width, height: 1 }], at, { screenX: 100, screenY: 300 }, stage)
    expect(tapOn(0.5).zoom).toBeCloseTo(columnShare / 0.5)
    expect(tapOn(0.9)).toMatchObject({ zoom: 2.5, screenLeft: 150, screenTop: 450 })
  })
  it('by a double tap keeps the tapped line on the screen', () =>
    fc.assert(
      fc.property(number(0, 400), number(0, 600), (screenX, screenY) => {
        const column = { x: 0, y: 0, width: 0.25, height: 1 }
        const found = spotOfTap([column], { zoom: 1, screenLeft: 0, screenTop: 0 }, { screenX, screenY }, stage)
        const y = screenY * found.zoom - found.screenTop
        expect(y >= -1e-6 && y <= 700 + 1e-6).toBe(true)
      }),
    ))
})

describe('choosing an image', () => {
  it('takes the narrowest that is sharp, else the widest there is', async () => {
    const { parts } = decodeIssue(encode((await smallIssue()).issue))
    const widths = [1600, 200, 640, 2600]
    const entries = parts.map((part, index) => ({ ...part, width: widths[index] ?? 1 }))
    const widthFor = (cssWidth: number) => entries.find(({ name }) => name === imageFor(entries, cssWidth))?.width
    expect(devicePixelRatio).toBe(1)
    expect([200, 700, 1900, 9000].map(widthFor)).toEqual([200, 640, 1600, 2600])
    expect(imageFor([], 300)).toBeUndefined()
  })
})

describe('any paper’s accent', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
  it('can be read as text in every theme', () =>
    fc.assert(
      fc.property(colour, fc.constantFrom(...Object.values(grounds)), (accent, ground) => {
        expect(contrastOf(readableOn(accent, ground, 5), ground)).toBeGreaterThanOrEqual(5)
      }),
    ))
  it('is left as it is where it can be read already', () =>
    expect(readableOn('#9c1c1c', grounds.light, 5)).toBe('#9c1c1c'))
  it('is given to the page for each theme', () => {
    const root = document.createElement('div')
    applyAccent(root, '#9c1c1c')
    expect(root.style.getPropertyValue('--accent-text-light')).toBe('#9c1c1c')
    expect(root.style.getPropertyValue('--accent-text-dark')).not.toBe('#9c1c1c')
  })
})

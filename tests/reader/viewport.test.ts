import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostZoom, spotOfBox, zoomAbout } from '@/reader/page/viewport'
import { imageFor } from '@/reader/issue/image-for'
import { decodeIssue, encode } from '@/bundle/codec'
import { smallIssue } from '../support/small-issue'
import { applyAccent } from '@/reader/styles/accent'
import { contrastOf, readableOn } from '@/reader/styles/contrast'
import { grounds } from '@/reader/styles/grounds'

describe('zooming', () => {
  const spot = fc.record({
    zoom: fc.double({ min: 1, max: 8, noNaN: true }),
    screenLeft: fc.integer({ min: 0, max: 2000 }),
    screenTop: fc.integer({ min: 0, max: 2000 }),
  })
  it('keeps what is under the fingers under the fingers', () =>
    fc.assert(
      fc.property(
        spot,
        fc.double({ min: 1, max: 8, noNaN: true }),
        fc.integer({ min: 0, max: 400 }),
        (before, zoom, screenX) => {
          const after = zoomAbout(before, zoom, { screenX, screenY: 0 })
          const place = (one: typeof before) => (one.screenLeft + screenX) / one.zoom
          // At the sheet's edge the scroller can't go further.
          if (after.screenLeft > 0) expect(place(after)).toBeCloseTo(place(before), 6)
        },
      ),
    ))
  it('never goes below the fit nor beyond eight times', () => {
    const at = { zoom: 1, screenLeft: 0, screenTop: 0 }
    expect(zoomAbout(at, 0.2, { screenX: 0, screenY: 0 }).zoom).toBe(1)
    expect(zoomAbout(at, 99, { screenX: 0, screenY: 0 }).zoom).toBe(mostZoom)
  })
  it('shows a column as wide as the screen, in its middle', () => {
    const sheet = { screenWidth: 400, screenHeight: 600 }
    const found = spotOfBox({ x: 0.4, y: 0.5, width: 0.2, height: 0.3 }, sheet, { screenWidth: 400, screenHeight: 700 })
    expect(found.zoom).toBeCloseTo(4.7)
    expect(found.screenLeft + 200).toBeCloseTo(0.5 * 400 * found.zoom)
  })
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

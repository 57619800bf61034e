import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { partName } from '@/bundle/ids'
import { tilesIn, type TileLevel } from '@/bundle/tiles'
import { levelWidths } from '@/press/images/encode-level'
import { imageServiceOf } from '@/press/site/standards/iiif/image-api'
import { smallFolder } from '../../../support/issue-content'

const address = { origin: 'https://small.example', base: '/paper/' }
const side = 1024

const levelOf = (width: number, height: number): TileLevel => ({
  width,
  height,
  side,
  images: Array.from({ length: tilesIn({ width, height, side }) }, (_, index) =>
    v.parse(partName, `tile-${width}-${index}.00000000.webp`),
  ),
})

const { issue } = await smallFolder()
const [, page] = issue.pages
const facsimile = page?.renditions[0]
if (!page || facsimile?.kind !== 'facsimile') throw new Error('no facsimile')

const serviceOf = (tiles?: readonly TileLevel[]) =>
  imageServiceOf(issue, { ...page, renditions: [{ ...facsimile, ...(tiles && { tiles }) }] }, address)

const info = v.object({
  width: v.number(),
  height: v.number(),
  tiles: v.tuple([v.object({ width: v.number(), scaleFactors: v.array(v.number()) })]),
})

/** What a viewer asks for, worked out from info.json alone as the Image API 3 says in 4.7 and 5.4. */
const askedBy = (viewerInfo: object): string[] => {
  const { width, height, tiles } = v.parse(info, viewerInfo)
  const [{ width: length, scaleFactors }] = tiles
  return scaleFactors.flatMap((factor) => {
    const step = length * factor
    const names: string[] = []
    for (let y = 0; y < height; y += step)
      for (let x = 0; x < width; x += step) {
        const [w, h] = [Math.min(step, width - x), Math.min(step, height - y)]
        const region = w === width && h === height ? 'full' : [x, y, w, h].join()
        names.push(`${region}/${Math.ceil(w / factor)},${Math.ceil(h / factor)}/0/default.webp`)
      }
    return names
  })
}

describe('a facsimile with tiles, as an image service', () => {
  it('has each file that a viewer asks for, once', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 3250, max: 20_000 }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        (own, shape) => {
          const levels = levelWidths(own, [1100, 2600]).map((width) => levelOf(width, Math.round(width * shape)))
          const service = serviceOf(levels)
          const tiles = service?.files.map(({ path }) => path).slice(facsimile.images.length) ?? []
          expect([...tiles].sort()).toEqual(askedBy(service?.info ?? {}).sort())
          expect(new Set(service?.files.map(({ part }) => part)).size).toBe(service?.files.length)
        },
      ),
    ))

  it('names itself by its pictures and its address, so that it may be kept for ever', () => {
    const [one, same, other] = [3300, 3300, 3302].map((width) => serviceOf([levelOf(width, 4000)])?.folder)
    expect(one).toMatch(/^2026-01-05\/iiif\/page-2\.[0-9a-f]{16}$/)
    expect(same).toBe(one)
    expect(other).not.toBe(one)
    const tiled = { ...page, renditions: [{ ...facsimile, tiles: [levelOf(3300, 4000)] }] }
    expect(imageServiceOf(issue, tiled, { ...address, base: '/' })?.folder).not.toBe(one)
  })

  it.each([
    ['that is no half of the picture', levelOf(3000, 4000), levelOf(4000, 5333)],
    ['that was rounded down to a row less', levelOf(3000, 2048), levelOf(6000, 4097)],
  ])('leaves out a level %s: no viewer asks for it', (_, level, whole) =>
    expect(serviceOf([level, whole])?.info).toMatchObject({ tiles: [{ scaleFactors: [1] }] }),
  )

  it('is none without tiles', () => expect(serviceOf()).toBeUndefined())
})

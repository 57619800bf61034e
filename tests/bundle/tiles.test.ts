import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import { tileBox } from '@/bundle/tile-box'
import { tilesIn } from '@/bundle/tiles'
import { faultOf } from '../support/fault-of'
import { smallIssue } from '../support/small-issue'

const grids = fc.record({
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
  side: fc.integer({ min: 256, max: 4096 }),
})

const known = (await smallIssue()).issue.parts[0]?.name ?? ''

describe('the tiles of a level [B20]', () => {
  it('cover it without a gap, and no pixel twice', () =>
    fc.assert(
      fc.property(grids, fc.double({ min: 0, max: 0.999, noNaN: true }), (grid, place) => {
        const boxes = Array.from({ length: tilesIn(grid) }, (_, index) => tileBox(grid, index))
        expect(boxes.reduce((sum, { width, height }) => sum + width * height, 0)).toBe(grid.width * grid.height)
        const [x, y] = [place * grid.width, (1 - place) * grid.height * 0.999]
        expect(
          boxes.filter((box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height),
        ).toHaveLength(1)
      }),
    ))

  const issueWith = async (tiles: unknown) => {
    const { issue } = await smallIssue()
    const rendition = issue.pages[1]?.renditions[0]
    if (!rendition || !('images' in rendition)) throw new Error('no facsimile')
    return encode({
      ...issue,
      pages: issue.pages.map((page, index) =>
        index === 1 ? { ...page, renditions: [{ ...rendition, tiles }] } : page,
      ),
    })
  }
  const level = { width: 600, height: 500, side: 512, images: [known, known] }

  it('are named one by one', async () =>
    expect(decodeIssue(await issueWith([level])).pages[1]?.renditions[0]).toMatchObject({ tiles: [level] }))

  it.each([
    ['fewer than it has', [{ ...level, images: [known] }], 'wrong-shape'],
    ['more than it has', [{ ...level, images: [known, known, known] }], 'wrong-shape'],
    ['of a side that makes millions', [{ ...level, side: 1 }], 'wrong-shape'],
    ['of no width', [{ ...level, width: 0 }], 'wrong-shape'],
    ['that no part is', [{ ...level, images: [known, 'tile.00000000.webp'] }], 'unknown-id'],
  ])('are a fault if there are %s', async (_, tiles, kind) => {
    const bytes = await issueWith(tiles)
    expect((await faultOf(() => decodeIssue(bytes))).kind).toBe(kind)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxOfPiece, cutPiece } from '@/press/importers/pdf/recognising/cut-piece'
import type { PixelBox } from '@/press/importers/pdf/recognising/grey-picture'
import { inkMapOf, lineHeightOf } from '@/press/importers/pdf/recognising/ink'
import { piecesOf } from '@/press/importers/pdf/recognising/line-bands'
import { layoutOf } from '@/press/importers/pdf/recognising/recognise-page'
import { framesOf, takeRules } from '@/press/importers/pdf/recognising/rules'
import { textBlocksOf } from '@/press/importers/pdf/recognising/text-blocks'
import { columnOf, mapOf, pageOf, point } from './ink-pages'

const em = 40
const [width, height] = [1600, 1400]

const piecesOn = (boxes: readonly PixelBox[]) => {
  const page = pageOf(width, height, boxes)
  const layout = layoutOf(page, point)
  if (!layout) throw new Error('no text was found')
  return {
    page,
    layout,
    places: layout.pieces.map((piece) => boxOfPiece(piece, layout.side, width)),
  }
}

const column = { left: 100, top: 300, lines: 12, characters: 12, em }
const second = { ...column, left: 100 + 12 * em + 60 }

describe('a page of ink', () => {
  it('has lines as high as most characters are', () => {
    const high = lineHeightOf(inkMapOf(pageOf(width, height, columnOf(column))), point)
    expect(high).toBeGreaterThan(0.85 * em)
    expect(high).toBeLessThan(0.95 * em)
  })

  it('is cut between columns, whatever stands over both', () => {
    const title = columnOf({ left: 140, top: 100, lines: 1, characters: 9, em: 3 * em })
    const { places } = piecesOn([...title, ...columnOf(column), ...columnOf(second)])
    expect(places).toHaveLength(3)
    const [over, ...columns] = places.toSorted((a, b) => a.top - b.top || a.left - b.left)
    expect(over?.bottom).toBeLessThanOrEqual(300)
    expect(columns[0]?.right).toBeLessThanOrEqual(columns[1]?.left ?? 0)
  })

  it('is cut where a lead of the same type runs over two columns', () => {
    const lead = columnOf({ ...column, top: 300 - 2 * 64, lines: 2, characters: 25 })
    const { places } = piecesOn([...lead, ...columnOf(column), ...columnOf(second)])
    const right = places.filter(({ left }) => left > 500)
    expect(right).toHaveLength(1)
    expect(right[0]?.top).toBeGreaterThan(280)
  })

  it('is cut at an upright rule in a gutter that is too narrow to be one', () => {
    const near = { ...column, left: 100 + 12 * em + 24 }
    const rule = { left: 100 + 12 * em + 8, right: 100 + 12 * em + 11, top: 300, bottom: 1050 }
    const { layout, places } = piecesOn([...columnOf(column), ...columnOf(near), rule])
    expect(layout.rules).toHaveLength(1)
    expect(places).toHaveLength(2)
  })

  it('has pictures, of which no text is looked for', () => {
    const picture = { left: 900, top: 300, right: 1500, bottom: 900 }
    const { layout, places } = piecesOn([...columnOf({ ...column, characters: 15 }), picture])
    const [found] = [...layout.pictures, ...layout.boxes]
    expect(Math.abs((found?.left ?? 0) - picture.left)).toBeLessThan(em)
    expect(places.every(({ right }) => right < 900)).toBe(true)
  })

  it('without ink has no layout', () => {
    expect(layoutOf(pageOf(400, 400, []), point)).toBeUndefined()
  })
})

describe('rules', () => {
  const frame = [
    { left: 200, top: 200, right: 900, bottom: 204 },
    { left: 200, top: 800, right: 900, bottom: 804 },
    { left: 200, top: 200, right: 204, bottom: 804 },
    { left: 896, top: 200, right: 900, bottom: 804 },
  ]

  it('are taken out of the ink, and four of them are a frame', () => {
    const map = mapOf(pageOf(1000, 1000, frame))
    const rules = takeRules(map, point)
    expect(rules).toHaveLength(4)
    expect(map.ink.includes(1)).toBe(false)
    expect(framesOf(rules, point)).toEqual([{ left: 200, top: 200, right: 900, bottom: 804 }])
  })

  it('are no strokes of a title', () => {
    const stroke = { left: 200, top: 200, right: 200 + Math.round(50 * point), bottom: 206 }
    expect(takeRules(mapOf(pageOf(1000, 1000, [stroke])), point)).toEqual([])
  })
})

describe('cutting', () => {
  const boxes = fc.array(
    fc
      .record({
        left: fc.integer({ min: 0, max: 200 }),
        top: fc.integer({ min: 0, max: 200 }),
        wide: fc.integer({ min: 1, max: 40 }),
        high: fc.integer({ min: 1, max: 40 }),
      })
      .map(({ left, top, wide, high }) => ({ left, top, right: left + wide, bottom: top + high })),
    { minLength: 1, maxLength: 25 },
  )

  it('loses no ink, gives none twice, and stays on the page', () => {
    fc.assert(
      fc.property(boxes, fc.integer({ min: 10, max: 40 }), (ink, size) => {
        const page = pageOf(240, 240, ink)
        const map = mapOf(page)
        const { blocks, side } = textBlocksOf(map, [], size)
        const pieces = blocks.flatMap((block) => piecesOf(map, block, side, size))
        const seen = new Uint8Array(240 * 240)
        for (const piece of pieces) {
          const box = boxOfPiece(piece, side, 240)
          expect(box.left >= 0 && box.top >= 0 && box.right <= 240 && box.bottom <= 240).toBe(true)
          for (const { row, from, to } of piece.block.runs)
            for (let y = Math.max(piece.top, row * side); y < Math.min(piece.bottom, (row + 1) * side); y++)
              for (let x = from * side; x < Math.min(240, to * side); x++)
                seen[y * 240 + x] = (seen[y * 240 + x] ?? 0) + 1
        }
        expect(seen.every((count) => count <= 1)).toBe(true)
        expect(map.ink.every((one, at) => one === 0 || seen[at] === 1)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('gives each piece its own ink alone', () => {
    const page = pageOf(width, height, [...columnOf(column), ...columnOf(second)])
    const map = mapOf(page)
    const { blocks, side } = textBlocksOf(map, [], em)
    const ink = blocks
      .flatMap((block) => piecesOf(map, block, side, em))
      .map((piece) => cutPiece(page, piece, side))
      .reduce((sum, { picture, factor }) => sum + factor * picture.data.filter((shade) => shade < 128).length, 0)
    expect(ink).toBe(map.ink.filter((one) => one === 1).length)
  })
})

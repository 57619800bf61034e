import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, cornersOf, isInsidePage } from '@/bundle/geometry'
import {
  fewestCorners,
  insertCorner,
  moveCorner,
  moveOutline,
  mostCorners,
  pointsOf,
  rectangleOfDrag,
  removeCorner,
  shortestSide,
} from '@/desk/board/outline-edit'

const page = { width: 1000, height: 1400 }
const square = [100, 100, 300, 100, 300, 300, 100, 300]

describe('an outline', () => {
  it('has one corner moved, to whole pixels', () =>
    expect(moveCorner(square, 1, { x: 350.4, y: 90.6 }, page)).toEqual([100, 100, 350, 91, 300, 300, 100, 300]))

  it('keeps its corners on the page', () =>
    expect(moveCorner(square, 2, { x: 5000, y: -3 }, page)).toEqual([100, 100, 300, 100, 1000, 0, 100, 300]))

  it('moves as a whole, as far as the page goes', () => {
    expect(moveOutline(square, { x: 10, y: -20 }, page)).toEqual([110, 80, 310, 80, 310, 280, 110, 280])
    expect(moveOutline(square, { x: -500, y: 9000 }, page)).toEqual([0, 1200, 200, 1200, 200, 1400, 0, 1400])
  })

  it('gets a corner in the middle of an edge, the last of which closes it', () => {
    expect(insertCorner(square, 0)).toEqual([100, 100, 200, 100, 300, 100, 300, 300, 100, 300])
    expect(insertCorner(square, 3)).toEqual([...square, 100, 200])
  })

  it('loses a corner, but never one of three', () => {
    const triangle = removeCorner(square, 0)
    expect(triangle).toEqual([300, 100, 300, 300, 100, 300])
    expect(removeCorner(triangle, 1)).toBe(triangle)
  })

  it('is drawn by a drag in any direction', () => {
    const drawn = [100, 200, 400, 200, 400, 600, 100, 600]
    expect(rectangleOfDrag({ x: 100, y: 200 }, { x: 400, y: 600 }, page)).toEqual(drawn)
    expect(rectangleOfDrag({ x: 400, y: 200 }, { x: 100, y: 600 }, page)).toEqual(drawn)
  })

  it('is not drawn by a click that slipped', () =>
    expect(rectangleOfDrag({ x: 100, y: 200 }, { x: 100 + shortestSide - 1, y: 600 }, page)).toBeUndefined())

  it('is written as SVG has it', () => expect(pointsOf([0, 1, 2, 3, 4, 5])).toBe('0,1 2,3 4,5'))
})

describe('whatever is done to an outline', () => {
  const extent = fc.record({ width: fc.integer({ min: 20, max: 9000 }), height: fc.integer({ min: 20, max: 9000 }) })
  const anywhere = fc.record({
    x: fc.double({ min: -20_000, max: 20_000, noNaN: true }),
    y: fc.double({ min: -20_000, max: 20_000, noNaN: true }),
  })
  const onPage = extent.chain((size) =>
    fc.record({
      size: fc.constant(size),
      outline: fc
        .array(fc.tuple(fc.integer({ min: 0, max: size.width }), fc.integer({ min: 0, max: size.height })), {
          minLength: fewestCorners,
          maxLength: 12,
        })
        .map((corners) => corners.flat()),
    }),
  )

  it('leaves whole numbers on the page, and three corners', () =>
    fc.assert(
      fc.property(
        onPage,
        anywhere,
        fc.nat(11),
        fc.constantFrom('move', 'shift', 'insert', 'remove'),
        (given, to, at, act) => {
          const { outline, size } = given
          const edited = {
            move: () => moveCorner(outline, at, to, size),
            shift: () => moveOutline(outline, to, size),
            insert: () => insertCorner(outline, at),
            remove: () => removeCorner(outline, at),
          }[act]()
          expect(edited.every(Number.isInteger)).toBe(true)
          expect(isInsidePage(edited, size)).toBe(true)
          expect(edited.length % 2).toBe(0)
          expect(edited.length / 2).toBeGreaterThanOrEqual(fewestCorners)
          expect(edited.length / 2).toBeLessThanOrEqual(mostCorners)
        },
      ),
    ))

  it('keeps the shape of what is moved as a whole', () =>
    fc.assert(
      fc.property(onPage, anywhere, ({ outline, size }, by) => {
        const shape = (given: readonly number[]) => {
          const { x, y } = boundsOf([given])
          return cornersOf(given).map((corner) => [corner.x - x, corner.y - y])
        }
        expect(shape(moveOutline(outline, by, size))).toEqual(shape(outline))
      }),
    ))

  it('is undone where a corner is put in and taken out again', () =>
    fc.assert(
      fc.property(onPage, fc.nat(11), ({ outline }, at) => {
        fc.pre(at < outline.length / 2)
        expect(removeCorner(insertCorner(outline, at), at + 1)).toEqual(outline)
      }),
    ))

  it('gives rectangles of whole numbers on the page', () =>
    fc.assert(
      fc.property(extent, anywhere, anywhere, (size, from, to) => {
        const drawn = rectangleOfDrag(from, to, size)
        expect(drawn?.every(Number.isInteger) ?? true).toBe(true)
        expect(isInsidePage(drawn ?? [], size)).toBe(true)
      }),
    ))
})

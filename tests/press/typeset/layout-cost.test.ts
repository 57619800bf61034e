import { describe, expect, it } from 'vitest'
import { growthsOf, measureSideBySide, measureStacked, pageCost } from '@/press/typeset/layout/layout-cost'
import type { Layout } from '@/press/typeset/layout/layout-tree'

const plain: Layout = {
  span: 2,
  rows: 10,
  stretch: 0,
  cost: 3,
  blankCost: 0.5,
  headSize: undefined,
  plateAt: { left: false, right: false },
}
const withPlate = { left: true, right: true }

describe('what two layouts come to', () => {
  it.each([
    ['a row for the hairline', {}, {}, { rows: 21, cost: 6, blankCost: 1 }],
    [
      'nothing for titles or pictures',
      { headSize: 3 },
      { headSize: 3, plateAt: withPlate },
      { rows: 21, cost: 6, blankCost: 1 },
    ],
  ])('stacked: %s', (_, first, second, measures) =>
    expect(measureStacked({ ...plain, ...first }, { ...plain, ...second })).toEqual(measures),
  )

  it.each([
    ['nothing where both are as high', {}, {}, { rows: 10, cost: 6, blankCost: 1 }],
    [
      '1 + n / 4 for each cell of a hole of n rows',
      { rows: 14 },
      {},
      { rows: 14, cost: 6, blankCost: 1 + 4 * 2 * (1 + 4 / 4) },
    ],
    ['nothing where the shorter one can grow', { rows: 14 }, { stretch: 4 }, { rows: 14, cost: 6, blankCost: 1 }],
    [
      'a hole only for what it can’t grow',
      { rows: 14 },
      { stretch: 3 },
      { rows: 14, cost: 6, blankCost: 1 + 2 * (1 + 1 / 4) },
    ],
    ['8 for titles of similar size', { headSize: 2.4 }, { headSize: 3 }, { rows: 10, cost: 6 + 8, blankCost: 1 }],
    ['nothing for titles of different size', { headSize: 2.4 }, { headSize: 3.2 }, { rows: 10, cost: 6, blankCost: 1 }],
    ['nothing for a title next to none', { headSize: 2.4 }, {}, { rows: 10, cost: 6, blankCost: 1 }],
    [
      '25 for pictures that touch',
      { plateAt: withPlate },
      { plateAt: withPlate },
      { rows: 10, cost: 6 + 25, blankCost: 1 },
    ],
    ['nothing for one picture', { plateAt: withPlate }, {}, { rows: 10, cost: 6, blankCost: 1 }],
  ])('side by side: %s', (_, first, second, measures) =>
    expect(measureSideBySide({ ...plain, ...first }, { ...plain, ...second }, 0)).toEqual(measures),
  )

  it('side by side, as much higher as the growth says', () => {
    const tall = { ...plain, stretch: 8 }
    expect(growthsOf(tall, plain)).toEqual([0, 0.25, 0.5, 0.75, 1])
    expect(growthsOf(tall, { ...plain, stretch: 4 })).toEqual([0])
    expect([0, 0.25, 0.5, 1].map((growth) => measureSideBySide(tall, plain, growth).rows)).toEqual([10, 12, 14, 18])
    expect(measureSideBySide(tall, plain, 0.5).blankCost).toBe(1 + 4 * 2 * (1 + 4 / 4))
  })
})

describe('what a layout costs as a page', () => {
  const page = { columns: 5, rows: 12 }
  it.each([
    ['its costs, where it can grow to the foot', { stretch: 2 }, 1, 3.5],
    ['1 for a cell left blank at the foot', {}, 1, 3.5 + 2 * 5],
    ['blanks as often as they count', {}, 3, 3 + 3 * (0.5 + 2 * 5)],
    ['400 for a row beyond the foot', { rows: 14 }, 1, 3.5 + 2 * 400],
  ])('is %s', (_, layout, blankWeight, cost) => expect(pageCost({ ...plain, ...layout }, page, blankWeight)).toBe(cost))
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { growthsOf, measureSideBySide, measureStacked, pageCost } from '@/press/typeset/layout/layout-cost'
import { keptOf, LayoutSearch } from '@/press/typeset/layout/layout-search'
import {
  sideBySideOf,
  singleOf,
  stackedOf,
  type Candidate,
  type Layout,
  type Measures,
  type Tree,
} from '@/press/typeset/layout/layout-tree'
import { slicePage, type SliceWish } from '@/press/typeset/layout/slice-page'

/** Shapes are the numbers of the units. */
type Choices = readonly (readonly Candidate<number>[])[]
interface Page {
  readonly choices: Choices
  readonly wish: SliceWish & { readonly blankWeight: number; readonly cellPrice: number }
}

/** Sums of quarters are exact, so that costs can be compared without a tolerance. */
const quarters = (count: number): number => count / 4

const candidateOf = (shape: number, span: fc.Arbitrary<number>): fc.Arbitrary<Candidate<number>> =>
  fc.record({
    shape: fc.constant(shape),
    span,
    rows: fc.integer({ min: 1, max: 6 }),
    stretch: fc.oneof(
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }) },
    ),
    cost: fc.integer({ min: -16, max: 80 }).map(quarters),
    blankCost: fc.integer({ min: 0, max: 48 }).map(quarters),
    headSize: fc.option(fc.constantFrom(1.2, 1.5, 2.4, 3.6, 5.2), { nil: undefined, freq: 2 }),
    plateAt: fc.record({ left: fc.boolean(), right: fc.boolean() }),
  })

/** Pages of one to four units with up to four ways to set each, one of them over all columns. */
const page: fc.Arbitrary<Page> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([units, columns]) =>
    fc.record({
      choices: fc.tuple(
        ...Array.from({ length: units }, (_, unit) =>
          fc
            .tuple(
              candidateOf(unit, fc.constant(columns)),
              fc.array(candidateOf(unit, fc.integer({ min: 1, max: columns })), { minLength: 1, maxLength: 3 }),
            )
            .map(([whole, others]) => [whole, ...others]),
        ),
      ),
      wish: fc.record({
        columns: fc.constant(columns),
        rows: fc.integer({ min: 3, max: 24 }),
        blankWeight: fc.constantFrom(1, 2, 8),
        cellPrice: fc.constantFrom(2, 0.6, 0.15, -0.25),
      }),
    }),
  )

type LayoutsOf = (from: number, to: number, span: number) => readonly Tree<number>[]

/** Gives every layout of the units [from, to) over `span` columns, by brute force. */
const createBruteForce = (choices: Choices): LayoutsOf => {
  const known = new Map<string, readonly Tree<number>[]>()
  const layoutsOf: LayoutsOf = (from, to, span) => {
    const key = [from, to, span].join()
    const layouts = known.get(key) ?? enumerate(from, to, span)
    known.set(key, layouts)
    return layouts
  }
  const enumerate = (from: number, to: number, span: number): Tree<number>[] => {
    const isUnit = to - from === 1
    const singles = isUnit ? (choices[from] ?? []).filter((candidate) => candidate.span === span) : []
    const layouts = singles.map(singleOf)
    for (let middle = from + 1; middle < to; middle++) {
      for (const first of layoutsOf(from, middle, span))
        for (const second of layoutsOf(middle, to, span))
          layouts.push(stackedOf(first, second, measureStacked(first, second)))
      for (let left = 1; left < span; left++)
        for (const first of layoutsOf(from, middle, left))
          for (const second of layoutsOf(middle, to, span - left))
            for (const growth of growthsOf(first, second))
              layouts.push(sideBySideOf(first, second, measureSideBySide(first, second, growth)))
    }
    return layouts
  }
  return layoutsOf
}

const unitsIn = (tree: Tree<number>): readonly number[] =>
  tree.kind === 'single' ? [tree.candidate.shape] : [...unitsIn(tree.first), ...unitsIn(tree.second)]

/** Whether two layouts of the same width and height come to the same in every join. */
const isAlike = (one: Layout, other: Layout): boolean =>
  one.stretch === other.stretch &&
  one.headSize === other.headSize &&
  one.plateAt.left === other.plateAt.left &&
  one.plateAt.right === other.plateAt.right

/**
 * Whether the search can't help keeping the layout and every part of it: it is the cheapest of its height, or like the others
 * that are as cheap; it is not much higher than the page; and fewer heights have a lower price than heights are kept.
 */
const mustBeKept = (tree: Tree<number>, { choices, wish }: Page, layoutsOf: LayoutsOf): boolean => {
  const weigh = ({ cost, blankCost }: Layout): number => cost + wish.blankWeight * blankCost
  const price = (layout: Layout): number => weigh(layout) + wish.cellPrice * layout.rows * layout.span
  const units = unitsIn(tree)
  const rivals = layoutsOf(units[0] ?? 0, (units.at(-1) ?? 0) + 1, tree.span)
  const isCheapest = rivals
    .filter(({ rows }) => rows === tree.rows)
    .every((rival) => weigh(rival) > weigh(tree) || (weigh(rival) === weigh(tree) && isAlike(rival, tree)))
  const lowerPriced = rivals.filter((rival) => rival.rows !== tree.rows && price(rival) <= price(tree))
  const parts = tree.kind === 'single' ? [] : [tree.first, tree.second]
  return (
    isCheapest &&
    tree.rows <= wish.rows * 1.5 &&
    new Set(lowerPriced.map(({ rows }) => rows)).size < keptOf(choices.length) &&
    parts.every((part) => mustBeKept(part, { choices, wish }, layoutsOf))
  )
}

/** A layout and every part of it. */
const partsOf = (tree: Tree<number>): readonly Tree<number>[] =>
  tree.kind === 'single' ? [tree] : [tree, ...partsOf(tree.first), ...partsOf(tree.second)]

/** What the layout may come to: its candidate's figures, or those of its join with each growth. */
const measuresOf = (tree: Tree<number>): readonly Measures[] => {
  if (tree.kind === 'single') return [tree.candidate]
  const { first, second } = tree
  if (tree.kind === 'stacked') return [measureStacked(first, second)]
  return growthsOf(first, second).map((growth) => measureSideBySide(first, second, growth))
}

const figuresOf = ({ rows, cost, blankCost }: Measures): Measures => ({ rows, cost, blankCost })

describe('the search for a page’s layout', () => {
  it('finds the cheapest layout that brute force finds, unless it may have been thinned out, and never a cheaper one', () => {
    const tried: { readonly units: number; readonly isCertain: boolean }[] = []
    fc.assert(
      fc.property(page, (one) => {
        const { choices, wish } = one
        const layoutsOf = createBruteForce(choices)
        const costOf = (tree: Tree<number>): number => pageCost(tree, wish, wish.blankWeight)
        const all = layoutsOf(0, choices.length, wish.columns)
        const least = Math.min(...all.map(costOf))
        const isCertain = all.some((tree) => costOf(tree) === least && mustBeKept(tree, one, layoutsOf))
        const { weighedCost } = slicePage(choices, wish)
        expect(weighedCost).toBeGreaterThanOrEqual(least)
        if (isCertain) expect(weighedCost).toBe(least)
        tried.push({ units: choices.length, isCertain })
      }),
      { numRuns: 600 },
    )
    for (const units of [1, 2, 3, 4]) {
      const own = tried.filter((one) => one.units === units)
      expect(own.length).toBeGreaterThan(80)
      expect(own.filter(({ isCertain }) => isCertain).length).toBeGreaterThan(own.length / 4)
    }
  })

  it('stores with every layout and part of one the costs that its parts come to', () =>
    fc.assert(
      fc.property(page, ({ choices, wish }) => {
        for (const tree of new LayoutSearch<number>(wish).layoutsOf(choices, wish.cellPrice))
          for (const part of partsOf(tree)) expect(measuresOf(part).map(figuresOf)).toContainEqual(figuresOf(part))
      }),
    ))

  it('places every unit, in reading order, over no other, inside the page, on as many rows as it needs', () =>
    fc.assert(
      fc.property(page, ({ choices, wish }) => {
        const { placed, rows } = slicePage(choices, wish)
        expect(placed.map(({ shape }) => shape)).toEqual(choices.map((_, unit) => unit))
        const cells = placed.flatMap((unit) =>
          Array.from({ length: unit.span * unit.rows }, (_, cell) =>
            [unit.column + (cell % unit.span), unit.row + Math.floor(cell / unit.span)].join(),
          ),
        )
        expect(new Set(cells).size).toBe(cells.length)
        for (const unit of placed) {
          expect(unit.column + unit.span).toBeLessThanOrEqual(wish.columns)
          expect(unit.row + unit.rows).toBeLessThanOrEqual(rows)
          const ways = choices[unit.shape]?.filter(({ span }) => span === unit.span) ?? []
          expect(unit.rows).toBeGreaterThanOrEqual(Math.min(...ways.map((way) => way.rows)))
        }
      }),
    ))
})

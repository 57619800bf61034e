import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { element, partedBy, toNode, type DrawnElement } from '@/reader/page/drawing/drawn-element'

const drawn = fc.letrec<{ one: DrawnElement }>((tie) => ({
  one: fc
    .array(fc.oneof({ maxDepth: 3 }, fc.constant('字'), tie('one')), { maxLength: 4 })
    .map((children) => element('div', {}, children)),
})).one

const elementsIn = (part: readonly DrawnElement[]): number =>
  part.map(toNode).reduce((count, node) => count + 1 + node.querySelectorAll('*').length, 0)

describe('the elements of a page, parted', () => {
  it('are all there, in their order, in parts that are no longer than they must be', () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 20 }), fc.integer({ min: 1, max: 30 }), (all, least) => {
        const parts = partedBy(least, all)
        expect(parts.flat()).toEqual(all)
        for (const part of parts.slice(0, -1)) expect(elementsIn(part)).toBeGreaterThanOrEqual(least)
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0)
          expect(elementsIn(part.slice(0, -1))).toBeLessThan(least)
        }
      }),
    )
  })
})

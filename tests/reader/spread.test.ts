import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { pageLabel, pageNo } from '@/bundle/ids'
import { leadAt, leadOf, openingsOf, turnedFrom } from '@/reader/page/spread'

/** Pages with these labels; one with `↔` after its label is wider than high. */
const pagesOf = (labels: readonly string[]) =>
  labels.map((label, index) => ({
    no: v.parse(pageNo, index + 1),
    label: v.parse(pageLabel, label.replace('↔', '')),
    renditions: [{ kind: 'typeset' as const, width: label.endsWith('↔') ? 1092 : 546, height: 790, regions: [] }],
  }))
const spread = { isSpread: true, isRtl: false }
const openings = (labels: readonly string[], how = spread) => openingsOf(pagesOf(labels), how)
const eight = ['1', '2', '3', '4', '5', '6', '7', '8']

describe('two pages side by side', () => {
  it.each([
    [
      'by the numbers printed on them',
      eight,
      [
        [undefined, 1],
        [2, 3],
        [4, 5],
        [6, 7],
        [8, undefined],
      ],
    ],
    [
      'in order where they have letters',
      ['A01', 'A02', 'A03', 'B01'],
      [
        [undefined, 1],
        [2, 3],
        [4, undefined],
      ],
    ],
    [
      'with a hole for a page that is missing',
      ['1', '2', '4'],
      [
        [undefined, 1],
        [2, undefined],
        [3, undefined],
      ],
    ],
    [
      'with a hole for a left page that is missing',
      ['1', '3', '4', '5'],
      [
        [undefined, 1],
        [undefined, 2],
        [3, 4],
      ],
    ],
    ['around a double page, which is alone', ['1', '02-03', '4', '5'], [[undefined, 1], [2], [3, 4]]],
    ['around a double page in the middle', ['1', '2', '3', '4-5', '6', '7'], [[undefined, 1], [2, 3], [4], [5, 6]]],
    ['around a page that is wider than high', ['1', '2↔', '4'], [[undefined, 1], [2], [3, undefined]]],
    ['around a double page with letters', ['A1', 'A2-A3', 'A4', 'A5'], [[undefined, 1], [2], [3, 4]]],
    [
      'around a double page that begins on the right',
      ['1', '2', '3-4', '5'],
      [[undefined, 1], [2, undefined], [3], [undefined, 4]],
    ],
  ])('lie open %s: %j', (_, labels, expected) => expect(openings(labels)).toEqual(expected))
  it('lie the other way round in a paper that turns right to left', () =>
    expect(openings(['1', '2', '3', '4-5', '6'], { isSpread: true, isRtl: true })).toEqual([
      [1, undefined],
      [3, 2],
      [4],
      [undefined, 5],
    ]))
  it('are one page where they are not wanted', () =>
    expect(openings(['1', '02-03', '4'], { isSpread: false, isRtl: false })).toEqual([[1], [2], [3]]))
  it('turn by pairs, and by single pages at the first and around a double page', () => {
    const all = openings(['1', '02-03', '4', '5', '6'])
    expect([1, 2, 3, 4, 5].map((no) => turnedFrom(all, no, 1))).toEqual([2, 3, 5, 5, undefined])
    expect([1, 2, 3, 4, 5].map((no) => turnedFrom(all, no, -1))).toEqual([undefined, 1, 2, 2, 3])
    expect(leadAt(all, 4)).toBe(3)
  })
  it('show every page once on the way through any issue, there and back', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('', '↔', '-')), {
          minLength: 1,
          maxLength: 30,
        }),
        fc.boolean(),
        fc.boolean(),
        (steps, isSpread, isRtl) => {
          let number = 0
          const labels = steps.map(([step, kind]) => {
            number += step
            if (kind !== '-') return `${number}${kind}`
            number += 1
            return `${number - 1}-${number}`
          })
          const all = openings(labels, { isSpread, isRtl })
          const shown = all.flatMap((opening) => opening.flatMap((no) => no ?? []))
          expect(shown.toSorted((a, b) => a - b)).toEqual(labels.map((_, index) => index + 1))
          const leads = [1]
          for (let no = turnedFrom(all, 1, 1); no !== undefined; no = turnedFrom(all, no, 1)) leads.push(no)
          expect(leads).toEqual(all.map(leadOf))
          const back: number[] = [leads.at(-1) ?? 1]
          for (let no = turnedFrom(all, back[0] ?? 1, -1); no !== undefined; no = turnedFrom(all, no, -1)) back.push(no)
          expect(back.reverse()).toEqual(leads)
        },
      ),
    ))
})

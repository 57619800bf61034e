import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainLine, plainRuns, setLineOf, shortRuns, type PlainRun } from '@/bundle/set-runs'

const line = fc.record({
  count: fc.integer({ min: 0, max: 40 }),
  spacing: fc.integer({ min: -40, max: 140 }),
  indent: fc.constantFrom(0, 2000),
})
const run: fc.Arbitrary<PlainRun> = fc.record({
  from: fc.nat(500),
  style: fc.constantFrom('body', 'subhead', 'list'),
  at: fc.nat(900),
  inset: fc.constantFrom(0, 64),
  size: fc.constantFrom(64, 54),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
})
const setting = { bodySize: 64, leading: 90 }

describe('[B13] runs', () => {
  it('are the same after they are shortened and read back', () =>
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        expect(plainRuns({ box: [0, 0, 1, 1], runs: shortRuns(runs, setting) }, setting)).toEqual(runs)
      }),
    ))
  it('that follow each other need neither offset nor position', () => {
    const lines = [{ count: 5, spacing: 0, indent: 0 }]
    const first = { from: 0, style: 'body', at: 0, inset: 0, size: 64, lines } as const
    expect(shortRuns([first, { ...first, from: 6, at: 90 }], setting)).toEqual([{ lines: [5] }, { lines: [5] }])
  })
})

describe('[B14] a line', () => {
  it('is the same after it is shortened and read back', () =>
    fc.assert(
      fc.property(line, (one) => {
        expect(plainLine(setLineOf(one))).toEqual(one)
      }),
    ))
})

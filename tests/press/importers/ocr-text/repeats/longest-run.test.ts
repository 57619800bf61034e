import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lettersOf } from '@/press/importers/ocr-text/passages/letters'
import { longestRun } from '@/press/importers/ocr-text/repeats/longest-run'

/** Every run of one text, tried one after the other. */
const tried = (one: string, other: string) => {
  for (let length = Math.min(one.length, other.length); length > 0; length--) {
    const runs = Array.from({ length: one.length - length + 1 }, (_, inOne) => ({
      inOne,
      inOther: other.indexOf(one.slice(inOne, inOne + length)),
      length,
    })).filter(({ inOther }) => inOther >= 0)
    const fromMiddle = ({ inOne }: { readonly inOne: number }) => Math.abs(inOne + length / 2 - one.length / 2)
    const [nearest] = runs.sort((first, second) => fromMiddle(first) - fromMiddle(second))
    if (nearest) return nearest
  }
  return { inOne: 0, inOther: 0, length: 0 }
}

const whole = (text: string) => ({ letters: lettersOf(text), from: 0, to: text.length })
const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 40 })

it('the longest run of two texts is what trying each would find, of several the nearest to the middle', () =>
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      expect(longestRun(whole(one), whole(other))).toEqual(tried(one, other))
    }),
  ))

it('it is looked for within the windows alone, and counted from the beginning of the texts', () => {
  const [one, other] = ['xxabcabd', 'abdxabcx']
  expect(longestRun({ ...whole(one), from: 2, to: 5 }, { ...whole(other), from: 3 })).toEqual({
    inOne: 2,
    inOther: 4,
    length: 3,
  })
})

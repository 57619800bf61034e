import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replaceInBlock } from '@/press/importers/corrections/replace-in-block'
import '../../../support/property-seed'
import { placed } from './printed'

const text = fc.string({ unit: fc.constantFrom(...'字A1 。', '𠮷', '𠮶'), maxLength: 12 })

describe('a range of a block', () => {
  it('is replaced, and its words stand in the text, in order, with no character divided', () =>
    fc.assert(
      fc.property(text, text, text, text, (before, old, to, after) => {
        const block = placed(before + old + after, 0, 0)
        const made = replaceInBlock(block, [before.length, before.length + old.length], to)
        expect(made.text).toBe(before + to + after)
        let reached = 0
        for (const { from, length } of made.words) {
          expect(from).toBeGreaterThanOrEqual(reached)
          expect(length).toBeGreaterThan(0)
          reached = from + length
          expect(made.text.slice(from, reached)).not.toMatch(/\p{Surrogate}/u)
        }
        expect(reached).toBeLessThanOrEqual(made.text.length)
      }),
    ))

  it.each([
    ['a longer word', 'tak', 'taken', ['was@0', 'taken@40', 'home@80']],
    ['a word with more before it', 'tak', 'stak', ['was@0', 'stak@40', 'home@80']],
    ['a shorter one', 'tak', 'a', ['was@0', 'a@40', 'home@80']],
    ['two for one', 'tak', 'ta ken', ['was@0', 'ta ken@40', 'home@80']],
    ['nothing', 'tak', '', ['was@0', 'home@80']],
  ])('gives %s the place of the old one', (_, old, to, words) => {
    const made = replaceInBlock(placed('was tak home', 0, 0), [4, 4 + old.length], to)
    expect(made.words.map(({ from, length, box }) => `${made.text.slice(from, from + length)}@${box[0]}`)).toEqual(
      words,
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPlace, parsePlace } from '@/desk/desk-address'

describe('the address of a place on the desk', () => {
  it('is read as it was written, whatever the key of the article', () =>
    fc.assert(
      fc.property(
        fc.nat(9998),
        fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: undefined }),
        (page, article) => {
          expect(parsePlace(formatPlace({ page, article }))).toEqual({ page, article })
        },
      ),
    ))

  it.each(['', '#', '#x', '#0', '#1/%', '#-3'])('leads to the first page where it is %j', (hash) =>
    expect(parsePlace(hash).page).toBe(0),
  )
})

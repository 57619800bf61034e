import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectionSlug } from '@/press/site/discovery/sections'

describe('the address of a section', () => {
  it('is its name if that is plain', () => expect(sectionSlug('sports')).toBe('sports'))

  it.each([
    '要闻',
    '要闻/国际',
    '../../etc/passwd',
    '.',
    'A叠',
    'SPORTS',
    'a b',
    '健康·养生',
    '🏀',
    'x'.repeat(500),
    ' ',
  ])('is plain ASCII for “%s”', (name) => expect(sectionSlug(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{10}$/))

  it('is never that of another section', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom('要闻', '要 闻', '要-闻', '要/闻', 'A', 'a', 'Á', 'a-', '-a', 'a--a', 'a-a', '时政', '時政'),
    )
    const taken = fc.tuple(odd, odd).chain(([one, other]) => fc.constantFrom([one, other], [one, sectionSlug(other)]))
    fc.assert(
      fc.property(taken, ([one = '', other = '']) => {
        if (one !== other && sectionSlug(one) === sectionSlug(other)) expect([one, other]).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})

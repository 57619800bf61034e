import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery, parseWords } from '@/text/search-query'

const read = (query: string) => {
  const { wanted, unwanted } = parseWords(query)
  return { wanted: wanted.map(({ text }) => text), unwanted: unwanted.map(({ text }) => text) }
}

describe('the words of a query', () => {
  it.each([
    ['稻田 -无人机', ['稻田'], ['无人机']],
    ['-无人机 稻田', ['稻田'], ['无人机']],
    ['稻田 －无人机 −“水 稻”', ['稻田'], ['无人机', '水 稻']],
    ['稻田 -“水 稻” 秋收', ['稻田', '秋收'], ['水 稻']],
    ['“稻田 -无人机”', ['稻田 -无人机'], []],
    ['G60-科创', ['G60-科创'], []],
    ['稻田 - 无人机', ['稻田', '-', '无人机'], []],
    ['稻田 --', ['稻田', '--'], []],
    ['2024-05-25 -广告', ['2024-05-25'], ['广告']],
  ])('of %s are wanted, and unwanted after a minus', (query, wanted, unwanted) => {
    expect(read(query)).toEqual({ wanted, unwanted })
  })

  it('are sought as they were typed, where nothing else is wanted', () => {
    expect(read('-18℃')).toEqual({ wanted: ['-18℃'], unwanted: [] })
    expect(read('-甲 -乙')).toEqual({ wanted: ['-甲', '-乙'], unwanted: [] })
  })

  it('are all wanted without a minus', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        fc.pre(!/[-－−]/u.test(query))
        expect(read(query)).toEqual({ wanted: parseQuery(query).map(({ text }) => text), unwanted: [] })
      }),
    ))
})

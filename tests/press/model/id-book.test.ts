import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { giveIds } from '@/press/model/id-book'

const give = (entries: Parameters<typeof giveIds>[0], ...wanted: Parameters<typeof giveIds>[1]) =>
  giveIds(entries, wanted, 'seed')

describe('ids', () => {
  it('are assigned once and kept', () => {
    const first = give({}, { source: 'page-01/01', opening: '桥修好了' })
    const again = give(first.entries, { source: 'page-01/01', opening: '桥又修好了' })
    expect(again.idOf.get('page-01/01')).toBe(first.idOf.get('page-01/01'))
  })
  it('follow a file that was renamed', () => {
    const first = give({}, { source: 'page-01/01', opening: '桥修好了，河两岸的人都来看' })
    const moved = give(first.entries, { source: 'page-02/07', opening: '桥修好了，河两岸的人全来看' })
    expect(moved.idOf.get('page-02/07')).toBe(first.idOf.get('page-01/01'))
  })
  it('do not follow a different text', () => {
    const first = give({}, { source: 'page-01/01', opening: '桥修好了，河两岸的人都来看' })
    const fresh = give(first.entries, { source: 'page-01/02', opening: '山里的路今天通车' })
    expect(fresh.idOf.get('page-01/02')).not.toBe(first.idOf.get('page-01/01'))
  })
  it('are never assigned again after their source is gone', () => {
    const first = give({}, { source: 'a', opening: '甲甲甲甲' })
    const gone = give(first.entries, { source: 'b', opening: '乙乙乙乙' })
    expect(Object.keys(gone.entries)).toContain(first.idOf.get('a'))
  })
  it('given in the source itself are used', () =>
    expect(give({}, { source: 'a', own: 'own123' }).idOf.get('a')).toBe('own123'))
  it('are different for different sources, and the same on every machine', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 40 }), (sources) => {
        const wanted = sources.map((source) => ({ source }))
        const ids = [...giveIds({}, wanted, 'seed').idOf.values()]
        expect(new Set(ids).size).toBe(sources.length)
        expect([...giveIds({}, wanted, 'seed').idOf.values()]).toEqual(ids)
        expect(ids.every((id) => /^[a-z0-9]{6}$/.test(id))).toBe(true)
      }),
    ))
})

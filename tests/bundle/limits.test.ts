import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, isInsideOutline, isInsidePage, outlineOfBox } from '@/bundle/geometry'
import { readWithin } from '@/bundle/limits'
import { migrate } from '@/bundle/migrate'
import { faultOf } from '../support/fault-of'

async function* endless(seen: { chunks: number }) {
  for (;;) {
    seen.chunks++
    yield new Uint8Array(1000)
  }
}

describe('[B16] limits', () => {
  it('stop reading a stream as soon as it is too long', async () => {
    const seen = { chunks: 0 }
    expect(await faultOf(() => readWithin(endless(seen), 2500, 'issue.json'))).toMatchObject({ kind: 'too-large' })
    expect(seen.chunks).toBe(3)
  })
  it('return the bytes of a stream that is short enough', async () => {
    async function* chunks() {
      yield Uint8Array.from([1, 2])
      yield Uint8Array.from([3])
    }
    expect(await readWithin(chunks(), 3, 'a')).toEqual(Uint8Array.from([1, 2, 3]))
  })
})

describe('[B1] migration', () => {
  it('upgrades an older bundle step by step', () => {
    const steps = { 1: (raw: object) => ({ ...raw, two: true }), 2: (raw: object) => ({ ...raw, three: true }) }
    expect(migrate({ format: '1.4', a: 1 }, 'issue.json', steps, 3)).toEqual({
      format: '1.4',
      a: 1,
      two: true,
      three: true,
    })
  })
  it.each([[null], ['text'], [[]], [{}], [{ format: 1 }], [{ format: 'x' }]])(
    'refuses %j, which has no version',
    async (raw) =>
      expect(await faultOf(() => migrate(raw, 'issue.json'))).toMatchObject({ kind: 'wrong-shape', path: 'format' }),
  )
})

describe('[B10] geometry', () => {
  const box = fc.record({
    x: fc.integer({ min: 0, max: 500 }),
    y: fc.integer({ min: 0, max: 500 }),
    width: fc.integer({ min: 1, max: 500 }),
    height: fc.integer({ min: 1, max: 500 }),
  })
  it('gets a box back from its outline', () =>
    fc.assert(
      fc.property(box, (one) => {
        expect(boundsOf([outlineOfBox(one)])).toEqual(one)
      }),
    ))
  it('knows inside from outside', () =>
    fc.assert(
      fc.property(box, (one) => {
        const outline = outlineOfBox(one)
        expect(isInsideOutline(outline, { x: one.x + one.width / 2, y: one.y + one.height / 2 })).toBe(true)
        expect(isInsideOutline(outline, { x: one.x - 1, y: one.y + one.height / 2 })).toBe(false)
        expect(isInsidePage(outline, { width: 1000, height: 1000 })).toBe(true)
        expect(isInsidePage(outline, { width: one.x + one.width - 1, height: 1000 })).toBe(false)
      }),
    ))
  it('distinguishes the notch of an L from its arms', () => {
    const l = [0, 0, 10, 0, 10, 4, 4, 4, 4, 10, 0, 10]
    expect(
      [
        { x: 8, y: 2 },
        { x: 2, y: 8 },
        { x: 8, y: 8 },
      ].map((point) => isInsideOutline(l, point)),
    ).toEqual([true, true, false])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterFinger, noFingers, type FingerInput, type FingerIntent } from '@/reader/article/pictures/picture-fingers'

type Touch = readonly [kind: FingerInput['kind'], id: number, x: number, y: number, timeMs: number]

const play = (touches: readonly Touch[], isZoomed = false) => {
  let state = noFingers
  const intents: FingerIntent[] = []
  for (const [kind, id, screenX, screenY, timeMs] of touches) {
    const step = afterFinger(state, { kind, finger: { id, screenX, screenY }, timeMs, isZoomed })
    state = step.state
    intents.push(...step.intents)
  }
  return { state, intents, kinds: intents.map(({ kind }) => kind) }
}
const tap = (x: number, at: number): Touch[] => [
  ['down', 1, x, 0, at],
  ['up', 1, x, 0, at + 60],
]
const drag = (toX: number, toY: number): Touch[] => [
  ['down', 1, 0, 0, 0],
  ['move', 1, toX / 2, toY / 2, 50],
  ['move', 1, toX, toY, 100],
  ['up', 1, toX, toY, 110],
]

describe('fingers on a large picture', () => {
  it('tap twice to zoom, not once, not too late, not far apart', () => {
    expect(play([...tap(0, 0), ...tap(5, 200)]).kinds).toEqual(['double-tap'])
    expect(play(tap(0, 0)).kinds).toEqual([])
    expect(play([...tap(0, 0), ...tap(5, 900)]).kinds).toEqual([])
    expect(play([...tap(0, 0), ...tap(90, 200)]).kinds).toEqual([])
  })
  it('swipe to the next picture at fit, and to the one before', () => {
    expect(play(drag(-120, 10)).intents).toEqual([{ kind: 'swipe', towards: 'left' }])
    expect(play(drag(120, -10)).intents).toEqual([{ kind: 'swipe', towards: 'right' }])
  })
  it('do not swipe when they go up or down, or hardly move', () => {
    expect(play(drag(-80, 120)).kinds).toEqual([])
    expect(play(drag(-20, 0)).kinds).toEqual([])
  })
  it('move the picture once it is zoomed, and never swipe then', () => {
    const { intents } = play(drag(-120, 10), true)
    expect(intents.map(({ kind }) => kind)).toEqual(['pan', 'pan'])
    expect(intents[0]).toEqual({ kind: 'pan', dx: -60, dy: 5 })
  })
  it('pinch about their middle, and lifting them neither taps nor swipes', () => {
    const { intents, state } = play([
      ['down', 1, -50, 0, 0],
      ['down', 2, 50, 0, 10],
      ['move', 2, 150, 0, 30],
      ['up', 2, 150, 0, 40],
      ['up', 1, -50, 0, 50],
    ])
    expect(intents).toEqual([
      { kind: 'pan', dx: 50, dy: 0 },
      { kind: 'pinch', factor: 2, screenX: 50, screenY: 0 },
    ])
    expect(state.fingers).toEqual([])
  })
  it('mean nothing when the touch is taken away', () =>
    expect(
      play([
        ['down', 1, 0, 0, 0],
        ['move', 1, -120, 0, 50],
        ['cancel', 1, -120, 0, 60],
      ]).kinds,
    ).toEqual([]))
  it('are all forgotten when all are lifted, whatever they did', () => {
    const touch = fc.tuple(
      fc.constantFrom<FingerInput['kind']>('down', 'move', 'up', 'cancel'),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: -200, max: 200 }),
      fc.integer({ min: -200, max: 200 }),
      fc.nat(2000),
    )
    fc.assert(
      fc.property(fc.array(touch, { maxLength: 40 }), fc.boolean(), (touches, isZoomed) => {
        const lifted = [1, 2, 3, 4].map((id): Touch => ['up', id, 0, 0, 3000])
        const { state, intents } = play([...touches, ...lifted], isZoomed)
        expect(state.fingers).toEqual([])
        for (const intent of intents) if (intent.kind === 'pinch') expect(Number.isFinite(intent.factor)).toBe(true)
      }),
    )
  })
})

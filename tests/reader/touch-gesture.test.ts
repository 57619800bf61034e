import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterTouch,
  atRest,
  doubleTapMs,
  type GestureState,
  type TouchEventKind,
  type TouchInput,
  type TouchIntent,
} from '@/reader/page/touch-gesture'

type Touch = readonly [kind: TouchEventKind, id: number, x: number, y: number, timeMs: number]
type Step = Touch | TouchInput

const inputOf = (step: Step, isZoomed: boolean): TouchInput => {
  if ('kind' in step) return step
  const [kind, id, screenX, screenY, timeMs] = step
  return { kind, finger: { id, screenX, screenY }, timeMs, isZoomed }
}
const runOf = (steps: readonly Step[], isZoomed = false): { state: GestureState; intents: TouchIntent[] } => {
  let state = atRest
  const intents = steps.flatMap((one) => {
    const step = afterTouch(state, inputOf(one, isZoomed))
    state = step.state
    return step.intents
  })
  return { state, intents }
}
const intentsOf = (steps: readonly Step[], isZoomed = false) => runOf(steps, isZoomed).intents
const kindsOf = (steps: readonly Step[], isZoomed = false) => intentsOf(steps, isZoomed).map(({ kind }) => kind)

const tap = (time: number, x = 100): Touch[] => [
  ['down', 1, x, 100, time],
  ['up', 1, x + 2, 101, time + 60],
]
const clock = (timeMs: number): TouchInput => ({ kind: 'time', timeMs })

describe('a tap', () => {
  it('presses at once, and opens when the double-tap window closes', () => {
    expect(kindsOf(tap(0))).toEqual(['press'])
    expect(kindsOf([...tap(0), clock(60 + doubleTapMs - 1)])).toEqual(['press'])
    expect(kindsOf([...tap(0), clock(60 + doubleTapMs)])).toEqual(['press', 'tap'])
  })
  it('waits no longer than a quarter of a second', () => expect(doubleTapMs).toBeLessThanOrEqual(250))
  it('opens once', () => expect(kindsOf([...tap(0), clock(400), clock(500)])).toEqual(['press', 'tap']))
  it('twice at one place, quickly, is a double tap and opens nothing', () =>
    expect(kindsOf([...tap(0), ...tap(180), clock(900)])).toEqual(['press', 'release', 'double-tap']))
  it('is no double tap when the second finger comes after the window, even where the clock was late', () =>
    expect(kindsOf([...tap(0), ...tap(320), clock(900)])).toEqual(['press', 'tap', 'press', 'tap']))
  it('followed by another elsewhere gives way to it', () =>
    expect(kindsOf([...tap(0), ...tap(180, 300), clock(900)])).toEqual(['press', 'release', 'press', 'tap']))
  it('followed by a swipe opens nothing', () =>
    expect(
      kindsOf([
        ...tap(0),
        ['down', 1, 300, 100, 120],
        ['move', 1, 200, 100, 160],
        ['up', 1, 180, 100, 180],
        clock(900),
      ]),
    ).toEqual(['press', 'release', 'drag', 'turn']))
  it('held for long means nothing', () =>
    expect(kindsOf([['down', 1, 0, 0, 0], ['up', 1, 0, 0, 900], clock(2000)])).toEqual([]))
  it('by a second finger that leaves the first one resting means nothing', () =>
    expect(
      kindsOf([
        ['down', 1, 50, 600, 0],
        ['down', 2, 200, 100, 40],
        ['up', 2, 200, 100, 90],
        ['up', 1, 50, 600, 120],
        clock(900),
      ]),
    ).toEqual(['pinch-end']))
})

describe('a swipe', () => {
  const leftwards: Touch[] = [
    ['down', 1, 300, 200, 0],
    ['move', 1, 260, 204, 40],
    ['move', 1, 180, 206, 120],
    ['up', 1, 180, 206, 140],
  ]
  it('sideways drags the page along and turns it', () =>
    expect(intentsOf(leftwards)).toEqual([
      { kind: 'drag', screenDx: -40 },
      { kind: 'drag', screenDx: -120 },
      { kind: 'turn', towards: 'left', speed: 0.8 },
    ]))
  it('that is short but fast turns at the speed of its last moments', () =>
    expect(
      intentsOf([
        ['down', 1, 300, 200, 0],
        ['move', 1, 288, 200, 400],
        ['move', 1, 270, 200, 420],
        ['move', 1, 252, 200, 440],
        ['up', 1, 252, 200, 440],
      ]).at(-1),
    ).toEqual({ kind: 'turn', towards: 'left', speed: 0.9 }))
  it('that is thrown back lets the page spring back, however far it went', () =>
    expect(
      kindsOf([
        ['down', 1, 300, 200, 0],
        ['move', 1, 140, 200, 120],
        ['move', 1, 100, 200, 260],
        ['move', 1, 180, 200, 300],
        ['up', 1, 180, 200, 310],
      ]),
    ).toEqual(['drag', 'drag', 'drag', 'drag-end']))
  it('that rests before it is lifted turns by its way alone, without speed', () =>
    expect(
      intentsOf([
        ['down', 1, 300, 200, 0],
        ['move', 1, 200, 200, 100],
        ['up', 1, 200, 200, 700],
      ]).at(-1),
    ).toEqual({ kind: 'turn', towards: 'left', speed: 0 }))
  it('that is slow and short lets the page spring back', () =>
    expect(
      kindsOf([
        ['down', 1, 300, 200, 0],
        ['move', 1, 280, 200, 300],
        ['move', 1, 270, 200, 600],
        ['up', 1, 270, 200, 900],
      ]),
    ).toEqual(['drag', 'drag', 'drag-end']))
  it('up or down is the browser’s', () =>
    expect(
      kindsOf([
        ['down', 1, 300, 600, 0],
        ['move', 1, 290, 500, 40],
        ['move', 1, 100, 300, 90],
        ['up', 1, 100, 300, 120],
      ]),
    ).toEqual([]))
  it('pans once zoomed, however fast', () => expect(kindsOf(leftwards, true)).toEqual([]))
  it('springs back when the touch is taken away, by the system or by the browser that pans', () => {
    const start = leftwards.slice(0, 2)
    expect(kindsOf([...start, ['cancel', 1, 200, 200, 80]])).toEqual(['drag', 'drag-end'])
    expect(kindsOf([...start, { kind: 'taken' }, ...leftwards.slice(2)])).toEqual(['drag', 'drag-end'])
  })
  it('springs back when the screen turns under it, and what the finger still does turns no page', () => {
    const { state, intents } = runOf([...leftwards.slice(0, 3), { kind: 'interrupt' }, ...leftwards.slice(3)])
    expect(intents.map(({ kind }) => kind)).toEqual(['drag', 'drag', 'drag-end'])
    expect(state).toEqual(atRest)
  })
})

describe('a pinch', () => {
  it('zooms about the fingers and moves with them', () =>
    expect(
      intentsOf([
        ['down', 1, 100, 100, 0],
        ['down', 2, 200, 100, 10],
        ['move', 2, 300, 100, 40],
        ['up', 2, 300, 100, 80],
        ['up', 1, 100, 100, 90],
      ]),
    ).toEqual([
      { kind: 'pinch', factor: 2, from: { screenX: 150, screenY: 100 }, screenX: 200, screenY: 100 },
      { kind: 'pinch-end' },
    ]))
  it('moves the page when the fingers keep their distance', () => {
    const [first, second] = intentsOf([
      ['down', 1, 100, 100, 0],
      ['down', 2, 200, 100, 10],
      ['move', 1, 100, 150, 40],
      ['move', 2, 200, 150, 41],
    ])
    if (first?.kind !== 'pinch' || second?.kind !== 'pinch') throw new Error('no pinch')
    expect(first.factor * second.factor).toBeCloseTo(1)
    expect(second.screenY - first.from.screenY).toBe(50)
  })
  it('may begin while the browser pans', () =>
    expect(
      kindsOf(
        [
          ['down', 1, 100, 400, 0],
          ['move', 1, 100, 340, 30],
          { kind: 'taken' },
          ['move', 1, 100, 300, 60],
          ['down', 2, 200, 300, 80],
          ['move', 2, 260, 300, 100],
          ['up', 1, 100, 300, 120],
          ['up', 2, 260, 300, 130],
        ],
        true,
      ),
    ).toEqual(['pinch', 'pinch-end']))
  it('turns no page and opens nothing, however wildly the fingers go', () =>
    expect(
      kindsOf([
        ['down', 1, 100, 100, 0],
        ['move', 1, 160, 100, 20],
        ['down', 2, 300, 100, 30],
        ['move', 1, 20, 100, 40],
        ['move', 2, 380, 100, 50],
        ['up', 1, 20, 100, 60],
        ['move', 2, 10, 100, 70],
        ['up', 2, 10, 100, 80],
        clock(900),
      ]),
    ).toEqual(['drag', 'drag-end', 'pinch', 'pinch', 'pinch-end']))
  it('goes on with two when a third finger comes and goes', () =>
    expect(
      intentsOf([
        ['down', 1, 100, 100, 0],
        ['down', 2, 200, 100, 10],
        ['down', 3, 250, 300, 20],
        ['move', 3, 20, 20, 30],
        ['up', 3, 20, 20, 40],
        ['move', 2, 300, 100, 50],
        ['up', 1, 100, 100, 60],
        ['up', 2, 300, 100, 70],
      ]).filter((intent) => intent.kind !== 'pinch' || intent.factor !== 1),
    ).toEqual([
      { kind: 'pinch', factor: 2, from: { screenX: 150, screenY: 100 }, screenX: 200, screenY: 100 },
      { kind: 'pinch-end' },
    ]))
  it('does not jump when one of three fingers that measured it leaves', () =>
    expect(
      intentsOf([
        ['down', 1, 100, 100, 0],
        ['down', 2, 200, 100, 10],
        ['down', 3, 100, 500, 20],
        ['up', 2, 200, 100, 30],
        ['move', 3, 100, 500, 40],
      ]),
    ).toEqual([{ kind: 'pinch', factor: 1, from: { screenX: 100, screenY: 300 }, screenX: 100, screenY: 300 }]))
  it('ends where it is when the touch is taken away or the screen turns', () => {
    const begun: Touch[] = [
      ['down', 1, 100, 100, 0],
      ['down', 2, 200, 100, 10],
      ['move', 2, 300, 100, 40],
    ]
    expect(kindsOf([...begun, ['cancel', 1, 0, 0, 50], ['cancel', 2, 0, 0, 50]])).toEqual(['pinch', 'pinch-end'])
    expect(kindsOf([...begun, { kind: 'interrupt' }, ['move', 2, 20, 100, 60], ['up', 1, 0, 0, 70]])).toEqual([
      'pinch',
      'pinch-end',
    ])
  })
  it('of a finger whose end was lost does not catch the next touch', () => {
    const { state } = runOf([['down', 1, 100, 100, 0], ['cancel', 1, 100, 100, 500], ...tap(600)])
    expect(state.fingers).toEqual([])
    expect(state.phase.kind).toBe('rest')
  })
})

describe('any sequence of touches', () => {
  const finger = fc.record({
    id: fc.integer({ min: 1, max: 4 }),
    screenX: fc.integer({ min: 0, max: 400 }),
    screenY: fc.integer({ min: 0, max: 800 }),
  })
  const anyInput = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constantFrom<TouchEventKind[]>('down', 'move', 'move', 'up', 'cancel'),
        finger,
        isZoomed: fc.boolean(),
        wait: fc.integer({ min: 0, max: 400 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('taken', 'interrupt', 'time'),
        wait: fc.integer({ min: 0, max: 400 }),
      }),
    },
  )
  const sequence = fc.array(anyInput, { maxLength: 40 }).map((inputs) => {
    let timeMs = 0
    return inputs.map((one): TouchInput => {
      timeMs += one.wait
      if ('finger' in one) return { kind: one.kind, finger: one.finger, isZoomed: one.isZoomed, timeMs }
      if (one.kind === 'time') return { kind: 'time', timeMs }
      return { kind: one.kind === 'taken' ? 'taken' : 'interrupt' }
    })
  })
  /** Lifts what is still down, then lets the clock run. */
  const finished = (inputs: readonly TouchInput[]): TouchInput[] => [
    ...inputs,
    ...[1, 2, 3, 4].map((id): TouchInput => ({
      kind: 'up',
      finger: { id, screenX: 0, screenY: 0 },
      timeMs: 50_000,
      isZoomed: false,
    })),
    { kind: 'time', timeMs: 60_000 },
  ]

  it('ends at rest when all fingers are up', () =>
    fc.assert(
      fc.property(sequence, (inputs) => {
        expect(runOf(finished(inputs)).state).toEqual(atRest)
      }),
      { numRuns: 500 },
    ))

  it('turns no page and taps nothing if two fingers were ever down together', () =>
    fc.assert(
      fc.property(sequence, (inputs) => {
        let state = atRest
        let most = 0
        for (const input of finished(inputs)) {
          const before = state.fingers.length
          const step = afterTouch(state, input)
          state = step.state
          if (before === 0) most = 0
          most = Math.max(most, before, state.fingers.length)
          const told = step.intents.map(({ kind }) => kind)
          if (most > 1) expect(told.filter((kind) => ['turn', 'press', 'double-tap'].includes(kind))).toEqual([])
        }
      }),
      { numRuns: 500 },
    ))

  it('never turns a page that was zoomed the whole time', () =>
    fc.assert(
      fc.property(sequence, (inputs) => {
        const zoomed = finished(inputs).map((input) => ('isZoomed' in input ? { ...input, isZoomed: true } : input))
        expect(kindsOf(zoomed)).not.toContain('turn')
      }),
    ))

  it('ends every drag, every pinch and every press that it began', () =>
    fc.assert(
      fc.property(sequence, (inputs) => {
        const open = new Set<string>()
        for (const { kind } of runOf(finished(inputs)).intents) {
          if (kind === 'drag' || kind === 'pinch' || kind === 'press') open.add(kind)
          if (kind === 'turn') expect(open.has('drag')).toBe(true)
          if (kind === 'drag-end' || kind === 'turn') open.delete('drag')
          if (kind === 'pinch-end') open.delete('pinch')
          if (kind === 'tap' || kind === 'release') open.delete('press')
        }
        expect([...open]).toEqual([])
      }),
      { numRuns: 500 },
    ))

  it('makes every zoom factor a positive number', () =>
    fc.assert(
      fc.property(sequence, (inputs) => {
        for (const intent of runOf(inputs).intents)
          if (intent.kind === 'pinch') expect(intent.factor > 0 && Number.isFinite(intent.factor)).toBe(true)
      }),
    ))
})

import { describe, expect, it } from 'vitest'
import { afterTouch, atRest, type TouchEventKind, type TouchIntent } from '@/reader/page/touch-gesture'

type Touch = readonly [kind: TouchEventKind, id: number, x: number, y: number, timeMs: number]

const intentsOf = (touches: readonly Touch[], isZoomed = false): TouchIntent[] => {
  let state = atRest
  return touches.flatMap(([kind, id, screenX, screenY, timeMs]) => {
    const step = afterTouch(state, { kind, finger: { id, screenX, screenY }, timeMs, isZoomed })
    state = step.state
    return step.intents
  })
}
const kindsOf = (touches: readonly Touch[], isZoomed = false) => intentsOf(touches, isZoomed).map(({ kind }) => kind)

const tap = (time: number, x = 100): Touch[] => [
  ['down', 1, x, 100, time],
  ['up', 1, x + 2, 101, time + 60],
]

describe('fingers on the page', () => {
  it('tap', () => expect(kindsOf(tap(0))).toEqual(['tap']))
  it('tap twice at one place, quickly: a double tap', () =>
    expect(kindsOf([...tap(0), ...tap(180)])).toEqual(['tap', 'double-tap']))
  it('tap twice slowly, or at two places: two taps', () => {
    expect(kindsOf([...tap(0), ...tap(900)])).toEqual(['tap', 'tap'])
    expect(kindsOf([...tap(0), ...tap(180, 300)])).toEqual(['tap', 'tap'])
  })
  it('rest for long: nothing', () =>
    expect(
      kindsOf([
        ['down', 1, 0, 0, 0],
        ['up', 1, 0, 0, 900],
      ]),
    ).toEqual([]))

  it('swipe sideways: the page is dragged along and turns', () =>
    expect(
      intentsOf([
        ['down', 1, 300, 200, 0],
        ['move', 1, 260, 204, 40],
        ['move', 1, 180, 206, 120],
        ['up', 1, 180, 206, 140],
      ]),
    ).toEqual([
      { kind: 'drag', screenDx: -40 },
      { kind: 'drag', screenDx: -120 },
      { kind: 'drag-end' },
      { kind: 'turn', towards: 'left' },
    ]))
  it('drag a little and let go: the page springs back', () =>
    expect(
      kindsOf([
        ['down', 1, 300, 200, 0],
        ['move', 1, 280, 200, 300],
        ['move', 1, 270, 200, 600],
        ['up', 1, 270, 200, 900],
      ]),
    ).toEqual(['drag', 'drag', 'drag-end']))
  it('swipe up or down: the browser scrolls, no page turns', () =>
    expect(
      kindsOf([
        ['down', 1, 300, 600, 0],
        ['move', 1, 290, 500, 40],
        ['move', 1, 100, 300, 90],
        ['up', 1, 100, 300, 120],
      ]),
    ).toEqual([]))
  it('swipe sideways once zoomed: the browser pans, no page turns', () =>
    expect(
      kindsOf(
        [
          ['down', 1, 300, 200, 0],
          ['move', 1, 100, 200, 60],
          ['up', 1, 60, 200, 90],
        ],
        true,
      ),
    ).toEqual([]))
  it('swipe and the touch is taken away: the page springs back', () =>
    expect(
      kindsOf([
        ['down', 1, 300, 200, 0],
        ['move', 1, 200, 200, 60],
        ['cancel', 1, 200, 200, 80],
      ]),
    ).toEqual(['drag', 'drag-end']))

  it('pinch about the middle of both', () =>
    expect(
      intentsOf([
        ['down', 1, 100, 100, 0],
        ['down', 2, 200, 100, 10],
        ['move', 2, 300, 100, 40],
        ['up', 2, 300, 100, 80],
        ['up', 1, 100, 100, 90],
      ]),
    ).toEqual([{ kind: 'pinch', factor: 2, screenX: 200, screenY: 100 }, { kind: 'pinch-end' }]))
  it('pinch, however wildly, turns no page and opens nothing', () =>
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
      ]),
    ).toEqual(['drag', 'drag-end', 'pinch', 'pinch', 'pinch-end']))
})

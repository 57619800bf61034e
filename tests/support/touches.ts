import type { CDPSession } from 'playwright-core'

/** Screen pixels from the top left corner of the window. */
export type Spot = readonly [x: number, y: number]

type TouchType = 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel'

const tapMs = 40
const betweenTapsMs = 120

/** Real touches, as the browser gets them from the screen. */
export const touchesOf = (client: CDPSession) => {
  const touchAt = (timeMs: number, type: TouchType, ...spots: readonly Spot[]) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: spots.map(([x, y], id) => ({ x, y, id })),
      timestamp: timeMs / 1000,
    })
  const touch = (type: TouchType, ...spots: readonly Spot[]) => touchAt(Date.now(), type, ...spots)
  /** So many moves on the way, each sent when the one before it has arrived. */
  const move = async (count: number, at: (share: number) => readonly Spot[]): Promise<void> => {
    for (let step = 1; step <= count; step++) await touch('touchMove', ...at(step / count))
  }
  /** Sent together and with the times of a finger: however busy the machine is, they stay taps. */
  const taps = async (spot: Spot, ...startsMs: readonly number[]): Promise<void> => {
    const now = Date.now()
    await Promise.all(
      startsMs.flatMap((at) => [touchAt(now + at, 'touchStart', spot), touchAt(now + at + tapMs, 'touchEnd')]),
    )
  }
  return {
    touch,
    move,
    tap: (spot: Spot): Promise<void> => taps(spot, 0),
    doubleTap: (spot: Spot): Promise<void> => taps(spot, 0, betweenTapsMs),
    swipe: async ([fromX, fromY]: Spot, [toX, toY]: Spot): Promise<void> => {
      await touch('touchStart', [fromX, fromY])
      await move(6, (share) => [[fromX + (toX - fromX) * share, fromY + (toY - fromY) * share]])
      await touch('touchEnd')
    },
    /** Two fingers side by side about a spot, from one distance to another. */
    pinch: async ([x, y]: Spot, from: number, to: number): Promise<void> => {
      const at = (distance: number): readonly Spot[] => [
        [x - distance / 2, y],
        [x + distance / 2, y],
      ]
      await touch('touchStart', ...at(from))
      await move(8, (share) => at(from + (to - from) * share))
      await touch('touchEnd')
    },
  }
}

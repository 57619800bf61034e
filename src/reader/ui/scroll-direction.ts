/** What a scroll says of the bars; undefined if it says nothing. */
export type BarMove = 'away' | 'back' | undefined

/** A scroller at one moment, in screen pixels. */
export interface ScrollMoment {
  readonly screenTop: number
  /** How far it can scroll. */
  readonly screenMost: number
}

/** How far a finger reads on before the bars go, and how far it goes back before they return, in screen pixels. */
const reach = { away: 24, back: 8 }
/** Within this distance of either end the bars are there: the page begins below them, and after its end comes the next one. */
const endReach = 4

/**
 * Follows a scroller: the bars go while somebody reads on, and return on the way back. Where it is after a zoom or a turned phone, nobody
 * has read to.
 * @param screenBar height of the bars at the top: before that much is read there would be a gap in their place
 */
export const followScroll = (screenBar: () => number): ((moment: ScrollMoment) => BarMove) => {
  let before: ScrollMoment = { screenTop: 0, screenMost: 0 }
  /** How far it has gone in one direction. */
  let travelled = 0
  return (moment) => {
    const { screenTop, screenMost } = moment
    const step = screenMost === before.screenMost ? screenTop - before.screenTop : 0
    before = moment
    travelled = step > 0 === travelled > 0 ? travelled + step : step
    if (screenTop <= screenBar() || screenTop >= screenMost - endReach) return 'back'
    if (travelled > reach.away) return 'away'
    return travelled < -reach.back ? 'back' : undefined
  }
}

/** The path of one finger on an article's text, from touch to release. Screen pixels, milliseconds. */
export interface FingerPath {
  readonly fromX: number
  readonly fromY: number
  readonly toX: number
  readonly toY: number
  readonly durationMs: number
  /** Width of the text under the finger. */
  readonly screenWidth: number
}

const leastReach = 70
/** How many times further sideways than up or down a swipe must go, so that scrolling is never taken for a swipe. */
const leastSlant = 2
/** A slower finger is selecting text or resting. */
const longestMs = 700
/** The system's own swipes begin at the screen's edge. */
const systemEdge = 24

/** The direction of a swipe; `left` leads to the next article. Undefined if the finger meant something else. */
export const swipeOf = ({
  fromX,
  fromY,
  toX,
  toY,
  durationMs,
  screenWidth,
}: FingerPath): 'left' | 'right' | undefined => {
  const dx = toX - fromX
  const isAtEdge = fromX < systemEdge || fromX > screenWidth - systemEdge
  if (isAtEdge || durationMs > longestMs) return undefined
  if (Math.abs(dx) < leastReach || Math.abs(dx) < leastSlant * Math.abs(toY - fromY)) return undefined
  return dx < 0 ? 'left' : 'right'
}

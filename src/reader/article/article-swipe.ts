/** One finger on an article's text, from where it came down to where it was lifted. Screen pixels, milliseconds. */
export interface FingerPath {
  readonly fromX: number
  readonly fromY: number
  readonly toX: number
  readonly toY: number
  readonly durationMs: number
  /** Width of the text that the finger is on. */
  readonly screenWidth: number
}

const leastReach = 70
/** Sideways at least so many times as much as up or down: scrolling is never taken for a swipe. */
const leastSlant = 2
/** A slower finger selects text or rests. */
const longestMs = 700
/** The system's own swipes begin at the screen's edge. */
const systemEdge = 24

/** Where a swipe leads: `left` to what comes next. Undefined where the finger meant something else. */
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

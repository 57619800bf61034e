import { isMotionReduced } from '../a11y/reduced-motion'
import { afterPaint } from '../ui/after-paint'
import type { PageTurning } from './page-turning'

/** Pages side by side on a track. */
export interface PageTrack {
  readonly element: () => HTMLElement | null
  /** From one page to the next, CSS pixels. */
  readonly stride: () => number
  /** Place of the page on show on the track, counted in pages to the right; negative in a paper that turns that way. */
  readonly position: () => number
  readonly hasPage: (position: number) => boolean
  /** A finger begins to drag the page at a position into view: it is wanted now. */
  readonly onDrag: (position: number) => void
  /** A finger has sent the pages to a position: a touch that follows at once is meant for the page there. */
  readonly onRelease: (position: number) => void
  /** The pages have arrived at a position to which a finger has sent them. */
  readonly onTurn: (position: number) => void
}

/** Beyond the last page the pages follow the finger by this share of its way. */
const softShare = 0.3
/** What is left of a turn goes on faster than the finger. What would take less than the least is one step. */
const turnMs = { least: 50, most: 180 }
const haste = 3
/** Even after a slow finger, screen pixels a millisecond. */
const leastSpeed = 2.4
const frameMs = 16
/** Begins at the speed of the finger, and slows down. */
const easing = 'cubic-bezier(0.33, 0.6, 0.6, 1)'

export interface TrackMotion extends Pick<PageTurning, 'drag' | 'release'> {
  /** Tells that the page on show has changed: after a turn of the finger's, or by a key or a link. */
  readonly arrive: (before: number) => void
}

/** Moves the track. Nothing but `translate` changes, which the compositor draws without painting a page again. */
export const createTrackMotion = ({
  element,
  stride,
  position,
  hasPage,
  onDrag,
  onRelease,
  onTurn,
}: PageTrack): TrackMotion => {
  let dragged = 0
  let moving: Animation | undefined
  /** Where the pages are going, until the page on show is there. */
  let heading: number | undefined

  const base = (): number => heading ?? position()
  const translateAt = (place: number, dx = 0): string => `${dx - place * stride()}px`
  const stop = (): void => {
    moving?.cancel()
    moving = undefined
  }
  /** As the stylesheet has it. */
  const rest = (): void => {
    stop()
    heading = undefined
    element()?.style.removeProperty('translate')
  }

  const slide = (track: HTMLElement, from: string, to: number, durationMs: number): Promise<unknown> => {
    stop()
    heading = to
    const animation = track.animate([{ translate: from }, { translate: translateAt(to) }], {
      duration: durationMs,
      easing,
      fill: 'forwards',
    })
    // The first frame already shows the next step, as it would under the finger.
    animation.currentTime = frameMs
    moving = animation
    animation.finished.then(
      () => moving === animation && position() === to && rest(),
      () => undefined,
    )
    return animation.finished.catch(() => undefined)
  }

  /** @returns when the pages have been painted there */
  const jump = (track: HTMLElement, to: number): Promise<unknown> => {
    stop()
    heading = to
    track.style.translate = translateAt(to)
    return new Promise<void>(afterPaint)
  }

  return {
    drag: (screenDx) => {
      const track = element()
      if (!track) return
      const coming = base() - Math.sign(screenDx)
      if (dragged === 0) stop()
      if (Math.sign(dragged) !== Math.sign(screenDx)) onDrag(coming)
      dragged = hasPage(coming) ? screenDx : screenDx * softShare
      track.style.translate = translateAt(base(), dragged)
    },
    release: (towards, speed = 0) => {
      const track = element()
      if (!track) return
      const from = translateAt(base(), dragged)
      const left = stride() - Math.abs(dragged)
      const to = base() + (towards === 'left' ? 1 : towards === 'right' ? -1 : 0)
      const isTurn = to !== base() && hasPage(to)
      const wasDragged = dragged !== 0
      dragged = 0
      if (isTurn) onRelease(to)
      if (isMotionReduced()) {
        rest()
        if (isTurn) onTurn(to)
      } else if (isTurn) {
        const ms = Math.min(turnMs.most, left / Math.max(speed * haste, leastSpeed))
        // The address follows when the pages have arrived, or a finger has caught them: what it sets off must hold up no frame.
        void (ms < turnMs.least ? jump(track, to) : slide(track, from, to, ms)).then(() => onTurn(to))
      } else if (wasDragged) void slide(track, from, base(), turnMs.most)
    },
    arrive: (before) => {
      const track = element()
      const isOnTheWay = dragged !== 0 || moving?.playState === 'running'
      if (!track || (isOnTheWay && heading === position())) return
      const isStep = heading === undefined && Math.abs(position() - before) === 1
      if (!isStep || isMotionReduced()) return rest()
      void slide(track, translateAt(before), position(), turnMs.most)
    },
  }
}

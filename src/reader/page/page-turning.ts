import type { InjectionKey } from 'vue'

/** What a finger on a page does to the pages that lie next to each other. */
export interface PageTurning {
  /** Moves the pages with the finger, by screen pixels from where it began. */
  readonly drag: (screenDx: number) => void
  /**
   * Lets the pages go: on to the neighbour at the speed of the finger, or back.
   * @param towards the side that the finger moved to; undefined to spring back
   * @param speed of the finger, screen pixels a millisecond
   */
  readonly release: (towards?: 'left' | 'right', speed?: number) => void
  /** What lies under the pages, and hears every touch of them. */
  readonly ground: () => HTMLElement | null
  /** The pages are on their way to the one in this scroller, or have just arrived: it is not yet open to touch itself. */
  readonly isComing: (scroller: HTMLElement) => boolean
  /** The pages are on their way from the one in this scroller to another: what touches it is meant for that one. */
  readonly isLeaving: (scroller: HTMLElement) => boolean
}

/** For a page that lies alone. */
export const noTurning: PageTurning = {
  drag: () => {},
  release: () => {},
  ground: () => null,
  isComing: () => false,
  isLeaving: () => false,
}

export const pageTurningKey: InjectionKey<PageTurning> = Symbol('page turning')

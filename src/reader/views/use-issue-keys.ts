import { onMounted, onScopeDispose } from 'vue'

/** What keys do in the issue view. */
export interface IssueKeys {
  readonly isReading: () => boolean
  readonly isZoomed: () => boolean
  readonly isRtl: () => boolean
  readonly turn: (step: 1 | -1) => void
  readonly first: () => void
  readonly last: () => void
  readonly zoomBy: (factor: number) => void
  readonly zoomFit: () => void
  /** Screen pixels. */
  readonly pan: (left: number, top: number) => void
  readonly close: () => void
  readonly search: () => void
  /** To the article after the open one, or before it; from the page's last to the next page's first. */
  readonly readNext: (step: 1 | -1) => unknown
  /** Follows the jump of the open article, or of the one that is lit or has the focus. */
  readonly jump: () => unknown
  readonly help: () => void
}

const panStep = 120

/**
 * Keys of the page: arrows, PageUp and PageDown turn, Home and End go to the ends, + - 0 zoom, Escape goes back to the fit, j
 * follows a jump, / searches, ? lists the keys. Once zoomed, arrows pan; with an article open they mean articles and Escape closes it.
 */
export const useIssueKeys = (keys: IssueKeys): void => {
  const sideways = (toRight: boolean) => (): void => {
    const step = toRight === !keys.isRtl() ? 1 : -1
    if (keys.isReading()) keys.readNext(step)
    else if (keys.isZoomed()) keys.pan(toRight ? panStep : -panStep, 0)
    else keys.turn(step)
  }
  const onPage: Readonly<Record<string, () => void>> = {
    ArrowDown: () => keys.pan(0, panStep),
    ArrowUp: () => keys.pan(0, -panStep),
    PageDown: () => keys.turn(1),
    PageUp: () => keys.turn(-1),
    Home: keys.first,
    End: keys.last,
  }
  const always: Readonly<Record<string, () => unknown>> = {
    ArrowRight: sideways(true),
    ArrowLeft: sideways(false),
    Escape: () => (keys.isReading() ? keys.close() : keys.isZoomed() && keys.zoomFit()),
    '+': () => keys.zoomBy(1.5),
    '=': () => keys.zoomBy(1.5),
    '-': () => keys.zoomBy(1 / 1.5),
    '0': keys.zoomFit,
    '/': keys.search,
    j: keys.jump,
    '?': keys.help,
  }
  const press = (event: KeyboardEvent): void => {
    const isElsewhere =
      event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog, [role="slider"]')
    if (event.defaultPrevented || event.altKey || event.metaKey || event.ctrlKey || isElsewhere) return
    const isInList = event.target instanceof HTMLElement && event.target.closest('aside') !== null
    if (isInList && /^Arrow(Up|Down)$/.test(event.key)) return
    const action = (keys.isReading() ? undefined : onPage[event.key]) ?? always[event.key]
    if (!action) return
    event.preventDefault()
    action()
  }
  onMounted(() => window.addEventListener('keydown', press))
  onScopeDispose(() => typeof window === 'object' && window.removeEventListener('keydown', press))
}

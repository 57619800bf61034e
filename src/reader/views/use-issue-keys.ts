import { onMounted, onScopeDispose } from 'vue'

/** What keys do in the issue view. */
export interface IssueKeys {
  readonly isReading: () => boolean
  readonly isRtl: () => boolean
  readonly turn: (step: 1 | -1) => void
  readonly first: () => void
  readonly last: () => void
  readonly zoomBy: (factor: number) => void
  readonly zoomFit: () => void
  readonly close: () => void
  readonly search: () => void
}

/** Keys of the page: arrows, PageUp and PageDown turn, Home and End go to the ends, + - 0 zoom, Escape closes an article, / searches. */
export const useIssueKeys = (keys: IssueKeys): void => {
  const forward = (): void => keys.turn(1)
  const backward = (): void => keys.turn(-1)
  const onPage: Readonly<Record<string, () => void>> = {
    ArrowRight: () => (keys.isRtl() ? backward() : forward()),
    ArrowLeft: () => (keys.isRtl() ? forward() : backward()),
    PageDown: forward,
    PageUp: backward,
    Home: keys.first,
    End: keys.last,
  }
  const always: Readonly<Record<string, () => void>> = {
    '+': () => keys.zoomBy(1.5),
    '=': () => keys.zoomBy(1.5),
    '-': () => keys.zoomBy(1 / 1.5),
    '0': keys.zoomFit,
    '/': keys.search,
  }
  const press = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select')
    if (event.defaultPrevented || event.altKey || event.metaKey || event.ctrlKey || isTyping) return
    const isReading = keys.isReading()
    const action =
      event.key === 'Escape' && isReading
        ? keys.close
        : ((isReading ? undefined : onPage[event.key]) ?? always[event.key])
    if (!action) return
    event.preventDefault()
    action()
  }
  onMounted(() => window.addEventListener('keydown', press))
  onScopeDispose(() => typeof window === 'object' && window.removeEventListener('keydown', press))
}

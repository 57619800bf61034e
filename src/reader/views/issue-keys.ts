import type { Ref } from 'vue'
import type { PageControls } from '../page/sheet-controls'
import { shortcutOf } from '../ui/character-key'
import type { useIssueMoves } from './use-issue-moves'

/** What keys act on in the issue view. */
export interface IssueKeys {
  readonly moves: ReturnType<typeof useIssueMoves>
  /** The sheet on show, if there is one yet. */
  readonly sheet: Readonly<Ref<PageControls | undefined>>
  readonly isReading: () => boolean
  readonly openHelp: () => void
}

/** Screen pixels. */
const panStep = 120

/**
 * Keys of the page. Arrows, PageUp and PageDown turn pages, Home and End go to the first and last, + - 0 zoom, Escape
 * fits the width, j follows a jump, / searches, ? lists the keys; those that are characters can be switched off. When the
 * page is zoomed in, arrows pan. With an article open, arrows go to other articles and Escape closes it.
 */
export const issueKeys = ({ moves, sheet, isReading, openHelp }: IssueKeys): ((event: KeyboardEvent) => void) => {
  const isZoomed = (): boolean => sheet.value?.isZoomed() ?? false
  const sideways = (toRight: boolean) => (): void => {
    const step = toRight === !moves.isRtl.value ? 1 : -1
    if (isReading()) void moves.move(step)
    else if (isZoomed()) sheet.value?.pan(toRight ? panStep : -panStep, 0)
    else moves.turn(step)
  }
  const onPage: Readonly<Record<string, () => void>> = {
    ArrowDown: () => sheet.value?.pan(0, panStep),
    ArrowUp: () => sheet.value?.pan(0, -panStep),
    PageDown: () => moves.turn(1),
    PageUp: () => moves.turn(-1),
    Home: moves.first,
    End: moves.last,
  }
  const zoomIn = (): void => sheet.value?.zoomBy(1.5)
  const always: Readonly<Record<string, () => unknown>> = {
    ArrowRight: sideways(true),
    ArrowLeft: sideways(false),
    Escape: () => (isReading() ? moves.closeArticle() : isZoomed() && sheet.value?.zoomFit()),
    '+': zoomIn,
    '=': zoomIn,
    '-': () => sheet.value?.zoomBy(1 / 1.5),
    '0': () => sheet.value?.zoomFit(),
    '/': moves.search,
    j: () => moves.move('jump'),
    '?': openHelp,
  }
  return (event) => {
    const isElsewhere =
      event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog, [role="slider"]')
    if (event.defaultPrevented || event.altKey || event.metaKey || event.ctrlKey || isElsewhere) return
    const isInList =
      event.target instanceof HTMLElement && event.target.closest('aside, [role="complementary"]') !== null
    if (isInList && /^Arrow(Up|Down)$/.test(event.key)) return
    const key = shortcutOf(event) ?? ''
    const action = (isReading() ? undefined : onPage[key]) ?? always[key]
    if (!action) return
    event.preventDefault()
    action()
  }
}

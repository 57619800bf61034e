import { isPlainClick } from '../ui/plain-click'
import { useDrawnLinks } from '../ui/use-drawn-links'

/** A mouse that moved less than this between press and click, in pixels, has not selected anything by dragging. */
const clickReach = 4
/** One that moved as far as this was dragging, and did not click, even if nothing is selected, as between two lines. */
const dragReach = 16

const middle = 1

/**
 * A click anywhere in an article of a typeset page does what it does on its first link: it follows it, or opens a tab or a window
 * with Ctrl, Meta, Shift or the middle button. One that ends a selection does nothing.
 * @returns listeners for the element in which the page is drawn
 */
export const useRegionClicks = () => {
  const links = useDrawnLinks()
  let pressed: { readonly x: number; readonly y: number; readonly hasSelected: boolean } | undefined
  const hasSelection = (): boolean => getSelection()?.isCollapsed === false
  const linkAt = ({ target }: Event): HTMLAnchorElement | null | undefined =>
    target instanceof Element && !target.closest('a') ? target.closest('.region')?.querySelector('a') : undefined

  const press = (event: MouseEvent): void => {
    pressed = { x: event.clientX, y: event.clientY, hasSelected: hasSelection() }
    // Where a link is, a browser starts no scrolling with the middle button.
    if (event.button === middle && linkAt(event)) event.preventDefault()
  }
  /** A click that no mouse made, as of a confirmed tap, has no place and no count. */
  const movedBy = ({ clientX, clientY, detail }: MouseEvent): number =>
    pressed && detail > 0 ? Math.hypot(clientX - pressed.x, clientY - pressed.y) : 0
  /** With Shift, the click itself selects the text from where the last click was: that is no wish of the person's. */
  const endsSelection = (event: MouseEvent): boolean => {
    const moved = movedBy(event)
    if (moved >= dragReach) return true
    return hasSelection() && !(event.shiftKey && pressed && moved < clickReach && !pressed.hasSelected)
  }
  const openAside = (link: HTMLAnchorElement): void => void window.open(link.href, '_blank', 'noopener')
  const click = (event: MouseEvent): void => {
    if (links.followClick(event) || event.defaultPrevented || endsSelection(event)) return
    const link = linkAt(event)
    if (!link) return
    if (isPlainClick(event)) return links.follow(link)
    if (event.altKey) return
    getSelection()?.removeAllRanges()
    openAside(link)
  }
  const clickAside = (event: MouseEvent): void => {
    const link = event.button === middle && !event.defaultPrevented ? linkAt(event) : undefined
    if (link) openAside(link)
  }
  return { onMousedown: press, onClick: click, onAuxclick: clickAside }
}

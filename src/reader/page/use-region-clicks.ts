import { isPlainClick } from '../ui/plain-click'
import { useDrawnLinks } from '../ui/use-drawn-links'
import { createSelectionEnd } from './selection-end'

const middle = 1

/**
 * A click anywhere in an article of a typeset page does what it does on its first link: it follows it, or opens a tab or a window
 * with Ctrl, Meta, Shift or the middle button. One that ends a selection does nothing.
 * @returns listeners for the element in which the page is drawn
 */
export const useRegionClicks = () => {
  const links = useDrawnLinks()
  const selection = createSelectionEnd()
  const linkAt = ({ target }: Event): HTMLAnchorElement | null | undefined =>
    target instanceof Element && !target.closest('a') ? target.closest('.region')?.querySelector('a') : undefined

  const press = (event: MouseEvent): void => {
    selection.press(event)
    // Where a link is, a browser starts no scrolling with the middle button.
    if (event.button === middle && linkAt(event)) event.preventDefault()
  }
  const openAside = (link: HTMLAnchorElement): void => void window.open(link.href, '_blank', 'noopener')
  const click = (event: MouseEvent): void => {
    if (links.followClick(event) || event.defaultPrevented || selection.isEnd(event)) return
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

import type { Page } from 'playwright-core'

/**
 * What is cut or touches in the view on show, in words: texts that an element clips in part, that stick out of their button or the window, and
 * controls that lie over each other. The printed page and its thumbnails are drawings, and are left out; what scrolls sideways is not cut.
 */
export const viewFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    interface Rect {
      readonly left: number
      readonly right: number
      readonly top: number
      readonly bottom: number
    }
    /** Letters may reach a little out of their line. */
    const slack = 2
    const meet = (a: Rect, b: Rect): Rect => ({
      left: Math.max(a.left, b.left),
      right: Math.min(a.right, b.right),
      top: Math.max(a.top, b.top),
      bottom: Math.min(a.bottom, b.bottom),
    })
    const isEmpty = ({ left, right, top, bottom }: Rect): boolean => right - left <= slack || bottom - top <= slack
    const isWithin = (inner: Rect, outer: Rect): boolean =>
      inner.left >= outer.left - slack &&
      inner.right <= outer.right + slack &&
      inner.top >= outer.top - slack &&
      inner.bottom <= outer.bottom + slack
    /** The ink of a line is lower than its box. */
    const inkOf = ({ left, right, top, bottom }: Rect): Rect => {
      const air = (bottom - top) * 0.15
      return { left, right, top: top + air, bottom: bottom - air }
    }
    const ancestorsOf = (element: Element | null): Element[] =>
      element ? [element, ...ancestorsOf(element.parentElement)] : []
    const isDrawing = (element: Element): boolean =>
      element.closest('.room, .thumb, .place, svg, .opening.waiting, [inert], .visually-hidden, .skip, option') !== null
    const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true })
    const clips = (value: string): boolean => value === 'hidden' || value === 'clip'
    const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll'

    /** What is left of a control after its ancestors have clipped it. */
    const leftOf = (element: Element): Rect =>
      ancestorsOf(element.parentElement)
        .filter((one) => {
          const { overflowX, overflowY, clipPath } = getComputedStyle(one)
          return clips(overflowX) || clips(overflowY) || clipPath !== 'none'
        })
        .reduce<Rect>((rect, one) => meet(rect, one.getBoundingClientRect()), element.getBoundingClientRect())

    const faults: string[] = []
    const dialog = document.querySelector('dialog[open]')
    const walker = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!element || text === '' || isDrawing(element) || !isShown(element)) continue
      if (getComputedStyle(element).clipPath !== 'none') continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of [...range.getClientRects()].map(inkOf)) {
        if (isEmpty(rect)) continue
        const above = ancestorsOf(element)
        const isSideways = above.some(
          (one) => scrolls(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth,
        )
        if (!isSideways && (rect.left < -slack || rect.right > innerWidth + slack))
          faults.push(`out of the window: ${text}`)
        const button = element.closest('.tool, .button')
        if (button && !isWithin(rect, button.getBoundingClientRect())) faults.push(`out of its button: ${text}`)
        for (const one of above) {
          const { overflowX, overflowY } = getComputedStyle(one)
          // What a scroller shows in part can be scrolled to.
          if (scrolls(overflowX) || scrolls(overflowY)) break
          if (!clips(overflowX) && !clips(overflowY)) continue
          const box = one.getBoundingClientRect()
          if (!isEmpty(meet(rect, box)) && !isWithin(rect, box) && one !== document.querySelector('.issue'))
            faults.push(`cut: ${text}`)
        }
      }
    }
    /** Words under icons are drawn by the stylesheet: they fit if their button does not scroll. */
    for (const tool of document.querySelectorAll('.tool'))
      if (isShown(tool) && !isDrawing(tool) && tool.scrollWidth > tool.clientWidth + slack)
        faults.push(`wider than its button: ${tool.getAttribute('data-word') ?? tool.textContent}`)
    const controls = [...(dialog ?? document).querySelectorAll('a, button, input, select, label')].filter(
      (one) => isShown(one) && !isDrawing(one) && !isEmpty(leftOf(one)),
    )
    /** Bars lie over what scrolls under them; only what shares a bar, or none, may not touch. */
    const barOf = (one: Element): Element | null =>
      one.closest('.top, .page-pane > .foot, .bar, .form, .notice-bar, .panel, dialog')
    for (const [index, one] of controls.entries())
      for (const other of controls.slice(index + 1)) {
        if (one.contains(other) || other.contains(one) || barOf(one) !== barOf(other)) continue
        if (!isEmpty(meet(leftOf(one), leftOf(other))))
          faults.push(`over each other: ${one.textContent} and ${other.textContent}`)
      }
    return [...new Set(faults)]
  })

/** The share of the window's height that is left to what is read, between the bars. */
export const readingShare = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const bars =
      '.top, .page-pane > .foot, .full-article > .bar, .search .form, .notice-bar, .panel, dialog > .inside > header'
    const rows = Array.from({ length: innerHeight }, (_, y) => y + 0.5)
    const isRead = (y: number): boolean =>
      [0.1, 0.5, 0.9].every((share) => document.elementFromPoint(innerWidth * share, y)?.closest(bars) === null)
    return rows.filter(isRead).length / innerHeight
  })

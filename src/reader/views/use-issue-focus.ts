import { useRouter } from 'vue-router'
import { useViewFocus } from '../a11y/use-view-focus'
import type { useIssueView } from './use-issue-view'

type OpenPlace = Pick<ReturnType<typeof useIssueView>, 'page' | 'article'>

const isVisible = (element: HTMLElement): boolean =>
  element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden'

/**
 * Moves the focus along with the reader: to the title of what is opened, and back to the article's link when it is
 * closed.
 */
export const useIssueFocus = ({ page, article }: OpenPlace) => {
  const router = useRouter()
  /** The first address leaves the focus alone; every later one moves it. */
  let hasMoved = false
  useViewFocus(
    // The focus stays when the same article is opened over another of its pages, as from hit to hit.
    () => article.value?.id ?? ` ${page.value?.no ?? ''}`,
    (before) => {
      const isFirst = before.trim() === '' && !router.options.history.state['back']
      if (isFirst) return undefined
      hasMoved = true
      const closed = before.split(' ')[0] ?? ''
      if (article.value) return document.getElementById('article-title')
      const links = closed ? document.querySelectorAll<HTMLElement>(`a[href$="/${closed}"]`) : []
      return [...links].find(isVisible) ?? document.getElementById('page-title')
    },
  )
  return {
    /** For an article whose title was not rendered yet when the address changed. */
    focusArticle: (): void => {
      if (hasMoved) document.getElementById('article-title')?.focus({ preventScroll: true })
    },
    /** Moves to the list of the page's articles, which stands under the page on a phone. */
    focusArticleList: (): void => {
      const list = document.querySelector<HTMLElement>('.opening:not(.waiting) .articles')
      list?.scrollIntoView({ block: 'start' })
      list?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
    },
  }
}

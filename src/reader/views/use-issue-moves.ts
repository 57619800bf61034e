import { computed, type ComputedRef } from 'vue'
import { useRouter } from 'vue-router'
import type { Page } from '@/bundle/issue'
import { openingsOf, turnedFrom } from '../page/spread'
import { locatorOf } from '../location/locator-of'
import { routeOf } from '../location/route-of'
import type { useIssueView } from './use-issue-view'

type OpenPlace = Pick<ReturnType<typeof useIssueView>, 'opened' | 'page' | 'article' | 'lit'>

/** Navigation within the issue: to pages and articles, along jumps, and back. */
export const useIssueMoves = ({ opened, page, article, lit }: OpenPlace, isSpread: ComputedRef<boolean>) => {
  const router = useRouter()
  const issue = computed(() => opened.value?.issue)
  const isRtl = computed(() => issue.value?.paper.pageTurn === 'rtl')
  const pageRoute = (no: number) => routeOf({ view: 'page', issue: issue.value?.id ?? '', page: no })
  const goToPage = (no: number): void => {
    if (issue.value?.pages[no - 1]) void router.push(pageRoute(no))
  }
  const articleRoute = (id: string, from: Page) =>
    routeOf({ view: 'article', issue: issue.value?.id ?? '', page: from.no, article: id })
  const openings = computed(() =>
    openingsOf(issue.value?.pages ?? [], { isSpread: isSpread.value, isRtl: isRtl.value }),
  )
  const turn = (step: 1 | -1): void => {
    const to = page.value && turnedFrom(openings.value, page.value.no, step)
    if (to !== undefined) goToPage(to)
  }

  return {
    isRtl,
    first: () => goToPage(1),
    last: () => goToPage(issue.value?.pages.length ?? 1),
    turn,
    goToPage,
    /** Replaces the open article, so that Back leads to the page. */
    readOn: (id: string) => page.value && void router.replace(articleRoute(id, page.value)),
    follow: (id: string, to: Page) =>
      void router.push(routeOf({ view: 'page', issue: issue.value?.id ?? '', page: to.no, part: id })),
    search: () => issue.value && void router.push(routeOf({ view: 'search', issue: issue.value.id })),
    /**
     * Navigation along the text, loaded when a key first needs it. With an article open it adds nothing to the history.
     */
    move: async (way: 'jump' | 1 | -1): Promise<void> => {
      const { adjacentOf, jumpOf } = await import('./reading-moves')
      const place = { opened: opened.value, page: page.value, article: article.value, lit: lit.value }
      const to = way === 'jump' ? jumpOf(place) : adjacentOf(place, way)
      if (to) void router[article.value ? 'replace' : 'push'](routeOf(to))
    },
    /** Goes back in history if the page came before, so that Back does not open the article again. */
    closeArticle: (): void => {
      const before: unknown = router.options.history.state['back']
      const target = pageRoute(page.value?.no ?? 1)
      const isPageBefore =
        typeof before === 'string' &&
        (router.resolve(before).path === router.resolve(target).path ||
          (locatorOf(router.resolve(before)).view === 'newest' && page.value?.no === 1))
      if (isPageBefore) router.back()
      else void router.replace(target)
    },
  }
}

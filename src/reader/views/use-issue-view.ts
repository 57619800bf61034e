import { computed, provide, watch, type Ref } from 'vue'
import { useRoute } from 'vue-router'
import { BundleError, type BundleFault } from '@/bundle/fault'
import type { Article, Page } from '@/bundle/issue'
import { partsOf } from '@/bundle/jumps'
import { findArticle, findPage } from '@/bundle/lookup'
import { mergeArticle, type MergedArticle } from '@/bundle/merge-article'
import type { PagePart } from '@/bundle/page-part'
import { useWords } from '../i18n/use-words'
import { zhHans } from '../i18n/zh-hans'
import { useScriptOnShow } from '../script/use-script-on-show'
import { headOf } from '../issue/head-of'
import { newest, useIssueStore } from '../issue/issue-store'
import { pageTextsKey } from '../issue/page-texts'
import { locatorOf } from '../location/locator-of'
import type { OpenIssue } from '../issue/issue-source'

/** The pages whose text an article needs. */
const pagesOf = ({ issue }: OpenIssue, article: Article): Page[] => [
  ...new Set(partsOf(issue, article.id).map(({ page }) => page)),
]

/** What the address names, the state of it, and what has to be loaded for it: everything that the issue view shows. */
export const useIssueView = () => {
  const words = useWords(zhHans)
  const route = useRoute()
  const store = useIssueStore()
  const inScript = useScriptOnShow()
  const locator = computed(() => locatorOf(route))
  const issueId = computed(() => ('issue' in locator.value && locator.value.issue) || newest)
  const pageNo = computed(() => ('page' in locator.value ? locator.value.page : 1))
  const articleId = computed(() => (locator.value.view === 'article' ? locator.value.article : undefined))
  const lit = computed(() => (locator.value.view === 'page' ? locator.value.part : articleId.value))

  /** The only place where the issue is converted to the reader's script; everything below shows what it is given. */
  const opened = computed(() => store.opened && inScript.opened(store.opened))
  const page = computed(() => opened.value && findPage(opened.value.issue, pageNo.value))
  const article = computed(() =>
    opened.value && articleId.value ? findArticle(opened.value.issue, articleId.value) : undefined,
  )
  const partOf = (one: Page): PagePart | undefined => {
    const phase = store.pages.get(one.no)
    if (phase?.kind !== 'ready' || !store.opened) return undefined
    return inScript.part(phase.part, store.opened.issue)
  }

  provide(pageTextsKey, { partOf, load: store.loadPage })

  /** The merged article, or the fault that prevents it; undefined while one of its pages is loading. */
  const reading = computed((): { readonly merged: MergedArticle } | { readonly fault: BundleFault } | undefined => {
    const { value: issue } = opened
    const { value: wanted } = article
    if (!issue || !wanted) return undefined
    const failed = pagesOf(issue, wanted)
      .map(({ no }) => store.pages.get(no))
      .find((phase) => phase?.kind === 'failed')
    if (failed?.kind === 'failed') return { fault: failed.fault }
    if (pagesOf(issue, wanted).some((one) => !partOf(one))) return undefined
    try {
      return { merged: mergeArticle(issue.issue, wanted.id, partOf) }
    } catch (error) {
      if (error instanceof BundleError) return { fault: error.fault }
      throw error
    }
  })

  /** What the address names and the open issue does not have. */
  const missing = computed(() => {
    if (!opened.value) return undefined
    if (!page.value) return 'page'
    return articleId.value && !article.value ? 'article' : undefined
  })
  /** The fault that keeps the address from being shown: of the issue, or of the page's text. */
  const fault = computed((): BundleFault | undefined => {
    if (store.phase.kind === 'failed') return store.phase.fault
    if (!page.value) return undefined
    const phase = store.pages.get(page.value.no)
    if (phase?.kind === 'failed') return phase.fault
    return reading.value && 'fault' in reading.value ? reading.value.fault : undefined
  })

  /** Whether text that the address names is still to come. */
  const isTextAwaited = computed(() => {
    if (!page.value || missing.value || fault.value) return false
    return !partOf(page.value) || (article.value !== undefined && !article.value.withdrawn && !reading.value)
  })

  /** Loads the texts that the address needs: of its page, then of the article's pages, then of the adjacent pages. */
  const fetchTexts = async (how: { readonly isRetry?: boolean } = {}): Promise<void> => {
    const { value: issue } = opened
    const { value: own } = page
    if (!issue || !own) return
    const { pages } = issue.issue
    await store.loadPage(own, how)
    await Promise.all(article.value ? pagesOf(issue, article.value).map((one) => store.loadPage(one, how)) : [])
    const adjacent = [pages[own.no], pages[own.no - 2]]
    for (const one of adjacent) if (one) await store.loadPage(one)
  }

  const head = computed(
    () => opened.value && headOf(locator.value, opened.value.issue, words, opened.value.issue.paper),
  )
  watch(head, (now) => now && typeof document === 'object' && (document.title = now.title))

  const start = (): Promise<void> => store.open(issueId.value)
  const retry = async (): Promise<void> => {
    if (store.phase.kind === 'open' && !store.phase.onlySaved) await fetchTexts({ isRetry: true })
    else await store.open(issueId.value, { isRetry: true })
  }
  watch(issueId, start)
  // Immediate, because the issue may be open already, as after a search in it.
  watch([opened, page, article] satisfies readonly Readonly<Ref>[], () => fetchTexts(), { immediate: true })

  return {
    store,
    locator,
    opened,
    page,
    pageNo,
    partOf,
    article,
    articleId,
    lit,
    reading,
    isTextAwaited,
    missing,
    fault,
    start,
    retry,
    fetchTexts,
  }
}

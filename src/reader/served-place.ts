import type { App } from 'vue'
import type { Router } from 'vue-router'
import { partsOf } from '@/bundle/jumps'
import { findArticle, findPage } from '@/bundle/lookup'
import { newest, useIssueStore } from './issue/issue-store'
import { locatorOf } from './location/locator-of'
import { facsimilePage } from './page/facsimile-page'
import { articlePane } from './views/article-pane'

/** What the app's element says of the HTML in it. */
export interface ServedPlace {
  /** `2024-05-25/1`, or with an article `2024-05-25/1/abc123`, or `calendar/2024/5`. */
  readonly address: string
  /** Of the issue, or of what a month of the calendar lists. */
  readonly revision: number
}

/**
 * The place that a server drew into the app's element, if this very release drew it: another one may have drawn other
 * elements, and its HTML is drawn anew.
 * @param release address of the script that starts the app; its name carries a digest of everything in it
 */
export const readServedPlace = (element: HTMLElement | null, release: string): ServedPlace | undefined => {
  const { drawnBy, place = '', revision } = element?.dataset ?? {}
  const isOurs = drawnBy !== undefined && drawnBy !== '' && release.endsWith(drawnBy)
  return isOurs && element?.childElementCount ? { address: place, revision: Number(revision) } : undefined
}

/** `other`: what is to be shown is not what the server drew, as a saved issue of an earlier revision, or the hits of a search. */
export type ServedOutcome = 'same' | 'other' | 'unreachable'

/** Loads everything that the address shows, so that the first rendering is the same as the server's. */
export const loadServedPlace = async (
  app: App,
  router: Router,
  { address, revision }: ServedPlace,
): Promise<ServedOutcome> => {
  await router.isReady()
  const route = router.currentRoute.value
  const locator = locatorOf(route)
  if (locator.view === 'calendar')
    return (await import('./calendar/load-served-month')).loadServedMonth(app, locator, revision)
  if ('sought' in locator || 'place' in locator || route.query['picture']) return 'other'
  const store = app.runWithContext(() => useIssueStore())
  await store.open('issue' in locator ? (locator.issue ?? newest) : newest, { isRetry: true })
  if (store.phase.kind === 'failed') return store.phase.fault.kind === 'unreachable' ? 'unreachable' : 'other'
  const issue = store.opened?.issue
  const page = issue && findPage(issue, 'page' in locator ? locator.page : 1)
  if (!issue || !page || issue.revision !== revision) return 'other'
  const article = locator.view === 'article' ? findArticle(issue, locator.article) : undefined
  // A server may answer with another page than that of the address.
  if (address !== [issue.id, page.no, ...(article ? [article.id] : [])].join('/')) return 'other'
  const pages = article ? [page, ...partsOf(issue, article.id).map((part) => part.page)] : [page]
  await Promise.all([
    ...[...new Set(pages)].map((one) => store.loadPage(one)),
    article ? articlePane.load() : page.renditions[0]?.kind === 'facsimile' && facsimilePage.load(),
  ])
  return pages.every(({ no }) => store.pages.get(no)?.kind === 'ready') ? 'same' : 'unreachable'
}

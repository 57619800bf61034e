import type { Article, Issue, Page } from '@/bundle/issue'
import { partsOf } from '@/bundle/jumps'
import { articlesOn } from '@/bundle/lookup'

/**
 * The article of the page to read after the current one. Skips adverts, what was withdrawn, and articles that began on an earlier page,
 * which would be read twice.
 */
export const nextAloud = (issue: Issue, page: Page, current: string): Article | undefined => {
  const all = articlesOn(issue, page)
  const at = all.findIndex(({ id }) => id === current)
  if (at < 0) return undefined
  return all
    .slice(at + 1)
    .find(
      ({ id, kind, extent, withdrawn }) =>
        !withdrawn && kind !== 'advert' && kind !== 'staff' && extent > 0 && partsOf(issue, id)[0]?.page === page,
    )
}

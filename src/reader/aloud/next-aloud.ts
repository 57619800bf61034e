import type { Article, Issue, Page } from '@/bundle/issue'
import { partsOf } from '@/bundle/jumps'
import { articlesOn } from '@/bundle/lookup'

/**
 * The article of the page that is read after this one: one that begins on the page, so that what is continued from an earlier
 * page is not read twice, and that is no advert.
 */
export const nextAloud = (issue: Issue, page: Page, current: string): Article | undefined => {
  const all = articlesOn(issue, page)
  const at = all.findIndex(({ id }) => id === current)
  if (at < 0) return undefined
  return all
    .slice(at + 1)
    .find(
      ({ id, kind, extent }) =>
        kind !== 'advert' && kind !== 'staff' && extent > 0 && partsOf(issue, id)[0]?.page === page,
    )
}

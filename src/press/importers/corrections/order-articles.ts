import type { PrintedArticle } from '../printed/printed-issue'
import type { Standing } from './find-article'

const pageOf = ({ parts }: PrintedArticle): number => parts[0]?.page ?? 0

/**
 * The articles of one page with some at places of their own, from 1. A place beyond the last is the last; of two with one place, that which was
 * told first has it.
 */
const ordered = (own: readonly Standing[], places: ReadonlyMap<number, number>): Standing[] => {
  const made = own.filter(({ key }) => !places.has(key))
  let next = 0
  for (const [key, place] of [...places].toSorted(([, one], [, other]) => one - other)) {
    const moved = own.find((one) => one.key === key)
    if (!moved) continue
    const at = Math.min(made.length, Math.max(next, place - 1))
    made.splice(at, 0, moved)
    next = at + 1
  }
  return made
}

/** @param places of articles among those that begin on the same page, by their keys */
export const orderArticles = (
  standing: readonly Standing[],
  places: ReadonlyMap<number, number>,
): readonly Standing[] => {
  const onPage = new Map<number, Standing[]>()
  for (const one of standing) {
    const own = onPage.get(pageOf(one.article)) ?? []
    own.push(one)
    onPage.set(pageOf(one.article), own)
  }
  const queues = new Map([...onPage].map(([page, own]) => [page, ordered(own, places)]))
  return standing.flatMap(({ article }) => queues.get(pageOf(article))?.shift() ?? [])
}

import { isOnSection } from '@/text/search-limits'
import { hasTerm, type SearchTerm } from '@/text/search-query'
import { headLinesOf, titleLinesOf, type ArchivedArticle } from './archived-article'
import type { Reading } from './readings'

/** Whether the article has every word that is wanted, in its text or its titles, and none that is not. Its day is not asked. */
export const isMeant = (record: ArchivedArticle, { wanted, unwanted, limits }: Reading): boolean => {
  const texts = limits.isInTitles ? headLinesOf(record) : [record.text, ...titleLinesOf(record)]
  const has = (term: SearchTerm): boolean => texts.some((text) => hasTerm(text, term))
  return isOnSection(record.pages, limits) && wanted.every(has) && !unwanted.some(has)
}

import { hasTerm, type SearchTerm, type SoughtWords } from '@/text/search-query'
import { titleLinesOf, type ArchivedArticle } from './archived-article'

/** Whether the article has every word that is wanted, in its text or its titles, and none that is not. */
export const isMeant = (record: ArchivedArticle, { wanted, unwanted }: SoughtWords): boolean => {
  const texts = [record.text, ...titleLinesOf(record)]
  const has = (term: SearchTerm): boolean => texts.some((text) => hasTerm(text, term))
  return wanted.every(has) && !unwanted.some(has)
}

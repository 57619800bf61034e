import type { Weight } from '../../model/draft'
import type { ArticleFile } from './article-file'

/** On a page with this many news articles a third one also stands out. */
const manyNews = 9

const isTitledNews = ({ record: { value } }: ArticleFile): boolean =>
  (value.kind ?? 'news') === 'news' && value.headline !== undefined

/**
 * The weight of each article: its own, or `standard`. A page needs a lead, so if none of its news articles has a
 * weight, the order of the files decides: the first is the lead, the next is second.
 */
export const weightsOf = (articles: readonly ArticleFile[]): ReadonlyMap<ArticleFile, Weight> => {
  const weights = new Map<ArticleFile, Weight>()
  for (const page of new Set(articles.map((article) => article.page))) {
    const own = articles.filter((article) => article.page === page)
    const news = own.filter(isTitledNews)
    const hasWeights = news.some(({ record }) => record.value.weight !== undefined)
    const seconds = news.slice(1, news.length < manyNews ? 2 : 3)
    for (const article of own) {
      const byOrder = article === news[0] ? 'lead' : seconds.includes(article) ? 'second' : 'standard'
      weights.set(article, article.record.value.weight ?? (hasWeights ? 'standard' : byOrder))
    }
  }
  return weights
}

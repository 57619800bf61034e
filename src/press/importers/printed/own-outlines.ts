import type { PrintedArticle } from './printed-issue'

/** An outline belongs to one article only; a second claim to the very same one is left to its words. */
export const withOwnOutlines = (articles: readonly PrintedArticle[]): PrintedArticle[] => {
  const taken = new Set<string>()
  return articles.map((article) => ({
    ...article,
    parts: article.parts.map((part) => ({
      ...part,
      outlines: part.outlines.filter((outline) => {
        const key = `${String(part.page)}: ${outline.join(' ')}`
        if (taken.has(key)) return false
        taken.add(key)
        return true
      }),
    })),
  }))
}

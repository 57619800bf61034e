/** The code that shows articles: it comes after the first page, or beside it where the address names an article. */
export const loadArticlePane = () => import('./ArticlePane.vue')

/** What could not be fetched now is fetched when an article is opened. */
export const prefetchArticlePane = async (): Promise<void> => {
  await loadArticlePane().catch(() => undefined)
}

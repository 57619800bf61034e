/** Loads the code that shows articles: after the first page, or along with it if the address names an article. */
export const loadArticlePane = () => import('./ArticlePane.vue')

/** If loading fails now, it is tried again when an article is opened. */
export const prefetchArticlePane = async (): Promise<void> => {
  await loadArticlePane().catch(() => undefined)
}

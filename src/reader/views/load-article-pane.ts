import type { Component } from 'vue'

let loaded: Component | undefined

/** Loads the code that shows articles: after the first page, or along with it if the address names an article. */
export const loadArticlePane = async () => {
  const { default: pane } = await import('./ArticlePane.vue')
  loaded = pane
  return pane
}

/** The component, if it is loaded: it takes over the HTML of a server in one go with everything else. */
export const loadedArticlePane = () => loaded

/** If loading fails now, it is tried again when an article is opened. */
export const prefetchArticlePane = async (): Promise<void> => {
  await loadArticlePane().catch(() => undefined)
}

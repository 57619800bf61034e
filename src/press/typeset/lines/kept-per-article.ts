import type { ArticleDraft } from '../../model/draft'

/**
 * What was made of an article, kept as long as the article is: a layout asks for the same rows of a table again and again. The key has
 * to name all that it is made from.
 */
export const createKept = <Value>(): ((article: ArticleDraft, key: string, make: () => Value) => Value) => {
  const kept = new WeakMap<ArticleDraft, Map<string, Value>>()
  return (article, key, make) => {
    const own = kept.get(article) ?? new Map<string, Value>()
    kept.set(article, own)
    const known = own.get(key)
    if (known !== undefined) return known
    const made = make()
    own.set(key, made)
    return made
  }
}

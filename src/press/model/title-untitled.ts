import type { ArticleDraft } from './draft'
import type { Pass } from './pass'

const longest = 22

/** The first sentence, or as many of its clauses as fit into 22 characters. */
const workingTitleOf = ({ blocks }: ArticleDraft): string | undefined => {
  const text = blocks.flatMap(({ leaves }) => leaves).find((leaf) => leaf.trim() !== '')
  const sentence = /^[^。！？；]*/u.exec(text?.trim() ?? '')?.[0] ?? ''
  const clauses = /^.{8,22}(?=[，：、])/u.exec(sentence)?.[0]
  return (sentence.length <= longest ? sentence : (clauses ?? sentence.slice(0, longest))) || undefined
}

const isBlank = ({ kind, leaves }: ArticleDraft['blocks'][number]): boolean =>
  kind !== 'picture' && leaves.every((leaf) => leaf.trim() === '')

/** Gives articles without a headline a working title from their first sentence; for news this is a finding. */
export const titleUntitled: Pass = (draft, report) => ({
  ...draft,
  articles: draft.articles.map((article) => {
    const title = article.headline === undefined ? workingTitleOf(article) : undefined
    if (title === undefined) {
      if (article.headline === undefined && article.blocks.every(isBlank))
        report.add('empty-article', article.place, {})
      return article
    }
    if (article.kind === 'news') report.add('no-headline', article.place, { title })
    return { ...article, workingTitle: title }
  }),
})

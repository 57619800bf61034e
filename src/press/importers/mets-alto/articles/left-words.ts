import type { PrintedArticle } from '../../printed/printed-issue'
import type { SourcePage } from '../pages/source-page'
import { boxAround } from '../pages/source-page'
import { ArticleParts } from './article-parts'
import type { ClaimedWords } from './claimed-words'

export interface LeftWords {
  readonly article: PrintedArticle | undefined
  readonly count: number
}

/** All words of a page that nobody claimed, block by block, as one article without a title. */
export const leftWords = (
  claims: ClaimedWords,
  pages: readonly SourcePage[],
  page: number,
  as: Pick<PrintedArticle, 'sourceId' | 'kind'>,
): LeftWords => {
  const parts = new ArticleParts(pages)
  let count = 0
  const add = (from: number, to: number, box: Parameters<ArticleParts['addBox']>[1]): void => {
    const words = claims.takeFree({ from, to })
    if (words.length === 0) return
    count += words.length
    parts.addBox(page, words.length === to - from ? box : boxAround(words.map((word) => word.box)))
    parts.addText('paragraph', page, words, false)
  }
  for (const { from, to, box } of claims.page.blocks) add(from, to, box)
  // What stands in no block.
  add(0, claims.page.words.length, undefined)
  return { article: count === 0 ? undefined : { ...as, parts: parts.finish() }, count }
}

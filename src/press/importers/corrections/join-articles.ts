import type { PrintedArticle, PrintedBlock } from '../printed/printed-issue'
import { plain } from './find-article'

const titlesOf = ({ rubric, kicker, headline, deck = [], byline }: PrintedArticle): string[] =>
  [rubric, kicker, headline, ...deck, byline].flatMap((line) => line ?? [])

/** The title over the rest of an article is no title of its own; what it says beyond the article's title stays as a subhead. */
const headOf = (rest: PrintedArticle, known: readonly string[]): PrintedBlock[] => {
  const own = titlesOf(rest).filter((line) => plain(line) !== '' && !known.includes(plain(line)))
  return own.map((text) => ({ kind: 'subhead', text, words: [] }))
}

/** One article of two: the second is the rest of the first, on the same page, a later or an earlier one. */
export const joinArticles = (article: PrintedArticle, rest: PrintedArticle): PrintedArticle => {
  const head = headOf(rest, titlesOf(article).map(plain))
  const [first, ...others] = rest.parts
  const pictures = [...(article.pictures ?? []), ...(rest.pictures ?? [])]
  const oldAddresses = [...(article.oldAddresses ?? []), ...(rest.oldAddresses ?? [])]
  return {
    ...article,
    parts: [...article.parts, ...(first ? [{ ...first, blocks: [...head, ...first.blocks] }] : []), ...others],
    ...(pictures.length > 0 && { pictures }),
    ...(oldAddresses.length > 0 && { oldAddresses }),
  }
}

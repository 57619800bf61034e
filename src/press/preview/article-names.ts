import type { ArticleOrigin } from '../importers/corrections/apply-corrections'
import type { CorrectionPath } from '../importers/corrections/correction-account'
import type { EditedCorrections } from '../importers/corrections/edited-corrections'
import { plain } from '../importers/corrections/find-article'
import { oneLine } from '../importers/corrections/text-places'
import type { PrintedArticle, PrintedIssue } from '../importers/printed/printed-issue'

/** So much of a text tells a person which article is meant. */
const mostLetters = 40

/** How a text begins: so many characters of it, or fewer. */
export const beginningOf = (text: string, most = mostLetters): string =>
  [...oneLine(text)].slice(0, most).join('').trim()

/** How an article begins, as a correction names it; a dash if it has no words. */
export const wordsOf = ({ headline, kicker, parts }: PrintedArticle): string => {
  const texts = parts.flatMap(({ titles, blocks }) => [...blocks, ...titles]).map(({ text }) => beginningOf(text))
  const found = [beginningOf(headline ?? '', 200), beginningOf(kicker ?? '', 200), ...texts]
  return found.find((text) => plain(text) !== '') ?? '–'
}

/** How corrections.yaml names an article of the source: with its page only where two have one id and begin alike. */
export const nameOf = (article: PrintedArticle, { articles, pages }: PrintedIssue): Record<string, string> => {
  const { sourceId: source } = article
  const was = wordsOf(article)
  const twins = articles.filter((one) => one.sourceId === source && wordsOf(one) === was)
  const first = article.parts[0]?.page ?? 0
  return { source, was, ...(twins.length > 1 && { page: pages[first]?.label ?? String(first + 1) }) }
}

/** The path of what corrections.yaml says of an article, which is made if there is nothing yet; undefined if the article is none of the source's. */
export const entryOf = (
  file: EditedCorrections,
  { entry, source }: ArticleOrigin,
  issue: PrintedIssue,
): CorrectionPath | undefined => entry ?? (source && file.insert(['articles'], nameOf(source, issue), undefined, false))

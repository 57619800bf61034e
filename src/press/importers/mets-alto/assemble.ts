import { leftWords } from './articles/left-words'
import { ClaimedWords } from './articles/claimed-words'
import { printedArticle } from './articles/printed-article'
import type { SourceIssue } from './source-issue'
import { mostFrequent } from './mets/describe-mets'
import type { PackageReader } from './package-reader'
import { readLanguage } from './read-language'
import { guessLanguage } from '../printed/guess-language'
import { withOwnOutlines } from '../printed/own-outlines'
import type { PrintedArticle, PrintedIssue, PrintedPage } from '../printed/printed-issue'

/** `Jg. 1, nº 7` and `Numéro 1`: the number of the issue. */
const numberIn = (text: string | undefined): string | undefined =>
  /(?:n[º°o]|nr|num[ée]ro|nummer|number|no)\.?\s*(\d{1,6})/iu.exec(text ?? '')?.[1] ??
  /^\s*(\d{1,6})\s*$/.exec(text ?? '')?.[1]

const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1)

/** Makes the printed issue of what a profile found: every word stands in one article, and none is lost. */
/** @param path the file that describes the issue, for findings */
export const assemble = (found: SourceIssue, source: PackageReader, path: string): PrintedIssue => {
  const { report } = source
  const claims = found.pages.map((page) => new ClaimedWords(page))
  const articles: PrintedArticle[] = []
  for (const article of found.articles ?? []) {
    const { article: made, missing } = printedArticle(article, found.pages, claims)
    const place = source.placeOf(article.file, article.line)
    if (missing.length > 0) {
      const names = missing.slice(0, 5).join(', ')
      report.add('import-places-missing', place, { article: article.id, count: String(missing.length), names })
    }
    if (made) articles.push(made)
    else report.add('import-empty-article', place, { article: article.id })
  }
  const total = found.pages.reduce((sum, page) => sum + page.words.length, 0)
  let left = 0
  claims.forEach((claim, page) => {
    const number = String(page + 1)
    const as = found.articles
      ? ({ sourceId: `rest-${number}`, kind: 'staff' } as const)
      : ({ sourceId: `page-${number}`, kind: 'news' } as const)
    const { article, count } = leftWords(claim, found.pages, page, as)
    if (article) articles.push(article)
    left += count
  })
  const again = claims.reduce((sum, claim) => sum + claim.again, 0)
  const whole = source.placeOf(path)
  if (again > 0) report.add('import-words-twice', whole, { count: String(again) })
  if (!found.articles) report.add('import-no-articles', whole, { count: String(articles.length) })
  else if (left > 0)
    report.add('import-words-left', whole, { count: String(left), all: String(total), share: percent(left, total) })
  const lang = found.paper.lang ?? mostFrequent(found.pages.flatMap(({ lang: own }) => readLanguage(own ?? '') ?? []))
  const issueNo = numberIn(found.issueNo)
  return {
    paper: {
      ...found.paper,
      lang:
        lang ??
        guessLanguage(found.pages.flatMap(({ words }) => words.slice(0, 2000).map(({ text }) => text)).join(' ')),
    },
    date: found.date,
    pages: found.pages.map(printedPage),
    articles: withOwnOutlines(articles),
    ...(issueNo === undefined ? {} : { issueNo }),
  }
}

const printedPage = ({ label, name, width, height, picture }: SourceIssue['pages'][number]): PrintedPage => ({
  label,
  width,
  height,
  ...(name === undefined ? {} : { name }),
  ...(picture === undefined ? {} : { picture }),
})

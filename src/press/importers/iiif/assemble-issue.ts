import { ClaimedWords } from '../mets-alto/articles/claimed-words'
import { leftWords } from '../mets-alto/articles/left-words'
import type { PackageReader } from '../mets-alto/package-reader'
import { withOwnOutlines } from '../printed/own-outlines'
import type { PrintedArticle, PrintedIssue, PrintedPage } from '../printed/printed-issue'
import { articlesInRanges } from './articles/articles-in-ranges'
import { placeArticles } from './articles/placed-article'
import { printArticles, type PageWithText } from './articles/print-articles'
import { issueFacts, languageOf, saidLanguage } from './issue-facts'
import type { Manifest } from './manifest/read-manifest'
import type { Ranges } from './manifest/read-ranges'
import type { ReadCanvases } from './pages/read-canvases'

const printedPage = ({ page: { label, name, width, height, picture } }: PageWithText): PrintedPage => ({
  label: label.slice(0, 20),
  width,
  height,
  ...(name !== undefined && { name }),
  ...(picture !== undefined && { picture }),
})

const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1)
/** Enough of each page to tell its language. */
const sampleWords = 2000

const hasText = ({ parts }: PrintedArticle): boolean =>
  parts.some(({ blocks, titles }) => blocks.length + titles.length > 0)

/** The articles that ranges tell, and what is odd about them. */
const articlesOf = (
  manifest: Manifest,
  ranges: Ranges,
  { pages, sizes }: ReadCanvases,
  claims: readonly ClaimedWords[],
  { source, lang }: { readonly source: PackageReader; readonly lang: string | undefined },
): PrintedArticle[] => {
  const { report } = source
  const place = source.placeOf(manifest.path)
  const told = articlesInRanges(ranges, manifest.canvases, lang)
  const placed = placeArticles(told.articles, sizes)
  const { articles, empty } = printArticles(pages, claims, placed.articles)
  const some = (names: readonly string[]) => ({ count: String(names.length), name: (names[0] ?? '').slice(0, 200) })
  if (told.unknown.length > 0) report.add('iiif-unknown-canvas', place, some(told.unknown))
  if (placed.unread.length > 0) report.add('iiif-place-unread', place, some(placed.unread))
  const leftOut = manifest.broken + ranges.leftOut + placed.leftOut
  if (leftOut > 0) report.add('iiif-left-out', place, { count: String(leftOut) })
  if (placed.outside > 0) report.add('iiif-outside-canvas', place, { count: String(placed.outside) })
  for (const article of empty.slice(0, 100))
    report.add('import-empty-article', place, { article: article.slice(0, 200) })
  const silent = articles.filter((article) => !hasText(article) && article.headline !== undefined).length
  if (silent > 0) report.add('iiif-no-text', place, { count: String(silent) })
  return [...articles]
}

/** Makes the printed issue of a manifest: every word stands in one article, and none is lost. */
export const assembleIssue = (
  manifest: Manifest,
  ranges: Ranges,
  read: ReadCanvases,
  source: PackageReader,
): PrintedIssue => {
  const { pages } = read
  const place = source.placeOf(manifest.path)
  const said = saidLanguage(manifest, read.langs)
  const sample = pages.flatMap(({ page: { words } }) => words.slice(0, sampleWords).map(({ text }) => text)).join(' ')
  const lang = languageOf(said, sample)
  const claims = pages.map(({ page }) => new ClaimedWords(page))
  const articles = articlesOf(manifest, ranges, read, claims, { source, lang })
  const withArticles = new Set(articles.flatMap(({ parts }) => parts.map(({ page }) => page)))
  const all = pages.map(({ page }) => page)
  const total = all.reduce((sum, { words }) => sum + words.length, 0)
  let left = 0
  let whole = 0
  claims.forEach((claim, page) => {
    const isDivided = withArticles.has(page)
    const as = isDivided
      ? ({ sourceId: `rest-${page + 1}`, kind: 'staff' } as const)
      : ({ sourceId: `page-${page + 1}`, kind: 'news' } as const)
    const rest = leftWords(claim, all, page, as)
    if (!rest.article) return
    articles.push(rest.article)
    if (isDivided) left += rest.count
    else whole++
  })
  if (whole > 0) source.report.add('import-no-articles', place, { count: String(whole) })
  if (left > 0)
    source.report.add('import-words-left', place, {
      count: String(left),
      all: String(total),
      share: percent(left, total),
    })
  const facts = issueFacts(manifest, lang)
  return {
    paper: {
      ...(facts.paper !== undefined && { name: facts.paper }),
      lang,
      ...(manifest.isRightToLeft && { isRightToLeft: true }),
    },
    date: facts.date,
    ...(facts.issueNo !== undefined && { issueNo: facts.issueNo }),
    ...(facts.serialNo !== undefined && { serialNo: facts.serialNo }),
    ...(facts.lunarDate !== undefined && { lunarDate: facts.lunarDate }),
    ...(facts.editionName !== undefined && { editionName: facts.editionName }),
    pages: pages.map(printedPage),
    articles: withOwnOutlines(articles),
  }
}

import { excerptOf } from '@/text/excerpt'
import { findSpans, type SearchTerm } from '@/text/search-query'
import { stretchesOf, type TextStretch } from '@/text/stretches'
import { ArchiveError } from './archive-fault'
import type { ArchiveHit } from './archive-search'
import { titleLinesOf, type ArchivedArticle } from './archived-article'

/** What is shown of an article that has the words. @throws ArchiveError `damaged` if it is on no page */
export const hitOf = (record: ArchivedArticle, wanted: readonly SearchTerm[], file: string): ArchiveHit => {
  const { issue, date, article, titles, text, pages } = record
  const spans = findSpans(text, wanted)
  const isInTitles = titleLinesOf(record).some((line) => findSpans(line, wanted, 1).length > 0)
  const at = isInTitles ? 0 : (spans[0]?.from ?? 0)
  const page = pages.findLast(({ from }) => from <= at) ?? pages[0]
  if (!page) throw new ArchiveError({ kind: 'damaged', file })
  const lit = (line = ''): TextStretch[] => stretchesOf(line, findSpans(line, wanted))
  return {
    issue,
    date,
    article,
    page: { no: page.no, label: page.label, ...(page.name !== undefined && { name: page.name }) },
    title: lit(titles.headline),
    byline: lit(titles.byline),
    excerpt: excerptOf(text, spans),
    spans,
    isWithdrawn: record.isWithdrawn === true,
  }
}

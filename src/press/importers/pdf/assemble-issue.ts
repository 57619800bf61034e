import { parseJumpLine } from '@/text/jump-line'
import type { PrintedArticle, PrintedBlock, PrintedIssue, PrintedPage } from '../printed/printed-issue'
import { guessLanguage } from '../printed/guess-language'
import { kindOfTitle } from '../printed/kind-of-title'
import { blockOfLines } from './block-of-lines'
import type { PageArticle, SegmentedPage } from './segmenting/segment-page'
import { jumpLinesOf, paragraphsOf, withJumpsOutside, type Paragraph } from './segmenting/paragraphs'
import { columnsOf } from './segmenting/reading-order'
import type { Line } from './segmenting/lines'

/** A page of the source: its picture, and what stands on it. */
export interface PdfPage {
  readonly picture: PrintedPage['picture']
  /** Of the picture, pixels. */
  readonly width: number
  readonly height: number
  /** Pixels of the picture to a point. */
  readonly scale: number
  /** As the file itself has it. */
  readonly label: string | undefined
  readonly segmented: SegmentedPage
}

const textOf = (lines: readonly Line[]): string => blockOfLines(lines, 'paragraph', 1).text

const articleOf = (article: PageArticle, index: number, page: number, { scale }: PdfPage): PrintedArticle => {
  const { title, rubric, lines, captions, bodySize } = article
  const columns = columnsOf(lines)
  const jumps = jumpLinesOf(columns.flatMap((column) => column.lines))
  const paragraphs = withJumpsOutside(paragraphsOf(columns, bodySize, jumps), jumps)
  const shown = paragraphsOf(columnsOf(captions), bodySize, new Set()).map(
    (one) => ({ ...one, kind: 'paragraph' }) satisfies Paragraph,
  )
  // Neither the first nor the last of the text, by which the rest of an article is known on another page.
  const before = Math.min(
    paragraphs.length,
    1 + paragraphs.filter(({ lines: [line] }) => line && jumps.has(line)).length,
  )
  const at = paragraphs.length - before > 0 ? before : 0
  const told = [...paragraphs.slice(0, at), ...shown, ...paragraphs.slice(at)]
  const blocks: PrintedBlock[] = told.map((one) => blockOfLines(one.lines, one.kind, scale))
  const headline = title ? blockOfLines(title.headline, 'paragraph', 1, ' ').text : ''
  const titles = [rubric, ...(title ? [title.kicker, title.headline, title.deck, title.byline] : [])]
    .filter((own) => own.length > 0)
    .map((own) => blockOfLines(own, 'paragraph', scale, ' '))
  const isText = ({ text }: PrintedBlock): boolean => parseJumpLine(text) === undefined
  return {
    sourceId: `page ${page + 1} article ${index + 1}`,
    kind: kindOfTitle(headline, blocks.some(isText)),
    ...(rubric.length > 0 && { rubric: textOf(rubric) }),
    ...(title && title.kicker.length > 0 && { kicker: textOf(title.kicker) }),
    ...(headline && { headline }),
    ...(title && title.deck.length > 0 && { deck: title.deck.map(({ text }) => text) }),
    ...(title && title.byline.length > 0 && { byline: title.byline.map(({ text }) => text).join(' ') }),
    parts: [{ page, outlines: [], blocks, titles }],
  }
}

/** A scan says nothing: then the language is that of most papers that are imported here. */
const languageOf = (pages: readonly PdfPage[]): string => {
  const lines = pages.flatMap(({ segmented }) => segmented.articles.flatMap((article) => article.lines.slice(0, 200)))
  return lines.length === 0 ? 'zh-Hans' : guessLanguage(lines.map(({ text }) => text).join('\n'))
}

/** Labels of pages are read off their heads; where two would be the same, neither is believed. */
const labelsOf = (pages: readonly PdfPage[]): string[] => {
  const read = pages.map(({ segmented, label }, index) => segmented.head.label ?? label ?? String(index + 1))
  return new Set(read).size === read.length ? read : pages.map((_, index) => String(index + 1))
}

/** Puts the pages of a PDF together as an issue. */
export const assembleIssue = (pages: readonly PdfPage[]): PrintedIssue => {
  const heads = pages.map(({ segmented }) => segmented.head)
  const paper = heads[0]?.paper
  const issueNo = heads[0]?.issueNo
  const labels = labelsOf(pages)
  return {
    paper: { ...(paper && { name: paper }), lang: languageOf(pages) },
    date: heads.find(({ date }) => date !== undefined)?.date,
    ...(issueNo && { issueNo }),
    pages: pages.map(({ picture, width, height }, index): PrintedPage => {
      const name = heads[index]?.name
      return {
        label: labels[index] ?? String(index + 1),
        ...(name && { name }),
        width,
        height,
        ...(picture !== undefined && { picture }),
      }
    }),
    articles: pages.flatMap((page, index) =>
      page.segmented.articles.map((article, at) => articleOf(article, at, index, page)),
    ),
  }
}

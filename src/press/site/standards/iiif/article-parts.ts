import { sliceBlocks, textOf } from '@/bundle/article-text'
import type { Article, Issue, Page } from '@/bundle/issue'
import type { Region } from '@/bundle/region'
import type { IssueContent } from '../issue-content'
import { shownRendition } from './canvases'

/** A part of an article on a canvas. */
export interface CanvasPart {
  readonly page: Page
  readonly region: Region
}

/** The parts of an article on the canvases, in reading order. */
export const canvasParts = (issue: Issue, { id }: Article): CanvasPart[] =>
  issue.pages
    .flatMap((page) =>
      (shownRendition(page)?.regions ?? []).filter(({ article }) => article === id).map((region) => ({ page, region })),
    )
    .sort((a, b) => a.region.range[0] - b.region.range[0] || a.region.range[1] - b.region.range[1])

/** The title block as it is printed; a working title is not. */
const printedTitle = ({ rubric, kicker, headline, deck = [], byline }: Article): string[] =>
  [rubric, kicker, headline, ...deck, byline].filter((line) => line !== undefined)

/** What is printed in a region, line by line: on the article's first part its title too. */
export const printedText = (content: IssueContent, article: Article, region: Region): string => {
  const isFirst = canvasParts(content.issue, article)[0]?.region === region
  const text = textOf(sliceBlocks(content.textOf(article).blocks, region.range))
  return [...(isFirst ? printedTitle(article) : []), text].join('\n').trim()
}

import type { Article, Page } from '@/bundle/issue'
import type { Region } from '@/bundle/region'
import { articlesFrom, headingOf, languageOf } from '../issue-content'
import { pageTitle, wordsIn } from '../standard-words'
import { canvasParts } from './article-parts'
import { canvasId, fragmentOf, inLanguage, innerId, type IiifSource } from './canvases'

interface CanvasReference {
  readonly id: string
  readonly type: 'Canvas'
}

/** A place on a canvas, or all of it. */
type RangeItem =
  | CanvasReference
  | {
      readonly type: 'SpecificResource'
      readonly source: CanvasReference
      readonly selector: { readonly type: 'FragmentSelector'; readonly value: string }
    }

const itemsOn = (canvas: CanvasReference, { outlines }: Region): RangeItem[] =>
  outlines.length === 0
    ? [canvas]
    : outlines.map((outline) => ({
        type: 'SpecificResource',
        source: canvas,
        selector: { type: 'FragmentSelector', value: fragmentOf([outline]) },
      }))

/** An article over its parts in reading order, wherever they stand: IIIF cookbook, recipe 0025. */
const articleRange = ({ content: { issue }, address }: IiifSource, article: Article) => ({
  id: innerId(address, issue, `range/article/${article.id}`),
  type: 'Range' as const,
  label: inLanguage(languageOf(article.lang ?? issue.lang, issue), headingOf(article, wordsIn(issue.lang))),
  items: canvasParts(issue, article).flatMap(({ page, region }) =>
    itemsOn({ id: canvasId(address, issue, page), type: 'Canvas' }, region),
  ),
})

const pageRange = (source: IiifSource, page: Page) => {
  const { content, address } = source
  const { issue } = content
  return {
    id: innerId(address, issue, `range/page/${page.no}`),
    type: 'Range',
    label: inLanguage(languageOf(issue.lang, issue), pageTitle(page)),
    items: [
      { id: canvasId(address, issue, page), type: 'Canvas' as const },
      ...articlesFrom(issue, page)
        .filter(({ withdrawn }) => !withdrawn)
        .map((article) => articleRange(source, article)),
    ],
  }
}

/** The contents: pages, and under each the articles that begin there. */
export const contentsRange = (source: IiifSource) => {
  const { issue } = source.content
  return {
    id: innerId(source.address, issue, 'range/contents'),
    type: 'Range',
    label: inLanguage(languageOf(issue.lang, issue), wordsIn(issue.lang).contents),
    items: issue.pages.map((page) => pageRange(source, page)),
  }
}

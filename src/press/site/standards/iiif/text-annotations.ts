import type { Page } from '@/bundle/issue'
import { findArticle } from '@/bundle/lookup'
import { languageOf } from '../issue-content'
import { urlAt } from '../../site-address'
import { textPath } from '../standard-paths'
import { printedText } from './article-parts'
import { canvasId, fragmentOf, innerId, shownRendition, type IiifSource } from './canvases'

/**
 * The text of a page: an annotation for each part of an article, in the page's reading order, over the part's place. Withdrawn
 * articles have none.
 */
export const textAnnotations = ({ content, address }: IiifSource, page: Page) => {
  const { issue } = content
  const canvas = canvasId(address, issue, page)
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: urlAt(address, textPath(issue, page.no)),
    type: 'AnnotationPage',
    items: (shownRendition(page)?.regions ?? []).flatMap((region, index) => {
      const article = findArticle(issue, region.article)
      const value = article && !article.withdrawn ? printedText(content, article, region) : ''
      if (value === '') return []
      return [
        {
          id: innerId(address, issue, `canvas/${page.no}/text/${index + 1}`),
          type: 'Annotation',
          motivation: 'supplementing',
          body: {
            type: 'TextualBody',
            format: 'text/plain',
            language: languageOf(article?.lang ?? issue.lang, issue),
            value,
          },
          target: region.outlines.length > 0 ? `${canvas}#${fragmentOf(region.outlines)}` : canvas,
        },
      ]
    }),
  }
}

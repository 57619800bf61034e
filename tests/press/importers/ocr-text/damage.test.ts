import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { foldedOf } from '@/press/importers/ocr-text/passages/letters'
import { cleanArticles, pageFault, rawPage, type CleanArticle } from './damaged-page'
import { filesOf } from './imported-manuscript'

interface ReadBack {
  readonly headline?: string
  readonly byline?: string
  readonly printed_jump?: string
  readonly body: string
}

const readBack = (raw: string): ReadBack[] =>
  [...filesOf(raw).files]
    .filter(([name]) => name.endsWith('.md'))
    .map(([, content]) => {
      const [, front = '', body = ''] = content.split(/^---$/mu)
      const { headline, byline, printed_jump } = parse(front) as Omit<ReadBack, 'body'>
      return {
        ...(headline && { headline }),
        ...(byline && { byline }),
        ...(printed_jump && { printed_jump }),
        body: foldedOf(body),
      }
    })

const wanted = (articles: readonly CleanArticle[]): ReadBack[] =>
  articles.map(({ headline, reporter, paragraphs, jump }) => ({
    headline,
    byline: `记者 ${reporter}`,
    ...(jump && { printed_jump: jump }),
    body: foldedOf(paragraphs.join('')),
  }))

describe('a page with random faults', () => {
  it('reads a clean page as it is', () =>
    fc.assert(
      fc.property(cleanArticles, (articles) => {
        expect(readBack(rawPage(articles, []))).toEqual(wanted(articles))
      }),
    ))

  it('has nothing twice and nothing lost', () =>
    fc.assert(
      fc.property(cleanArticles, fc.array(pageFault, { minLength: 1, maxLength: 4 }), (articles, faults) => {
        expect(readBack(rawPage(articles, faults))).toEqual(wanted(articles))
      }),
      { numRuns: 150 },
    ))
})

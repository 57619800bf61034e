import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readOcrText } from '@/press/importers/ocr-text/read-ocr-text'
import type { PrintedIssue } from '@/press/importers/printed/printed-issue'
import { writePrintedManuscript } from '@/press/importers/printed/write-manuscript'
import { nameOf } from '@/press/preview/article-names'
import { Report } from '@/press/report'
import '../../../support/property-seed'
import { correct } from '../corrections/printed'
import { cleanArticles, pageFault, rawPage } from './damaged-page'

const issueOf = (raw: string): PrintedIssue => {
  const { issue } = readOcrText(raw, 'page.txt')
  if (!issue) throw new Error('nothing was read')
  return issue
}
const textsOf = (issue: PrintedIssue): ReadonlyMap<string, string> => writePrintedManuscript(issue, new Report()).texts
const pages = fc
  .tuple(cleanArticles, fc.array(pageFault, { maxLength: 3 }))
  .map(([all, faults]) => rawPage(all, faults))

it('corrections that say what a raw text says itself leave its manuscript as it was, and each finds its article', () =>
  fc.assert(
    fc.property(pages, (raw) => {
      const issue = issueOf(raw)
      const entries = issue.articles.map((article) => ({
        ...nameOf(article, issue),
        kind: article.kind,
        ...(article.headline !== undefined && { headline: article.headline }),
      }))
      const { issue: made, counts, told } = correct(issue, stringify({ articles: entries }))
      expect(textsOf(made)).toEqual(textsOf(issue))
      expect(counts).toMatchObject({ applied: 0, notApplied: 0 })
      expect(told.every((one) => one.startsWith('correction-needless'))).toBe(true)
    }),
    { numRuns: 60 },
  ))

it('an article is named alike whatever stands before it, so that its corrections and its address stay', () =>
  fc.assert(
    fc.property(cleanArticles, cleanArticles, (before, articles) => {
      const namesIn = (raw: string): string[] => issueOf(raw).articles.map(({ sourceId }) => sourceId)
      const names = namesIn(rawPage(articles, []))
      expect(namesIn(rawPage([...before, ...articles], [])).slice(before.length)).toEqual(names)
    }),
    { numRuns: 60 },
  ))

it('no two articles have one name, however alike they begin', () => {
  const same = '短讯\n\n本报讯（记者 张三）'
  const raw = ['甲桥今天通车，行人从东岸走到西岸只要三分钟。', '乙渡口昨天停航，渡船改在上游的码头靠岸。'].map(
    (text) => `${same}${text}`,
  )
  const names = issueOf(raw.join('\n\n')).articles.map(({ sourceId }) => sourceId)
  expect(names).toEqual(['短讯', '短讯 2'])
})

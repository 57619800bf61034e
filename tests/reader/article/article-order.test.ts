import { beforeEach, describe, expect, it } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import type { Issue } from '@/bundle/issue'
import { findArticle, findPage } from '@/bundle/lookup'
import { firstPageOf, neighboursOf } from '@/reader/article/article-order'
import { smallIssue } from '../../support/small-issue'

let issue: Issue
beforeEach(async () => {
  issue = decodeIssue(encode((await smallIssue()).issue))
})
const around = (pageNo: number, id: string) => {
  const [page, article] = [findPage(issue, pageNo), findArticle(issue, id)]
  if (!page || !article) throw new Error(`no ${id} on ${pageNo}`)
  const { previous, next } = neighboursOf(issue, page, article)
  const name = (stop: typeof next) => stop && `${stop.page.no}/${stop.article.id}`
  return [name(previous), name(next)]
}

describe('from article to article', () => {
  it('goes along the page, then over to the next page, where what was continued does not come again', () => {
    expect(around(1, 'aaa111')).toEqual([undefined, '1/bbb222'])
    expect(around(1, 'bbb222')).toEqual(['1/aaa111', '2/ccc333'])
  })
  it('ends with the issue', () => expect(around(2, 'ccc333')).toEqual(['2/aaa111', undefined]))
  it('goes on from where a continued article is read', () =>
    expect(around(2, 'aaa111')).toEqual(['1/bbb222', '2/ccc333']))
  it('knows where an article begins', () =>
    expect(issue.articles.map((article) => firstPageOf(issue, article)?.no)).toEqual([1, 1, 2]))
})

import { beforeAll, describe, expect, it } from 'vitest'
import { renderPlace } from '@/reader/render'
import { openedInMemory } from '../support/memory-source'
import { firstText, smallIssue, type SmallIssue } from '../support/small-issue'

const render = (path: string, of: SmallIssue) => {
  const opened = openedInMemory(of)
  return renderPlace(path, { paper: opened.issue.paper, opened })
}

let small: SmallIssue
beforeAll(async () => {
  small = await smallIssue()
})

describe('the reader in Node', () => {
  it('draws a typeset page with its links, its lines and its list of articles', async () => {
    const { html, head } = await render('/2026-01-05/1', small)
    expect(head.title).toBe('第一版 要闻 - 小样报 2026年1月5日')
    expect(html).toContain('href="/2026-01-05/1/aaa111"')
    expect(html.replace(/<[^>]*>/g, '')).toContain(firstText)
    expect(html).toContain('▶下转第二版')
    expect(html).toContain('本版文章')
  })

  it('draws a facsimile page with its regions as links', async () => {
    const { html } = await render('/2026-01-05/2', small)
    expect(html).toMatch(/<polygon points="0 0 500 0 500 700 0 700"/)
    expect(html).toContain('src="/data/2026-01-05/fit-02.')
  })

  it('draws an article whole, with the seam where the print jumped', async () => {
    const { html, head } = await render('/2026-01-05/1/aaa111', small)
    expect(head.title).toBe('把报纸放进口袋 - 小样报 2026年1月5日')
    expect(html).toMatch(/<h1[^>]*>把报纸放进口袋<\/h1>/)
    expect(html).toContain('此处由第一版转至第二版')
    expect(html.replace(/<[^>]*>/g, '')).toContain('手指点到哪一')
  })

  it('draws hostile text as text', async () => {
    const hostile = await smallIssue((parts) => {
      parts[0].pieces[1] = {
        article: 'bbb222',
        range: [0, 26],
        blocks: [{ kind: 'paragraph', leaves: ['<script>alert(1)</script>'] }],
      }
    })
    hostile.issue.articles[1] = { id: 'bbb222', kind: 'news', headline: '<img src=x onerror=alert(1)>', extent: 26 }
    const [page] = hostile.issue.pages
    const rendition = page?.renditions[0]
    if (!rendition || !('regions' in rendition)) throw new Error('no regions')
    Object.assign(rendition.regions[1] ?? {}, { range: [0, 26] })
    const { html } = await render('/2026-01-05/1/bbb222', hostile)
    expect(html).not.toMatch(/<script>alert|<img src=x/)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('says in words what is not there', async () => {
    expect((await render('/2026-01-05/9', small)).html).toContain('这一期没有第 9 版')
  })
})

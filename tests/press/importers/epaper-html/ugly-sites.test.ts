import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importPrinted } from '@/press/commands/import-printed'
import { writeFiles } from '../../../support/imported-issue'
import { quietContext } from '../../../support/quiet-context'
import { tempFolder } from '../../../support/temp-folder'

/** Imports a site of these files; returns the texts of the manuscript. */
const importing = async (files: Readonly<Record<string, string | Buffer>>) => {
  const folder = tempFolder()
  writeFiles(join(folder, 'saved'), new Map(Object.entries(files)))
  const outcome = await importPrinted({ path: join(folder, 'saved'), out: join(folder, 'manuscript') }, quietContext())
  return {
    outcome,
    codes: outcome.findings.map(({ code }) => code).filter((code) => code !== 'paper-to-name'),
    read: (path: string): string => readFileSync(join(folder, 'manuscript', path), 'utf8'),
  }
}

const article = (title: string, text = `${title}的正文，有好几个字，说的是河边的事情。`): string =>
  `<div id=ozoom><founder-content><p>${text}</p></founder-content></div><!--enpproperty <title>${title}</title>/enpproperty-->`
const pageOf = (areas: string, image = '<img src=p.jpg width=400 height=600 usemap=#m>'): string =>
  `<html><body><map name=m>${areas}</map>${image}</body></html>`
const page = 'html/2024-05/25/node_2.htm'
const one = 'html/2024-05/25/content_1.htm'

describe('the areas of a saved page', () => {
  it.each([
    [
      'a rectangle',
      '<area shape=rect coords="10,20,110,220" href=content_1.htm>',
      '40, 80, 440, 80, 440, 880, 40, 880',
    ],
    [
      'one spelt out',
      '<AREA SHAPE="rectangle" COORDS="10 20 110 220" HREF="content_1.htm">',
      '40, 80, 440, 80, 440, 880, 40, 880',
    ],
    ['a polygon', '<area shape=poly coords="10,20,110,20,110,220" href=content_1.htm>', '40, 80, 440, 80, 440, 880'],
    ['one without a shape', '<area coords="10,20,110,20,110,220" href=content_1.htm>', '40, 80, 440, 80, 440, 880'],
    [
      'an odd number of coordinates',
      '<area shape=polygon coords="10,20,110,20,110,220,9" href=content_1.htm>',
      '40, 80, 440, 80, 440, 880',
    ],
    [
      'fractions',
      '<area shape=polygon coords="10.2,19.9,110,20,110,220" href="./content_1.htm?v=1#top">',
      '41, 80, 440, 80, 440, 880',
    ],
  ])('may be %s', async (_, area, outline) => {
    const { read, codes } = await importing({ [page]: pageOf(area), [one]: article('河边') })
    expect(read('page-01/01-news.md')).toContain(`[[${outline}]]`)
    expect(codes).toEqual(['page-drawn'])
  })

  it('that reach beyond its picture are cut off at the edge, and reported', async () => {
    const { read, codes } = await importing({
      [page]: pageOf('<area shape=rect coords="10,20,900,2000000000" href=content_1.htm>'),
      [one]: article('河边'),
    })
    expect(read('page-01/01-news.md')).toContain('[[40, 80, 1600, 80, 1600, 2400, 40, 2400]]')
    expect(codes).toEqual(['area-outside-picture', 'page-drawn'])
  })

  it('that are no areas are passed over', async () => {
    const { read } = await importing({
      [page]: pageOf(
        '<area shape=circle coords="9,9,9" href=content_1.htm><area shape=poly coords="a,b" href=content_1.htm><area href="javascript:void(0)" coords="1,1,9,9"><area coords="1,2,3,4">',
      ),
      [one]: article('河边'),
    })
    expect(read('page-01/01-news.md')).not.toContain('outlines')
  })

  it('two for one article are two outlines of it', async () => {
    const { read } = await importing({
      [page]: pageOf('<area coords="1,1,9,9" href=content_1.htm><area coords="11,11,19,19" href=content_1.htm>'),
      [one]: article('河边'),
    })
    expect(
      read('page-01/01-news.md')
        .match(/\[\[.*\]\]/u)?.[0]
        .split('], ['),
    ).toHaveLength(2)
  })
})

describe('the articles of a saved site', () => {
  it('are not those that another page leads to, nor those of another day', async () => {
    const { read, codes } = await importing({
      [page]:
        '<a id=pageLink href=node_2.htm>第1版：要闻</a><a href=content_1.htm>一</a><a href=content_2.htm>二</a><a href=../../2019-01/02/content_9.htm>旧</a>',
      'html/2024-05/25/node_3.htm': `<a id=pageLink href=node_3.htm>第2版：民生</a>${pageOf('<area coords="1,1,9,9" href=content_2.htm>')}`,
      [one]: article('一'),
      'html/2024-05/25/content_2.htm': article('二'),
    })
    expect(read('page-01/01-news.md')).toContain('headline: 一')
    expect(() => read('page-01/02-news.md')).toThrow()
    expect(read('page-02/01-news.md')).toContain('headline: 二')
    expect(read('page-02/page.yaml')).toContain('name: 民生')
    expect(codes).not.toContain('article-without-page')
  })

  it('that no page leads to are kept, on the first page, and reported', async () => {
    const { read, codes } = await importing({
      [page]: pageOf('<area coords="1,1,9,9" href=content_1.htm>'),
      [one]: article('一'),
      'html/2024-05/25/content_7.htm': article('孤'),
    })
    expect(read('page-01/02-news.md')).toContain('headline: 孤')
    expect(codes).toContain('article-without-page')
  })

  it('that are the same text under two ids are one, on both pages', async () => {
    const { read } = await importing({
      [page]: pageOf('<area coords="1,1,9,9" href=content_1.htm>'),
      'html/2024-05/25/node_3.htm': pageOf('<area coords="1,1,9,9" href=content_2.htm>'),
      [one]: article('一篇长文', '这是一篇长文的全部内容，在两个版上各有一个编号。'),
      'html/2024-05/25/content_2.htm': article('一篇长文', '这是一篇长文的全部内容，在两个版上各有一个编号。'),
    })
    expect(read('page-01/01-news.md')).toMatch(/\n<!-- cut: 2 -->\n$/)
    expect(() => read('page-02/01-news.md')).toThrow()
  })

  it('that only look alike, as adverts do, are two', async () => {
    const { read } = await importing({
      [page]: pageOf('<area coords="1,1,9,9" href=content_1.htm>'),
      'html/2024-05/25/node_3.htm': pageOf('<area coords="1,1,9,9" href=content_2.htm>'),
      [one]: article('广告', ''),
      'html/2024-05/25/content_2.htm': article('广告', ''),
    })
    expect(read('page-01/01-advert.md')).toContain('kind: advert')
    expect(read('page-02/01-advert.md')).toContain('kind: advert')
  })

  it('have what the system says of them before what stands on the page, and no markup', async () => {
    const { read } = await importing({
      [page]: pageOf('<area coords="1,1,9,9" href=content_1.htm>'),
      [one]: `<h1>别的标题</h1><div id=author>2024年05月25日</div><div id=ozoom><p>　　第一段 &lt;b&gt;<br>第二段</p><p><b>小标题</b></p><script>alert(1)</script><style>p{}</style><p>- 第三段*星*</p></div>
<!--enpproperty <date>2024-05-25 00:00:00.0</date><author>本报记者 甲</author><title><p>主题</p></title><subtitle>副题<br>二行</subtitle><introtitle>引题</introtitle>/enpproperty-->`,
    })
    expect(read('page-01/01-news.md').split('---\n').slice(1)).toEqual([
      expect.stringMatching(/kicker: 引题\nheadline: 主题\ndeck: 副题 二行\nbyline: 本报记者 甲\n/),
      '\n第一段 \\<b\\>\n\n第二段\n\n## 小标题\n\n\\- 第三段\\*星\\*\n',
    ])
  })

  it('whose files were not saved have the title of the link, and are reported', async () => {
    const { read, codes } = await importing({
      [page]: `${pageOf('<area coords="1,1,9,9" href=content_1.htm>')}<a href=content_1.htm><script>document.write(view("河边<br>有约  "))</script></a>`,
    })
    expect(read('page-01/01-news.md')).toContain('headline: 河边 有约')
    expect(codes).toContain('article-not-saved')
  })
})

describe('a saved site', () => {
  it.each([
    ['GBK that says it is UTF-8', 'utf-8'],
    ['GBK that says so', 'gb2312'],
  ])('is read in its encoding: %s', async (_, charset) => {
    // 河边
    const title = Buffer.from([0xba, 0xd3, 0xb1, 0xdf])
    const { read } = await importing({
      [page]: pageOf('<area coords="1,1,9,9" href=content_1.htm>'),
      [one]: Buffer.concat([
        Buffer.from(`<meta charset=${charset}><div id=ozoom>`),
        title,
        Buffer.from('</div><h1>'),
        title,
        Buffer.from('</h1>'),
      ]),
    })
    expect(read('page-01/01-news.md')).toContain('headline: 河边')
  })

  it('of several days is refused, with the days', async () => {
    const { outcome, codes } = await importing({
      [page]: pageOf('<area coords="1,1,9,9" href=content_1.htm>'),
      'html/2024-05/26/node_2.htm': pageOf('<area coords="1,1,9,9" href=content_1.htm>'),
    })
    expect([outcome.exitCode, codes]).toEqual([1, ['several-days']])
    expect(outcome.findings[0]?.why).toContain('2024-05-25, 2024-05-26')
  })

  it('without pages or articles is refused', async () =>
    expect((await importing({ 'index.html': '<p>您好' })).codes).toEqual(['unknown-source']))

  it('of another system is read by a profile', async () => {
    const { read } = await importing({
      'epaper.yaml':
        'paper: 样报\npages: .item a\npage_names: .titlebox span\npage_picture: .big img\narticles: .list a\nheadline: .t\ntext: .c\n',
      '2024-05-25/a.html':
        '<div class=item><a href=a.html></a></div><div class=item><a href=b.html></a></div><div class=titlebox><span>第01版：要闻</span></div><div class=titlebox><span>第02版：民生</span></div><map><area coords="1,1,9,9" href=x.html></map><div class=list><a href=x.html>一</a></div><div class=big><img src=p.jpg width=100 height=150></div>',
      '2024-05-25/b.html': '<map><area coords="1,1,9,9" href=content_2.html></map>',
      '2024-05-25/content_2.html': '<div class=t>二</div><div class=c>正文</div>',
    })
    expect(read('page-01/page.yaml')).toContain('label: "01"\nname: 要闻')
    expect(read('page-02/01-news.md')).toContain('headline: 二')
  })

  it.each(readdirSync('docs/profiles'))('has a profile in the docs that can be read: %s', async (name) => {
    const { codes } = await importing({
      'epaper.yaml': readFileSync(join('docs/profiles', name)),
      [page]: pageOf('<area coords="1,1,9,9" href=content_1.htm>'),
      [one]: article('河边'),
    })
    expect(codes).toEqual(['page-drawn'])
  })

  it('has the old addresses of its pages and articles for the redirects', async () => {
    const { read } = await importing({
      [page]: pageOf('<area coords="1,1,9,9" href=content_1.htm>'),
      [one]: article('河边'),
    })
    const id = /id: (\w+)/u.exec(read('page-01/01-news.md'))?.[1]
    expect(read('old-addresses.csv')).toBe(`old,new\n/${one},2024-05-25/1/${id}\n/${page},2024-05-25/1\n`)
  })

  it('nested without end is read in time', async () => {
    const { codes } = await importing({
      [page]: pageOf('<area coords="1,1,9,9" href=content_1.htm>'),
      [one]: `<div id=ozoom>${'<div>'.repeat(20_000)}河边的正文${'</div>'.repeat(20_000)}</div>`,
    })
    expect(codes).toEqual(['page-drawn'])
  })
})

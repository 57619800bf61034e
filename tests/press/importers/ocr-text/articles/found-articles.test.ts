import { describe, expect, it } from 'vitest'
import { findArticles } from '@/press/importers/ocr-text/articles/found-articles'
import { Ledger } from '@/press/importers/ocr-text/ledger'
import { readPassages } from '@/press/importers/ocr-text/passages/read-passages'

const find = (...lines: readonly string[]) => {
  const raw = lines.join('\n\n')
  const ledger = new Ledger(raw, 'page.txt')
  const articles = findArticles(readPassages(raw), ledger).map(({ titles, byline, parts, jump }) => ({
    titles: titles.map((run) => run.map(({ text }) => text)),
    ...(byline && { byline }),
    parts: parts.map((part) => (part.kind === 'paragraph' ? part.clipping.text : part.run.map(({ text }) => text))),
    ...(jump && { jump: jump.text }),
  }))
  return { articles, codes: ledger.findings.map(({ code }) => code), closed: ledger.closed.map(({ text }) => text) }
}

describe('articles found among the passages', () => {
  it('begin at report heads, with the titles before them', () =>
    expect(
      find('书香满城', '本报讯（记者 张三）书屋开放。', '座位六十个。', '夜读角', '本报讯（记者 李四）亮灯了。')
        .articles,
    ).toEqual([
      { titles: [['书香满城']], byline: '记者 张三', parts: ['书屋开放。', '座位六十个。'] },
      { titles: [['夜读角']], byline: '记者 李四', parts: ['亮灯了。'] },
    ]))

  it('hold titles among their paragraphs', () =>
    expect(find('本报讯（记者 张三）书屋开放。', '夜读角', '灯亮到十点。').articles).toEqual([
      { titles: [], byline: '记者 张三', parts: ['书屋开放。', ['夜读角'], '灯亮到十点。'] },
    ]))

  it('end with a jump line: the next title begins another', () =>
    expect(find('书香满城', '书屋开放。 ▶下转第三版', '夜读角', '灯亮到十点。').articles).toEqual([
      { titles: [['书香满城']], parts: ['书屋开放。'], jump: '▶下转第三版' },
      { titles: [['夜读角']], parts: ['灯亮到十点。'] },
    ]))

  it('doubt text that follows their end without a title', () =>
    expect(find('书屋开放。 ▶下转第三版', '灯亮到十点。').codes).toEqual(['ocr-doubtful']))

  it('are signed by a byline under the title, or below the text', () => {
    expect(find('书香满城', '（记者 张三）', '书屋开放。').articles).toEqual([
      { titles: [['书香满城']], byline: '记者 张三', parts: ['书屋开放。'] },
    ])
    expect(find('书香满城', '书屋开放。', '（记者 张三）').articles).toEqual([
      { titles: [['书香满城']], byline: '记者 张三', parts: ['书屋开放。'] },
    ])
  })

  it('close titles and jump lines that have no text', () => {
    expect(find('书香满城', '▶下转第三版')).toMatchObject({ articles: [], closed: ['▶下转第三版', '书香满城'] })
    expect(find('书屋开放。 ▶下转第三版', '▶下转第四版').closed).toEqual(['▶下转第四版'])
  })
})

import { describe, expect, it } from 'vitest'
import { Ledger } from '@/press/importers/ocr-text/ledger'
import { findDoubts } from '@/press/importers/ocr-text/issue/doubts'
import type { ReadArticle } from '@/press/importers/ocr-text/issue/page'
import { clippingOf } from '../pages'

const plain: ReadArticle = {
  kind: 'news',
  weight: 'lead',
  isUnderBanner: false,
  title: { headline: clippingOf('十家书屋获得授牌'), deck: [], doubts: [] },
  signatures: [],
  blocks: [
    { kind: 'paragraph', clipping: clippingOf('城西区的十家书屋昨天获得授牌，十家书屋昨天获得授牌。') },
    { kind: 'subhead', clipping: clippingOf('为流动打通最后一公里') },
  ],
  pictures: [],
}
const doubts = (changes: Partial<ReadArticle>) => {
  const ledger = new Ledger('', 'page.txt')
  const masthead = { singles: new Map(), channels: [], editors: new Map(), notices: [], clippings: [] }
  findDoubts({ masthead, articles: [{ ...plain, ...changes }] }, ledger)
  return ledger.findings.map(({ code, why }) => `${code}: ${why}`)
}

describe('doubts about the finished page', () => {
  it('are none about a plain article', () => expect(doubts({})).toEqual([]))

  it('are those of its title, with the nearest line', () => {
    expect(doubts({ title: { ...plain.title, doubts: ['two titles over one text'] } })).toEqual([
      'ocr-doubtful: this reads oddly (two titles over one text): “十家书屋获得授牌”',
    ])
    expect(doubts({ title: { deck: [clippingOf('张三主持')], doubts: ['two titles over one text'] } })[0]).toContain(
      '“张三主持”',
    )
  })

  it('are two printed lines that ran together', () => {
    const headline = clippingOf('城西区的十家书屋昨天获得授牌为流动打通最后一公里')
    expect(doubts({ title: { headline, deck: [], doubts: [] } })[0]).toContain('run together')
  })

  it('are every picture, since there is none', () =>
    expect(doubts({ pictures: [{ order: 1, credit: clippingOf('张三 摄') }] })[0]).toContain('“张三 摄”'))
})

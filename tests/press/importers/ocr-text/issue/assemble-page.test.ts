import { describe, expect, it } from 'vitest'
import { assemblePage } from '@/press/importers/ocr-text/issue/assemble-page'
import { clippingsOfPage } from '@/press/importers/ocr-text/issue/page'
import type { TitledArticle } from '@/press/importers/ocr-text/titles/titled-article'
import { clippingOf } from '../pages'

const masthead = {
  singles: new Map(),
  channels: [],
  editors: new Map(),
  notices: [],
  clippings: [clippingOf('2024年4月23日')],
}
const article = (headline: string, text: string, order: number): TitledArticle => ({
  title: { headline: clippingOf(headline), deck: [], doubts: [] },
  signatures: [clippingOf('本报讯（记者 张三）')],
  blocks: [{ kind: 'paragraph', clipping: clippingOf(text) }],
  order,
})
const short = article('旧书换绿植', '一本换一盆', 0)
const long = article('流动书屋上路', '全民读书节昨天开幕流动书屋今天上路'.repeat(6), 1)

describe('the finished page', () => {
  it('has its first article as the lead, whatever its length', () =>
    expect(
      assemblePage({ masthead, articles: [short, long, short], pictures: [] }).articles.map(({ weight }) => weight),
    ).toEqual(['lead', 'standard', 'brief']))

  it('knows which articles are under the banner', () =>
    expect(
      assemblePage({ masthead, banner: clippingOf('全民读书节'), articles: [short, long], pictures: [] }).articles.map(
        ({ isUnderBanner }) => isUnderBanner,
      ),
    ).toEqual([false, true]))

  it('has pictures in their article, or as articles of their own at the end', () => {
    const [own, lost] = [
      { caption: clippingOf('流动书屋上路'), order: 2 },
      { caption: clippingOf('全民读书节开幕式'), credit: clippingOf('李四 摄'), order: 1 },
    ]
    const page = assemblePage({ masthead, articles: [short, long], pictures: [lost, own] })
    expect(page.articles.map(({ kind, pictures }) => [kind, pictures])).toEqual([
      ['news', []],
      ['news', [own]],
      ['picture', [lost]],
    ])
  })

  it('counts all its text', () => {
    const pictures = [{ caption: clippingOf('开幕式'), credit: clippingOf('李四 摄'), order: 9 }]
    const page = assemblePage({ masthead, banner: clippingOf('读书节'), articles: [short], pictures })
    expect(clippingsOfPage(page).map(({ text }) => text)).toEqual([
      '2024年4月23日',
      '读书节',
      '旧书换绿植',
      '本报讯（记者 张三）',
      '一本换一盆',
      '开幕式',
      '李四 摄',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { findArticles } from '@/press/importers/ocr-text/articles/found-articles'
import { Ledger } from '@/press/importers/ocr-text/ledger'
import { readPassages } from '@/press/importers/ocr-text/passages/read-passages'
import { placeTitles } from '@/press/importers/ocr-text/titles/place-titles'

const place = (raw: string) => {
  const ledger = new Ledger(raw, 'page.txt')
  const articles = placeTitles(findArticles(readPassages(raw), ledger), ledger).map(({ title, blocks }) => ({
    kicker: title.kicker?.text,
    headline: title.headline?.text,
    deck: title.deck.map(({ text }) => text),
    subheads: blocks.filter(({ kind }) => kind === 'subhead').map(({ clipping }) => clipping.text),
  }))
  return {
    articles,
    headlines: articles.map(({ headline }) => headline),
    codes: ledger.findings.map(({ code }) => code).filter((code) => code !== 'ocr-report-head'),
    closed: ledger.closed.map(({ text }) => text),
  }
}

const bus = '本报讯（记者 张三）昨天，流动书屋开进社区，首批十辆今天上路，居民可以免费借阅图书。'
const light = '本报讯（记者 李四）区图书馆夜读角昨天亮灯，座位六十个，不用预约，坐满为止。'
const lamps = '馆方在门口加装了两盏路灯，并请保安护送晚归的读者走到车站。'

describe('titles', () => {
  it('stay over their text', () =>
    expect(place(`流动书屋开进社区\n\n${bus}\n\n夜读角昨天亮灯\n\n${light}`)).toMatchObject({
      headlines: ['流动书屋开进社区', '夜读角昨天亮灯'],
      codes: [],
    }))

  it('go from the end of another article to the one whose words they share', () =>
    expect(place(`${bus}\n\n夜读角昨天亮灯\n\n${light}\n\n流动书屋开进社区\n\n${lamps}`)).toMatchObject({
      headlines: ['流动书屋开进社区', '夜读角昨天亮灯'],
      codes: ['ocr-moved-far'],
    }))

  it('go to the only article without one where they are the only one left, and are doubted', () =>
    expect(place(`${bus}\n\n夜读角昨天亮灯\n\n${light}\n\n${lamps}\n\n书屋开放时间表和路线图`)).toMatchObject({
      headlines: ['书屋开放时间表和路线图', '夜读角昨天亮灯'],
      codes: ['ocr-doubtful', 'ocr-moved-far'],
    }))

  it('are subheads among the paragraphs of their article', () =>
    expect(place(`夜读角昨天亮灯\n\n${light}\n\n门口加装路灯\n${lamps}`).articles[0]?.subheads).toEqual([
      '门口加装路灯',
    ]))

  it('begin another article where they are a block', () =>
    expect(place(`流动书屋开进社区\n\n${bus}\n\n让读者走夜路\n门口加装路灯\n\n${lamps}`).articles).toMatchObject([
      { headline: '流动书屋开进社区' },
      { kicker: '让读者走夜路', headline: '门口加装路灯' },
    ]))

  it('are closed where no text follows them', () => {
    expect(place(`夜读角昨天亮灯\n\n${light}\n\n香椿芽上市`)).toMatchObject({
      closed: ['香椿芽上市'],
      codes: ['ocr-unplaced'],
    })
    expect(place(`夜读角昨天亮灯\n\n${light}\n\n座位六十个`).codes).toEqual(['ocr-removed-twin'])
  })

  it('are doubted as subheads where they are long', () =>
    expect(place(`夜读角昨天亮灯\n\n${light}\n\n${'甲乙丙丁戊己庚辛壬癸'.repeat(4)}\n${lamps}`).codes).toEqual([
      'ocr-doubtful',
    ]))
})

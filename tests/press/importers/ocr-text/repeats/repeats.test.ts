import { describe, expect, it } from 'vitest'
import { manuscriptOf } from '../imported-manuscript'

const first =
  '流动书屋由退役公交车改装，车厢两侧是可以放下的书架，尾部设有一张能坐六个人的阅读桌。馆员随车服务，除了办理借还，还会在傍晚为孩子讲故事。'
const second = '书屋的行车时刻表贴在各居委会的公告栏里，也可以在手机上查询，遇到雨雪天气会提前一天通知停开。'
const page = (...passages: readonly string[]) =>
  [
    '2024年4月23日',
    '流动书屋今天上路',
    '本报讯（记者 张三）十辆流动书屋昨天交付，今天开往十个街镇。',
    ...passages,
  ].join('\n\n')
const read = (...passages: readonly string[]) => {
  const { articles, findings, codes } = manuscriptOf(page(...passages))
  return { paragraphs: articles.flatMap(({ paragraphs }) => paragraphs.slice(1)), articles, findings, codes }
}

describe('repeats', () => {
  it.each([
    ['word for word', first],
    ['cut short at its end', first.slice(0, 44)],
    ['cut short at its head', first.slice(21)],
    ['with other marks and widths', first.replaceAll('，', ',').replaceAll('。', '. ')],
    ['with a title glued before it', `流动书屋今天上路${first.slice(9)}`],
    ['with a letter misread', first.replace('阅读桌', '阅渎桌')],
    ['together with the end of the paragraph before', `十辆流动书屋昨天交付，今天开往十个街镇。${first}`],
  ])('are removed: %s', (_, repeat) => {
    const { paragraphs, codes } = read(first, second, repeat)
    expect(paragraphs).toEqual([first, second])
    expect(codes.filter((code) => code === 'ocr-removed-twin')).toHaveLength(1)
  })

  it('give back what the text in the right place lost', () => {
    const damaged = first.replace('尾部设有一张能坐六个人的阅读桌。馆员随车服务，', '')
    const { paragraphs, findings } = read(damaged, second, first.slice(14))
    expect(paragraphs).toEqual([first, second])
    expect(findings.find(({ code }) => code === 'ocr-restored')?.why).toContain('能坐六个人的阅读桌')
  })

  it('give back the end of a text that breaks off', () =>
    expect(read(first.slice(0, -8), second, first).paragraphs).toEqual([first, second]))

  it('go even where they stand before the text they repeat', () =>
    expect(read(first.slice(30), '本报讯（记者 李四）又一条消息说，茶馆昨天重新开门了。', first).paragraphs).toEqual([
      first,
    ]))

  it('report the letters in which they differ', () => {
    const { findings } = read(first, second, first.replace('傍晚', '旁晚'))
    expect(findings.find(({ code }) => code === 'ocr-variant')?.why).toMatch(/旁晚.*傍晚/)
  })

  it('leave a title of their own where it stands', () => {
    const { articles } = read(first, `每周换书一次 ${first.slice(9)}`, second)
    expect(articles[0]?.subheads).toEqual(['每周换书一次'])
  })
})

describe('what only looks like a repeat', () => {
  it('is two lines that differ in a number', () => {
    const lines = [
      '5月3日上午九点在区图书馆一楼报告厅举办公开讲座，凭票入场。',
      '5月4日上午九点在区图书馆一楼报告厅举办公开讲座，凭票入场。',
    ]
    expect(read(...lines).paragraphs).toEqual(lines)
  })

  it('is two reports of one event by two reporters', () => {
    const { articles } = read(
      '本报讯（记者 李四）在昨天上午召开的全民读书节工作会议上，六家书店获得授牌。',
      '本报讯（记者 王五）在昨天上午召开的全民读书节工作会议上，三所学校签了约。',
    )
    expect(articles).toHaveLength(3)
  })

  it('is a short subhead in two places', () => {
    const { articles } = read('简讯', first, '简讯', second)
    expect(articles[0]?.subheads).toEqual(['简讯', '简讯'])
  })
})

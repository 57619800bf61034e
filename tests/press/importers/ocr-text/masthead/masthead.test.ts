import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { manuscriptOf } from '../imported-manuscript'

const article = '书屋开放\n\n本报讯（记者 张三）流动书屋昨天在南桥广场开放，座位六十个，坐满为止。'

const items: readonly (readonly [string, unknown, string])[] = [
  ['date', '2024-04-23', '2024年4月23日'],
  ['weekday', '星期二', '星期二'],
  ['lunar_date', '甲辰年三月十五', '甲辰年三月十五'],
  ['serial_no', 1208, '总第1208期'],
  ['address', '书院路18号3楼', '地址:书院路18号3楼'],
  ['hotline', '021-55550000', '新闻热线：021-55550000'],
  ['email', 'desk@example.cn', '邮箱:desk@example.cn'],
  ['fax', '021-55550001', '传真:021-55550001'],
  ['permit', '城内资料准印证号（K）0042号', '城内资料准印证号(K)0042号'],
  ['site', 'www.example.cn', '数字报:www.example.cn'],
  ['notice', '内部资料', '内部资料'],
  ['editors', { 责任编辑: ['张三', '李四'] }, '责任编辑:张三 李四'],
]

describe('the masthead', () => {
  it('has every field that is printed, in any order, on any lines', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...items], { minLength: 1 }),
        fc.array(fc.constantFrom(' ', '  ', '\n', '\n\n'), { minLength: items.length, maxLength: items.length }),
        (chosen, gaps) => {
          const raw = chosen.map(([, , printed], at) => printed + gaps[at]).join('')
          expect(manuscriptOf(`${raw}\n\n${article}`).issue).toEqual(
            Object.fromEntries(chosen.map(([name, value]) => [name, value])),
          )
        },
      ),
    ))

  it('keeps a piece without a label as a notice, and says so', () => {
    const { issue, codes } = manuscriptOf(`2024年4月23日 星期二 多云转晴\n\n${article}`)
    expect(issue['notice']).toBe('多云转晴')
    expect(codes).toContain('ocr-doubtful')
  })

  it('keeps a second telephone with its label', () => {
    const { issue } = manuscriptOf(`新闻热线:021-55550000 发行热线:021-55550009\n\n${article}`)
    expect(issue).toMatchObject({ hotline: '021-55550000', notice: '发行热线：021-55550009' })
  })

  it('joins a name that was set wide', () => {
    const { issue } = manuscriptOf(`责任编辑:李 四 王五\n\n${article}`)
    expect(issue['editors']).toEqual({ 责任编辑: ['李四', '王五'] })
  })

  it('knows the name of the paper among its lines', () => {
    const { articles, codes } = manuscriptOf(`城西报\n\n2024年4月23日 星期二\n\n${article}`)
    expect(codes).toContain('ocr-nameplate')
    expect(articles[0]?.headline).toBe('书屋开放')
  })

  it('doubts a weekday that is not that of the date', () => {
    const { findings } = manuscriptOf(`2024年4月23日 星期三\n\n${article}`)
    expect(findings.find(({ code }) => code === 'ocr-doubtful')?.why).toContain('星期二')
  })

  it('leaves the telephone in a notice to its article', () => {
    const { issue, articles } = manuscriptOf(
      `2024年4月23日\n\n${article}\n\n咨询电话：021-55550008。\n\n${article.replace('书屋', '茶馆').replace('张三', '李四')}\n\n又讯，城西区的其他书屋也将在本月陆续开放，详情可以向各街道询问。`,
    )
    expect(issue).not.toHaveProperty('hotline')
    expect(articles[0]?.paragraphs.at(-1)).toBe('咨询电话：021-55550008。')
  })
})

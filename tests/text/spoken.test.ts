import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJumpLine } from '@/text/jump-line'
import { spokenText } from '@/text/spoken'

describe('what a voice is given to say', () => {
  it.each([
    // Dates and years.
    ['本报2026年11月24日讯', '本报二零二六年11月24日讯'],
    ['截至2026-05-09，', '截至二零二六年5月9日，'],
    ['2026.5.25出版', '二零二六年5月25日出版'],
    ['２０２６年', '二零二六年'],
    ['2019—2023年', '二零一九到二零二三年'],
    ['有2000年历史', '有2000年历史'],
    ['二○二四年', '二〇二四年'],
    ['5月3日—5日', '5月3日到5日'],
    // Telephones.
    ['电话：021-37689000。', '电话：零二幺，三七六八，九零零零。'],
    ['（021）37689000', '零二幺，三七六八，九零零零'],
    ['13800138000', '幺三八，零零幺三，八零零零'],
    ['400-820-8820', '四零零，八二零，八八二零'],
    ['热线37689000转', '热线三七六八，九零零零转'],
    ['拨打120', '拨打幺二零'],
    ['12345市民服务热线', '幺二三四五市民服务热线'],
    ['来了120人', '来了120人'],
    ['电话订出1200元', '电话订出1200元'],
    // Letters with numbers.
    ['A4纸', 'A四纸'],
    ['5G网', '五G网'],
    ['Ｇ６０科创走廊', 'G六十科创走廊'],
    ['G20峰会', 'G二十峰会'],
    ['C919首航', 'C九幺九首航'],
    ['A04版', 'A零四版'],
    ['H7N9', 'H七N九'],
    ['SHA-256', 'SHA 二五六'],
    ['USB3.0接口', 'USB 3.0接口'],
    ['看www.example.cn', '看www点example点cn'],
    ['GB/T 15834—2011', 'GB T 一五八三四，二零一一'],
    // Times, scores, ranges.
    ['8:30开门', '8点30分开门'],
    ['08：05', '8点零5分'],
    ['9:00-17:00', '9点到17点'],
    ['以3:1战胜', '以3比1战胜'],
    ['21:15击败', '21比15击败'],
    ['3—5人', '3到5人'],
    ['12-3号', '12杠3号'],
    ['上海～北京', '上海到北京'],
    // Percentages, temperatures, units.
    ['8％', '百分之8'],
    ['3—5%', '百分之3到百分之5'],
    ['3.5%～8%', '百分之3.5到百分之8'],
    ['-2.1%', '负百分之2.1'],
    ['100%', '百分之百'],
    ['2‰', '千分之2'],
    ['占1/3', '占3分之1'],
    ['4/7版', '4/7版'],
    ['-3℃', '零下3摄氏度'],
    ['最低气温-3～8℃', '最低气温零下3到8摄氏度'],
    ['不超过75 kB', '不超过75千字节'],
    ['60 km/h', '60公里每小时'],
    ['120㎡', '120平方米'],
    ['60×60', '60乘60'],
    ['1,234,567元', '1234567元'],
    // Signs and dashes.
    ['▶记者观察', '记者观察'],
    ['破折号——像这样', '破折号，像这样'],
    ['■●★', ''],
    ['……', ''],
    ['', ''],
    // Jump lines are not spoken, teasers are.
    ['▶下转第七版', ''],
    ['（上接第一版）', ''],
    ['详见第4版', '详见第4版'],
  ])('%s → %s', (printed, said) => expect(spokenText(printed)).toBe(said))

  it('leaves other languages as they are', () =>
    expect(spokenText('▶ Open 8:30—17:00, A4', 'en')).toBe('Open 8:30—17:00, A4'))

  const pieces = [...'甲年月日版第一〇人元电话热线比分0123456789ABGk%％℃—-～~:：.,，。（）/▶○× ', '𠮷', '\ue000']
  it('never loses or moves a Han character, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...pieces), maxLength: 40 }), (printed) => {
        fc.pre(!parseJumpLine(printed))
        const wanted = printed.match(/\p{Script=Han}/gu) ?? []
        let at = 0
        for (const character of spokenText(printed)) if (character === wanted[at]) at++
        expect(at).toBe(wanted.length)
      }),
      { numRuns: 1000 },
    )
  })
  it('is never silent for a sentence with a letter or a digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...pieces), maxLength: 20 }), (printed) => {
        fc.pre(/[\p{L}\p{N}]/u.test(printed) && !parseJumpLine(printed))
        expect(spokenText(printed)).not.toBe('')
      }),
    )
  })
})

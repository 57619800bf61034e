import { describe, expect, it } from 'vitest'
import { formatByline, parseCredit, parseReportHead } from '@/text/byline'

describe('bylines', () => {
  it.each([
    ['本报讯(记者 彭璐 来俊祥)今年是', '记者 彭璐 来俊祥'],
    ['本报讯（记者 梁锋）九城携手', '记者 梁锋'],
    ['（本报记者 张三、李四）', '本报记者 张三 李四'],
    ['本报讯（通讯员 王小明）', '通讯员 王小明'],
  ])('reads who signs %s', (paragraph, byline) =>
    expect(formatByline(parseReportHead(paragraph)?.byline ?? { role: '', names: [] })).toBe(byline),
  )

  it('says how long the printed head is', () =>
    expect('本报讯(记者 梁锋)九城'.slice(parseReportHead('本报讯(记者 梁锋)九城')?.length)).toBe('九城'))

  it.each(['今年是（记者节）', '（编者按）', '他（记者）说', '记者 来到现场'])('finds no byline in %s', (paragraph) =>
    expect(parseReportHead(paragraph)).toBeUndefined(),
  )

  it.each([
    ['记者 姜辉辉 摄', '摄 姜辉辉'],
    ['（王小明 摄）', '摄 王小明'],
    ['图片：王小明 摄影', '摄影 王小明'],
  ])('reads the credit %s', (text, credit) =>
    expect(formatByline(parseCredit(text) ?? { role: '', names: [] })).toBe(credit),
  )
})

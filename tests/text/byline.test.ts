import { describe, expect, it } from 'vitest'
import {
  formatByline,
  parseBylineLine,
  parseCredit,
  parseDateline,
  parseNameLine,
  parseReportHead,
} from '@/text/byline'

describe('bylines', () => {
  it.each([
    ['本报讯(记者 彭璐 来俊祥)今年是', '记者 彭璐 来俊祥'],
    ['本报讯（记者 梁锋）九城携手', '记者 梁锋'],
    ['（本报记者 张三、李四）', '本报记者 张三 李四'],
    ['本报讯（通讯员 王小明）', '通讯员 王小明'],
    ['新华社北京5月24日电（新华社记者 王小明）', '新华社记者 王小明'],
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
    ['（新华社记者王小明摄）', '摄 王小明'],
    ['王小明/摄', '摄 王小明'],
    ['摄影：记者 王小明', '摄影 王小明'],
    ['王小明 图', '图 王小明'],
    ['王小明摄', '摄 王小明'],
  ])('reads the credit %s', (text, credit) =>
    expect(formatByline(parseCredit(text) ?? { role: '', names: [] })).toBe(credit),
  )

  it.each(['城西文化地图', '群众摄影', '街头拍摄'])('finds no credit in %s', (text) =>
    expect(parseCredit(text)).toBeUndefined(),
  )

  it.each([
    ['□ 本报记者 王小明', '本报记者 王小明'],
    ['记者 张三 李四', '记者 张三 李四'],
    ['文/通讯员 张三', '通讯员 张三'],
  ])('reads the line %s as a byline', (text, byline) =>
    expect(formatByline(parseBylineLine(text) ?? { role: '', names: [] })).toBe(byline),
  )

  it.each(['记者在现场看到，书屋已经开放', '记者 张三 摄', '张三 李四'])('%s is no byline', (text) =>
    expect(parseBylineLine(text)).toBeUndefined(),
  )

  it.each([
    ['本报讯 昨天，书屋开放', '本报讯', '昨天，书屋开放'],
    ['新华社北京5月24日电 昨天', '新华社北京5月24日电', '昨天'],
    ['本报北京一月十日讯据测定', '本报北京一月十日讯', '据测定'],
    ['据新华社杭州１月１０日电　昨天', '据新华社杭州１月１０日电', '昨天'],
  ])('reads the dateline of %s', (paragraph, dateline, rest) => {
    const found = parseDateline(paragraph)
    expect(found?.dateline).toBe(dateline)
    expect(paragraph.slice(found?.length)).toBe(rest)
  })

  it.each(['据本报讯', '社区来电 昨天'])('finds no dateline in %s', (paragraph) =>
    expect(parseDateline(paragraph)).toBeUndefined(),
  )

  it.each([
    ['张三', ['张三']],
    ['王小明 李四', ['王小明', '李四']],
  ])('reads the line of names %s', (text, names) => expect(parseNameLine(text)).toEqual(names))

  it.each(['今日导读', '流动书屋', '张三丰收获奖', '张三 李四 王五 赵六'])('%s is no line of names', (text) =>
    expect(parseNameLine(text)).toBeUndefined(),
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPassages } from '@/press/importers/ocr-text/passages/read-passages'
import { manuscriptOf } from '../imported-manuscript'

const read = (raw: string) => readPassages(raw).map(({ text, gap, jump }) => [gap, text, ...(jump ? [jump.text] : [])])

const head = '本报讯（记者 张三）流动书屋昨天在南桥广场开放，居民可以免费借'
const other = '本报讯（记者 李四）区图书馆昨天宣布，夜读角从今天起亮灯到晚上十点，不用预约，坐满为止。'

describe('passages run together', () => {
  it('are parted at a report head', () => {
    const { articles } = manuscriptOf(['2024年4月23日', '书屋开放', `${head}阅。 ${other}`].join('\n\n'))
    expect(articles).toHaveLength(2)
  })

  it('are parted after a jump line', () => {
    const { articles } = manuscriptOf(['2024年4月23日', '书屋开放', `${head}阅。 ▶下转第三版 ${other}`].join('\n\n'))
    expect(articles).toHaveLength(2)
    expect(read(`${head}阅。 ▶下转第三版 ${other}`)).toEqual([
      [0, `${head}阅。`, '▶下转第三版'],
      [0, other],
    ])
  })
})

describe('the raw text as passages', () => {
  it('is a passage a line, each with the blank lines before it', () =>
    expect(read('\n书香满城\n\n\n书屋开放\n夜读角亮灯\n')).toEqual([
      [1, '书香满城'],
      [2, '书屋开放'],
      [0, '夜读角亮灯'],
    ]))

  it('leaves out lines without letters', () => expect(read('——\n\n书香满城\n\n▶')).toEqual([[1, '书香满城']]))

  it('puts the lines of a column together, up to a short line', () => {
    const column = ['菜园由十二户居民合种，用的是厨余堆', '出来的肥料，浇的是收集的雨水，从搬', '土到收成用了三个月。']
    const next = ['居民们排了值日表，每家轮流浇水，收', '下的菜先送楼里的独居老人。']
    expect(read([...column, ...next].join('\n'))).toEqual([
      [0, column.join('\n')],
      [0, next.join('\n')],
    ])
  })

  it('takes the first line of a paragraph at the foot of a column for text, not for a title', () => {
    const paragraph = ['村里的水渠修了六十年，沿着山腰', '绕了十一公里，到村口才见平地，', '下过雨就满。'].join('\n')
    const raw = `${paragraph}\n现在管水的是年轻的护渠队，一共\n\n七个人。`
    expect(readPassages(raw).map(({ text, kind }) => [kind, text])).toEqual([
      ['body', paragraph],
      ['body', '现在管水的是年轻的护渠队，一共'],
      ['body', '七个人。'],
    ])
  })

  it('keeps a title over a report head in a column apart', () =>
    expect(
      read(
        '屋顶菜园结出第一根黄瓜\n本报讯（记者 王五）北门小区三号\n楼的屋顶菜园昨天结出了第一根黄瓜。\n菜园由十二户居民合种，用的是厨余堆',
      ).map(([, text]) => text),
    ).toEqual([
      '屋顶菜园结出第一根黄瓜',
      '本报讯（记者 王五）北门小区三号\n楼的屋顶菜园昨天结出了第一根黄瓜。\n菜园由十二户居民合种，用的是厨余堆',
    ]))

  it('numbers them, and has every letter once', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'书香，。本报讯（记者张三）上下转接第七版▶A1 \n'), maxLength: 120 }),
        (raw) => {
          const passages = readPassages(raw)
          expect(passages.map(({ order }) => order)).toEqual(passages.map((_, at) => at))
          const spans = passages.flatMap(({ printed }) => printed).flatMap((clipping) => clipping.spans)
          for (const { index } of raw.matchAll(/[\p{L}\p{N}]/gu))
            expect(spans.filter(({ start, end }) => start <= index && index < end)).toHaveLength(1)
        },
      ),
      { numRuns: 300 },
    ))
})

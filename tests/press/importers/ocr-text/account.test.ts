import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Ledger } from '@/press/importers/ocr-text/ledger'
import { stripsOfPage } from '@/press/importers/ocr-text/page'
import { readPage } from '@/press/importers/ocr-text/read-page'

/** How often each letter of the input is accounted for: in the page that was read, or in the report. */
const accountOf = (raw: string): readonly number[] | undefined => {
  const ledger = new Ledger(raw, 'page.txt')
  const page = readPage(raw, ledger)
  if (!page) return undefined
  const counts = [...raw].length === raw.length ? Array.from(raw, () => 0) : new Array<number>(raw.length).fill(0)
  for (const { start, end } of [...stripsOfPage(page), ...ledger.reported].flat())
    for (let at = start; at < end; at++) counts[at] = (counts[at] ?? 0) + 1
  return counts
}

const lettersCountedWrongly = (raw: string): string => {
  const counts = accountOf(raw)
  return counts === undefined
    ? ''
    : counts
        .map((count, at) => (count !== 1 && /[\p{L}\p{N}]/u.test(raw[at] ?? '') ? `${raw[at]}${count}@${at}` : ''))
        .join('')
}

const pieces = [
  '城西区图书馆昨天举行读书节开幕式，市民代表和志愿者参加。',
  '读书节为期一个月，安排讲座、展览和换书集市四十二场',
  '，各街道都有分会场。',
  '书香满城',
  '流动书屋开进社区 首批十辆上路',
  '本报讯（记者 张三）昨天，流动书屋开进社区，首批十辆上路。',
  '本报讯(记者 李四 王五)城西区图书馆昨天举行读书节开幕式,市民代表和志愿者',
  '▶下转第七版',
  '（上接第一版）',
  '记者 赵六 摄',
  '图为读书节现场。',
  '2024年4月23日 星期二',
  '责任编辑:张三 电话:021-12345678',
  '张三主持 李四王五出席',
  'A1 reading room, open 9:00-17:00',
  '\n',
  '\n\n',
  ' ',
  '。',
  '“',
]

describe('account of the input', () => {
  it('has every letter of any text exactly once, in the page or in the report', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (chosen) => {
        expect(lettersCountedWrongly(chosen.join(''))).toBe('')
      }),
      { numRuns: 1500 },
    )
  })

  it('has every letter of a text without any order exactly once', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'城西区图书馆开幕，。“”（）记者摄本报讯第七版下转▶:7A \n'),
          maxLength: 300,
        }),
        (raw) => {
          expect(lettersCountedWrongly(raw)).toBe('')
        },
      ),
      { numRuns: 1500 },
    )
  })
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Ledger } from '@/press/importers/ocr-text/ledger'
import { clippingsOfPage } from '@/press/importers/ocr-text/issue/page'
import { readPage } from '@/press/importers/ocr-text/read-page'
import { cleanArticles, pageFault, rawPage } from './damaged-page'
import { extracted, shapes } from './extractor-shapes'
import { filesOf } from './imported-manuscript'
import { damagedPage } from './page-damage'
import { villagePages } from './village-pages'

/** Letters that do not end exactly once in the finished page or in the ledger, with their places. */
const lettersCountedWrongly = (raw: string): readonly string[] => {
  const ledger = new Ledger(raw, 'page.txt')
  const page = readPage(raw, ledger)
  if (!page) return []
  const counts = new Map<number, number>()
  for (const { start, end } of [...clippingsOfPage(page), ...ledger.closed].flatMap(({ spans }) => spans))
    for (let at = start; at < end; at++) counts.set(at, (counts.get(at) ?? 0) + 1)
  return [...raw.matchAll(/[\p{L}\p{N}]/gu)]
    .filter(({ index }) => counts.get(index) !== 1)
    .map(({ 0: letter, index }) => `${letter} at ${index}: ${counts.get(index) ?? 0} times`)
}

const phrases = [
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
  '张三',
  'A1 reading room, open 9:00-17:00',
  '\n',
  '\n\n',
  ' ',
  '。',
  '“',
]

/** Damage to the characters or lines of a raw text. `from` and `to` are places in it, as shares from 0 to 1. */
interface Wound {
  readonly kind: 'drop' | 'insert' | 'copy characters' | 'copy line' | 'move line' | 'break line' | 'run lines together'
  readonly from: number
  readonly to: number
}
const share = fc.double({ min: 0, max: 0.999, noNaN: true })
const wound: fc.Arbitrary<Wound> = fc.record({
  kind: fc.constantFrom(
    'drop',
    'insert',
    'copy characters',
    'copy line',
    'move line',
    'break line',
    'run lines together',
  ),
  from: share,
  to: share,
})

const wounded = (raw: string, { kind, from, to }: Wound): string => {
  const [at, other] = [Math.floor(from * raw.length), Math.floor(to * raw.length)]
  const insert = (text: string): string => raw.slice(0, other) + text + raw.slice(other)
  const lines = raw.split('\n')
  const [lineAt, placeAt] = [Math.floor(from * lines.length), Math.floor(to * lines.length)]
  const line = lines[lineAt] ?? ''
  switch (kind) {
    case 'drop':
      return raw.slice(0, Math.min(at, other)) + raw.slice(Math.min(at, other) + 1 + (Math.max(at, other) % 40))
    case 'insert':
      return insert(phrases[at % phrases.length] ?? '')
    case 'copy characters':
      return insert(raw.slice(at, at + 60))
    case 'copy line':
      return [...lines.slice(0, placeAt), line, ...lines.slice(placeAt)].join('\n')
    case 'move line':
      return lines
        .filter((_, index) => index !== lineAt)
        .toSpliced(placeAt, 0, line)
        .join('\n')
    case 'break line':
      return insert('\n')
    case 'run lines together':
      return lines.slice(0, lineAt + 1).join('\n') + lines.slice(lineAt + 1).join('\n')
  }
}

const fixtures = ['reading-festival', 'old-bridge', 'printed-columns', 'prose']

describe('account of the input', () => {
  it.each(fixtures)('has every letter of %s exactly once', (name) => {
    const raw = readFileSync(new URL(`../../../fixtures/ocr-text/${name}.txt`, import.meta.url), 'utf8')
    expect(lettersCountedWrongly(raw)).toEqual([])
    expect(lettersCountedWrongly(`${raw}\n\n${raw}`)).toEqual([])
  })

  it.each(fixtures)('reads %s as the same page where it is read twice', (name) => {
    const raw = readFileSync(new URL(`../../../fixtures/ocr-text/${name}.txt`, import.meta.url), 'utf8')
    expect(filesOf(`${raw}\n\n${raw}`).files).toEqual(filesOf(raw).files)
  })

  it('has both lines of names where a title was moved to an article that has one', () => {
    const lines = [
      '张三主持 李四出席',
      '王五',
      '本报讯（记者 孙七）昨天，流动书屋开进社区，首批十辆今天上路，居民可以免费借阅图书，每次两本。',
      '夜读角亮灯',
      '本报讯（记者 周八）区图书馆昨天宣布，夜间座位六十个，不用预约，坐满为止，灯光到晚上十点。',
      '流动书屋开进社区',
      '赵六',
      '馆方在门口加装了两盏路灯，并请保安护送晚归的读者走到车站。',
    ]
    expect(lettersCountedWrongly(lines.join('\n'))).toEqual([])
  })

  it('has every letter of any text exactly once, in the page or in the report', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...phrases), { maxLength: 40 }), (chosen) => {
        expect(lettersCountedWrongly(chosen.join(''))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('has every letter of a damaged page exactly once', () => {
    fc.assert(
      fc.property(
        cleanArticles,
        fc.array(pageFault, { maxLength: 4 }),
        fc.array(wound, { minLength: 1, maxLength: 8 }),
        (articles, faults, wounds) => {
          expect(lettersCountedWrongly(wounds.reduce(wounded, rawPage(articles, faults)))).toEqual([])
        },
      ),
      { numRuns: 80 },
    )
  })

  it.each(fixtures)('has every letter of %s exactly once however it is damaged', (name) => {
    const raw = readFileSync(new URL(`../../../fixtures/ocr-text/${name}.txt`, import.meta.url), 'utf8')
    fc.assert(
      fc.property(fc.array(wound, { minLength: 1, maxLength: 8 }), (wounds) => {
        expect(lettersCountedWrongly(wounds.reduce(wounded, raw))).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  it.each(shapes)('has every letter of a page exactly once as an extractor writes it, damaged or not: %s', (shape) => {
    for (const page of villagePages) {
      expect(lettersCountedWrongly(extracted(page, shape, { seed: 1 }))).toEqual([])
      expect(lettersCountedWrongly(damagedPage(page, shape, 2))).toEqual([])
    }
  })

  it('has every letter of a text without any order exactly once', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'城西区图书馆开幕，。“”（）记者摄本报讯第七版下转▶:7A \n'),
          maxLength: 300,
        }),
        (raw) => {
          expect(lettersCountedWrongly(raw)).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })
})

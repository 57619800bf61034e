import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ArchivedArticle } from '@/archive/archived-article'
import { createByteReader } from '@/archive/byte-reader'
import { createByteWriter } from '@/archive/byte-writer'
import { intersect, readPostings, writePostings } from '@/archive/posting-list'
import type { SegmentRow } from '@/archive/search-catalog'
import { createStaticArchive } from '@/archive/static-archive'
import { fingerprintOf, termKey } from '@/archive/term-key'
import {
  addSegment,
  archiveFaultOf,
  archiveFilesOf,
  folding,
  recordOf,
  scan,
  searchAll,
  variants,
  writeCatalog,
  type Files,
  type RequestLog,
} from '../support/archive-in-memory'

describe('a posting list', () => {
  const documents = fc.uniqueArray(fc.integer({ min: 0, max: 5000 })).map((list) => list.sort((a, b) => a - b))
  it('is read as it was written', () => {
    fc.assert(
      fc.property(documents, (list) => {
        const writer = createByteWriter()
        writePostings(writer, list, 5001)
        expect(readPostings(createByteReader(writer.done(), 'lists'), list.length, 5001, 'lists')).toEqual(list)
      }),
    )
  })

  it('is damaged, whatever the bytes, unless it ascends below the number of documents', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.nat(100), fc.nat(1000), async (bytes, count, end) => {
        const read = async () => readPostings(createByteReader(bytes, 'lists'), count, end, 'lists')
        const list = await read().catch(() => undefined)
        if (list)
          expect(list.every((one, index) => one < end && (index === 0 || one > (list[index - 1] ?? 0)))).toBe(true)
        else expect(await archiveFaultOf(read())).toEqual({ kind: 'damaged', file: 'lists' })
      }),
    )
  })

  it('has in common with another what both have', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        expect(intersect(a, b)).toEqual(a.filter((one) => b.includes(one)))
      }),
    )
  })
})

/** Texts of a thousand characters of unlike frequency, over three years; the same at every run. */
const generated = (articles: number): ArchivedArticle[] => {
  let state = 7
  const random = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) / 0x7fffffff
  const character = (): string => String.fromCharCode(0x4e00 + Math.floor(1000 * random() ** 3))
  return Array.from({ length: articles }, (_, index) => {
    const date = new Date(Date.UTC(2026, 10, 30) - Math.floor(index / 8) * 86_400_000).toISOString().slice(0, 10)
    return recordOf(date, `a${String(index).padStart(5, '0')}`, `${Array.from({ length: 20 }, character).join('')}\n`)
  })
}

describe('a segment with long lists', () => {
  const records = generated(7000)
  const files: Files = new Map()
  const log: RequestLog[] = []
  let row: SegmentRow
  beforeAll(async () => {
    row = await addSegment(files, records)
    writeCatalog(files, [row])
  })
  const archive = createStaticArchive(archiveFilesOf(files, log), variants)

  it('answers for common and rare characters, pairs and triples as a plain scan does, with exact counts', async () => {
    for (const words of ['一', '丁', '一丁', '丁一', '一一一', '丁七万', '伟', '乀一', '"一 丁"']) {
      const { answer, found } = await searchAll(archive, words)
      const expected = scan(records, words)
      expect([...found].sort(), words).toEqual([...expected].sort())
      if (!words.includes('"')) expect(answer.count, words).toEqual({ articles: expected.length, isExact: true })
    }
  })

  it('answers for several words, phrases longer than a term, and words not wanted', async () => {
    const phrase = records[3333]?.text.slice(4, 12) ?? ''
    for (const words of [
      '一 丁',
      '一 丁 七',
      '一 丁 -万',
      phrase,
      `-${phrase} 一丁`,
      '一 伟',
      `"${phrase}" -齿`,
      '一丁 丁一 万',
    ]) {
      const { answer, found, pages } = await searchAll(archive, words)
      const expected = scan(records, words)
      expect([...found].sort(), words).toEqual([...expected].sort())
      expect(answer.count.articles).toBeGreaterThanOrEqual(expected.length)
      expect(pages.at(-1)?.count).toEqual({ articles: expected.length, isExact: true })
    }
  })

  it('counts the articles of each year', async () => {
    const { answer } = await searchAll(archive, '一')
    const found = scan(records, '一')
    expect(answer.years).toEqual(
      [2026, 2025, 2024]
        .map((year) => ({ year, articles: found.filter((one) => one.startsWith(String(year))).length }))
        .filter(({ articles }) => articles > 0),
    )
  })

  it('answers for a range of days', async () => {
    for (const [words, from, to] of [
      ['一', '2025-02-03', '2025-07-08'],
      ['一 丁', '2025-02-03', undefined],
      ['伟', undefined, '2025-02-02'],
      ['一', '2031-01-01', undefined],
    ] as const) {
      const days = { ...(from && { from }), ...(to && { to }) }
      const { found, pages } = await searchAll(archive, { words, ...days })
      const expected = scan(
        records.filter(({ date }) => (from ?? '') <= date && date <= (to ?? '9')),
        words,
      )
      expect([...found].sort()).toEqual([...expected].sort())
      expect(pages.at(-1)?.count).toEqual({ articles: expected.length, isExact: true })
    }
  })

  it('reads its head once, whatever is sought', async () => {
    log.length = 0
    const fresh = createStaticArchive(archiveFilesOf(files, log), variants)
    await fresh.search({ words: '一丁七万 丁一' }, new AbortController().signal)
    await fresh.search({ words: '丁' }, new AbortController().signal)
    expect(log.filter(({ file }) => file === row.head.name)).toHaveLength(1)
  })

  it('gives the count and the newest ten for a slot, places and texts', async () => {
    await searchAll(archive, '万')
    log.length = 0
    const { pages, count } = await archive.search({ words: '一' }, new AbortController().signal)
    expect(count).toEqual({ articles: scan(records, '一').length, isExact: true })
    expect(log).toEqual([{ file: row.slots.name, bytes: 2048 }])
    for await (const page of pages) {
      expect(page.hits).toHaveLength(10)
      break
    }
    expect(log.filter(({ file }) => file === row.lists.name)).toEqual([])
    expect(log.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(6000)
  })
})

describe('a slot with more terms than it has room for', () => {
  it('says where the others are, and all of them are found', async () => {
    const records = generated(300)
    const files: Files = new Map()
    const log: RequestLog[] = []
    const row = await addSegment(files, records, { fill: 1.6 })
    writeCatalog(files, [row])
    const archive = createStaticArchive(archiveFilesOf(files, log), variants)
    for (const { text } of records.slice(0, 60)) {
      const words = text.slice(5, 8)
      expect([...(await searchAll(archive, words)).found].sort(), words).toEqual(scan(records, words).sort())
    }
    expect(log.filter(({ file }) => file === row.lists.name).length).toBeGreaterThan(10)
    expect((await searchAll(archive, '没有人')).found).toEqual([])
  })
})

describe('two terms with the same key in a slot', () => {
  it('are told apart by the texts, and their count is an upper bound until then', async () => {
    const seen = new Map<number, string>()
    let pair: readonly [string, string] | undefined
    for (let code = 0; !pair && code < 400_000; code++) {
      const word = String.fromCharCode(0x4e00 + Math.floor(code / 700), 0x5e00 + (code % 700))
      const [first = 0, second = 0] = [...word].flatMap((one) => [...folding.fold(one)])
      if (folding.fold(word[0] ?? '').join() !== String(word.charCodeAt(0))) continue
      const fingerprint = fingerprintOf(termKey(first, second))
      const other = seen.get(fingerprint)
      const isApart = other !== undefined && other[0] !== word[0] && other[1] !== word[1]
      if (isApart) pair = [other, word]
      else seen.set(fingerprint, word)
    }
    const [one = '', other = ''] = pair ?? []
    expect(one).not.toBe('')
    const records = [recordOf('2024-01-02', 'aaa111', `${one}\n`), recordOf('2024-01-01', 'bbb222', `${other}\n`)]
    const files: Files = new Map()
    writeCatalog(files, [await addSegment(files, records, { partitions: 1 })])
    const archive = createStaticArchive(archiveFilesOf(files), variants)
    for (const [word, expected] of [
      [one, '2024-01-02 aaa111'],
      [other, '2024-01-01 bbb222'],
    ] as const) {
      const { answer, found } = await searchAll(archive, word)
      expect(found).toEqual([expected])
      expect(answer.count).toEqual({ articles: 2, isExact: false })
    }
  })
})

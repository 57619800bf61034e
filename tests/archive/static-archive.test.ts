import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStaticArchive } from '@/archive/static-archive'
import { parseWords, verseBreak } from '@/text/search-query'
import {
  addSegment,
  archiveFaultOf,
  archiveFilesOf,
  archiveOf,
  recordOf,
  scan,
  searchAll,
  variants,
  writeCatalog,
  type Files,
} from '../support/archive-in-memory'

const sorted = (found: readonly string[]): string[] => [...found].sort()

/** Few characters, so that they meet often: forms of one another, what is passed over, Latin, accents, punctuation. */
const letter = fc.constantFrom(
  ...[
    '发',
    '發',
    '髮',
    '国',
    '國',
    '人',
    '民',
    '的',
    '的',
    '〇',
    '零',
    '二',
    '２',
    '2',
    '①',
    '，',
    '。',
    '“',
    '"',
    ' ',
    ' ',
    '\u3000',
  ],
  ...[
    'a',
    'Ａ',
    'b',
    'é',
    'e\u0301',
    'e',
    '\u00ad',
    verseBreak,
    '\n',
    '\n',
    '㊥',
    '中',
    '👍🏽',
    '👍',
    'か',
    'が',
    '한',
    '\u200b',
    '-',
    '𠮷',
  ],
)
const body = fc.array(letter, { minLength: 1, maxLength: 24 }).map((parts) => parts.join(''))
const day = fc
  .integer({ min: 0, max: 900 })
  .map((offset) => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10))

const archiveOfTexts = fc
  .array(fc.record({ date: day, text: body, headline: body }), { minLength: 1, maxLength: 40 })
  .map((articles) =>
    articles.map(({ date, text, headline }, index) =>
      recordOf(date, `art${String(index).padStart(3, '0')}`, `${text}\n`, {
        titles: { headline: headline.replace(/[\n\u2028]/g, '') || '无题' },
      }),
    ),
  )

describe('the search of an archive', () => {
  it('finds every substring of every article, and nothing else, whatever the segments', async () => {
    await fc.assert(
      fc.asyncProperty(
        archiveOfTexts,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 8 })), { minLength: 12, maxLength: 12 }),
        async (records, places) => {
          const old = records.filter(({ date }) => date < '2025')
          const recent = records.filter(({ date }) => date >= '2025')
          const archive = await archiveOf(...[recent, old].filter(({ length }) => length > 0))
          for (const [which, from, length] of places) {
            const text = records[which % records.length]?.text ?? ''
            const start = from % text.length
            const words = text.slice(start, start + length)
            const expected = scan(records, words)
            if (parseWords(words, variants).wanted.some(({ text }) => /^[\s\u{1f3fb}-\u{1f3ff}]+$/u.test(text)))
              continue
            const { found, answer, pages } = await searchAll(archive, words)
            expect(sorted(found), JSON.stringify(words)).toEqual(sorted(expected))
            const dates = found.map((one) => one.slice(0, 10))
            expect(dates).toEqual([...dates].sort().reverse())
            if (answer.count.isExact) expect(answer.count.articles, JSON.stringify(words)).toBe(expected.length)
            else expect(answer.count.articles, JSON.stringify(words)).toBeGreaterThanOrEqual(expected.length)
            expect(pages.at(-1)?.count).toEqual({ articles: expected.length, isExact: true })
          }
        },
      ),
      { numRuns: 120 },
    )
  })
})

describe('several segments', () => {
  it('show an issue as the newer segment has it, and not at all if it is gone', async () => {
    const old = ['2024-03-03', '2024-03-02', '2024-03-01'].flatMap((date) => [
      recordOf(date, 'aaa111', '报纸的旧文。\n'),
      recordOf(date, 'bbb222', '报纸的短讯。\n'),
    ])
    const files: Files = new Map()
    // 3 March is corrected, 1 March withdrawn.
    const past = await addSegment(files, old, {
      replaced: [
        [0, 2],
        [4, 6],
      ],
    })
    const corrected = [recordOf('2024-03-03', 'aaa111', '报纸的新文。\n')]
    writeCatalog(files, [await addSegment(files, corrected), past])
    const archive = createStaticArchive(archiveFilesOf(files), variants)
    expect((await searchAll(archive, '报纸')).found).toEqual([
      '2024-03-03 aaa111',
      '2024-03-02 aaa111',
      '2024-03-02 bbb222',
    ])
    expect((await searchAll(archive, '旧文')).found).toEqual(['2024-03-02 aaa111'])
    expect((await searchAll(archive, '新文')).answer.count).toEqual({ articles: 1, isExact: true })
  })

  it('have no articles at all in an index without segments', async () => {
    const { found, answer } = await searchAll(await archiveOf(), '报纸')
    expect(found).toEqual([])
    expect(answer.count).toEqual({ articles: 0, isExact: true })
  })
})

describe('a hit', () => {
  it('is on the page where the word stands, over a jump, with its place in the article', async () => {
    const text = '手指点到哪一篇，哪一篇就展开。\n'
    const pages = [
      { no: 1, label: '1', name: '要闻', from: 0 },
      { no: 4, label: '4', from: 9 },
    ]
    const archive = await archiveOf([
      recordOf('2024-03-03', 'aaa111', text, { pages, titles: { headline: '把报纸放进口袋' } }),
    ])
    const over = await searchAll(archive, '哪一篇就展开')
    expect(over.hits[0]).toMatchObject({ page: { no: 1 }, spans: [{ from: 8, to: 14 }], isWithdrawn: false })
    const behind = await searchAll(archive, '就展开')
    expect(behind.hits[0]).toMatchObject({ page: { no: 4 }, spans: [{ from: 11, to: 14 }] })
    expect(behind.hits[0]?.excerpt).toEqual([
      { text: '手指点到哪一篇，哪一篇', isHit: false },
      { text: '就展开', isHit: true },
      { text: '。', isHit: false },
    ])
    const title = await searchAll(archive, '口袋')
    expect(title.hits[0]).toMatchObject({ page: { no: 1, name: '要闻' }, spans: [] })
    expect(title.hits[0]?.title.at(-1)).toEqual({ text: '口袋', isHit: true })
  })

  it.each([
    ['报紙', ['aaa111', 'bbb222']],
    ['報紙', ['aaa111', 'bbb222']],
    ['ＡＢ', ['aaa111']],
    ['二零二四', ['bbb222']],
    ['"报纸 AB"', ['aaa111']],
    ['报纸 -AB', ['bbb222']],
    ['报纸 −"二〇二四年"', ['aaa111']],
    ['报', ['aaa111', 'bbb222']],
  ])(
    'is found by %s in either script and width, by words, phrases, and what is not wanted',
    async (words, expected) => {
      const archive = await archiveOf([
        recordOf('2024-03-03', 'aaa111', '一张报纸 ab。\n'),
        recordOf('2024-03-03', 'bbb222', '一張報\u00ad紙，二〇二四年。\n'),
      ])
      expect((await searchAll(archive, words)).found.map((one) => one.slice(11)).sort()).toEqual(expected)
    },
  )

  it('is not looked for when the query has nothing to look up, or the search is over', async () => {
    const archive = await archiveOf([recordOf('2024-03-03', 'aaa111', '一张报纸\n')])
    expect(await archiveFaultOf(searchAll(archive, '报纸 🏽'))).toEqual({ kind: 'nothing-to-look-up', word: '🏽' })
    expect((await searchAll(archive, '-报纸')).found).toEqual([])
    await expect(searchAll(archive, '报纸', AbortSignal.abort())).rejects.toThrow('aborted')
  })
})

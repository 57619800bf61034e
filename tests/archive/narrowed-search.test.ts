import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchLimits } from '@/text/search-limits'
import { archiveOf, recordOf, scan, searchAll } from '../support/archive-in-memory'

/** An article on pages of these names. */
const article = (date: string, id: string, headline: string, text: string, ...sections: readonly string[]) =>
  recordOf(date, id, text, {
    titles: { headline, byline: '本报记者 桥一' },
    pages: (sections.length > 0 ? sections : ['']).map((name, index) => ({
      no: index + 1,
      label: String(index + 1),
      ...(name && { name }),
      from: 0,
    })),
  })

const day = fc
  .integer({ min: 0, max: 400 })
  .map((offset) => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10))
const words = fc.array(fc.constantFrom('桥', '水', '乡', '二〇二四年三月', '2024年', '3月', '，', '\n'), {
  minLength: 1,
})
const section = fc.constantFrom('要闻', '副刊', '要闻·松江', '')

const anyArchive = fc
  .array(fc.record({ date: day, text: words, headline: words, sections: fc.array(section, { maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 30,
  })
  .map((all) =>
    all.map(({ date, text, headline, sections }, index) =>
      article(
        date,
        `art${String(index).padStart(3, '0')}`,
        headline.join('').replace(/\n/g, '') || '无题',
        `${text.join('')}\n`,
        ...sections,
      ),
    ),
  )
const anyLimits = fc.record(
  { from: day, to: day, isInTitles: fc.boolean(), section: fc.constantFrom('要闻', '副刊', '要闻·松江', '无此版') },
  { requiredKeys: [] },
)
const anyQuery = fc.constantFrom(
  '桥',
  '水乡',
  '桥水乡',
  '2024年3月 桥',
  '桥 二〇二四年三月',
  '2024年3月',
  '3月 桥',
  '桥 -水',
  '2024-03-05 水乡',
)

describe('a search that is narrowed', () => {
  it('finds what a plain scan finds, whatever its days, titles and pages, and the segments', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyArchive,
        fc.array(fc.tuple(anyQuery, anyLimits), { minLength: 6 }),
        async (records, asked) => {
          const archive = await archiveOf(
            records.filter(({ date }) => date >= '2024-07'),
            records.filter(({ date }) => date < '2024-07'),
          )
          for (const [query, limits] of asked) {
            const expected = scan(records, query, limits)
            const { found, answer, pages } = await searchAll(archive, { words: query, ...limits })
            expect([...found].sort(), JSON.stringify([query, limits])).toEqual([...expected].sort())
            const { articles, isExact } = answer.count
            if (isExact) expect(articles).toBe(expected.length)
            else expect(articles).toBeGreaterThanOrEqual(expected.length)
            expect(pages.at(-1)?.count).toEqual({ articles: expected.length, isExact: true })
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  const records = [
    article('2024-03-05', 'aaa111', '石桥修好了', '河边的人都来看。\n', '要闻'),
    article('2024-03-04', 'bbb222', '河边的早市', '走过石桥就到。\n', '副刊', '要闻'),
    article('2023-05-20', 'ccc333', '去年今天', '2024年3月，石桥要修。\n'),
  ]
  it.each<[string, SearchLimits, readonly string[]]>([
    ['石桥', { isInTitles: true }, ['aaa111']],
    ['石', { isInTitles: true }, ['aaa111']],
    ['桥一', {}, ['aaa111', 'bbb222', 'ccc333']],
    ['桥一', { isInTitles: true }, []],
    ['石桥', { section: '要闻' }, ['aaa111', 'bbb222']],
    ['石桥', { section: '副刊' }, ['bbb222']],
    ['石桥', { section: '要' }, []],
    ['石桥', { section: '副刊', isInTitles: true }, []],
    ['石桥', { from: '2024-03-05' }, ['aaa111']],
    ['石桥', { to: '2024-03-04' }, ['bbb222', 'ccc333']],
    ['石桥 2024年3月', {}, ['aaa111', 'bbb222', 'ccc333']],
    ['石桥 2024年3月5日', {}, ['aaa111']],
    ['石桥 2024年3月', { to: '2023-12-31' }, ['ccc333']],
    ['2024年3月', {}, ['ccc333']],
  ])('for %s within %j', async (query, limits, expected) => {
    const { found } = await searchAll(await archiveOf(records), { words: query, ...limits })
    expect(found.map((one) => one.slice(11))).toEqual(expected)
  })

  it('knows at once how many titles have a short word', async () => {
    const { answer } = await searchAll(await archiveOf(records), { words: '石桥', isInTitles: true })
    expect(answer.count).toEqual({ articles: 1, isExact: true })
  })

  it('says which names of pages there are, those of the most articles first', async () => {
    const { answer } = await searchAll(await archiveOf(records.slice(0, 1), records.slice(1)), '石桥')
    expect(answer.sections).toEqual(['要闻', '副刊'])
  })
})

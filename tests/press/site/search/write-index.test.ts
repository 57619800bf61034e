import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createStaticArchive } from '@/archive/static-archive'
import { newestFirst, type CatalogEntry } from '@/bundle/catalog'
import type { IssueJson } from '@/bundle/codec'
import { writeSearchIndex } from '@/press/site/search/write-index'
import { archiveFilesIn } from '../../../support/archive-in-folder'
import { searchAll, variants } from '../../../support/archive-in-memory'
import { quietContext } from '../../../support/quiet-context'
import { withdrawn, writeSmallIssue } from '../../../support/small-site'
import { tempFolder } from '../../../support/temp-folder'

/** Names the day in the headline of the first article, `头条十一乙`, and says what more there is to it. */
const headed =
  (headline: string) =>
  (issue: IssueJson): IssueJson => ({
    ...issue,
    articles: issue.articles.map((article) => (article.id === 'aaa111' ? { ...article, headline } : article)),
  })

const createSite = () => {
  const site = tempFolder()
  const entries = new Map<string, CatalogEntry>()
  const index = () => writeSearchIndex(site, [...entries.values()].sort(newestFirst), quietContext())
  return {
    site,
    index,
    put: async (date: string, edit?: (issue: IssueJson) => IssueJson) =>
      void entries.set(date, await writeSmallIssue(site, date, edit)),
    remove: (date: string) => {
      entries.delete(date)
      rmSync(join(site, 'data', date), { recursive: true })
    },
    files: () => readdirSync(join(site, 'data/search')).sort(),
    find: async (words: string) => (await searchAll(createStaticArchive(archiveFilesIn(site), variants), words)).found,
  }
}

describe('the index of a site', () => {
  it('has every article, over its jump, once', async () => {
    const { put, index, find } = createSite()
    await put('2026-01-05')
    await put('2026-01-06')
    expect(await index()).toEqual({ articles: 6, issues: 2, read: 2 })
    // Cut between the two pages behind 手指点到哪一.
    expect(await find('哪一篇，哪一篇就')).toEqual(['2026-01-06 aaa111', '2026-01-05 aaa111'])
    expect(await find('放進口袋')).toEqual(['2026-01-06 aaa111', '2026-01-05 aaa111'])
    expect(await find('本报制图')).toEqual(['2026-01-06 ccc333', '2026-01-05 ccc333'])
    expect(await find('没有')).toEqual([])
  })

  it('does nothing when nothing has changed, and the same again after it was deleted', async () => {
    const { site, put, index, files } = createSite()
    await put('2025-11-05')
    await put('2026-01-05')
    await index()
    const before = files()
    expect(await index()).toMatchObject({ read: 0 })
    expect(files()).toEqual(before)
    for (const folder of ['.press', 'data/search']) rmSync(join(site, folder), { recursive: true })
    expect(await index()).toMatchObject({ read: 2 })
    expect(files()).toEqual(before)
  })

  it('reads the issues of the month alone for one issue more, and the others when month or year turn', async () => {
    const { put, index, find, files } = createSite()
    for (const date of ['2024-05-01', '2025-02-01', '2025-11-01', '2025-12-01', '2025-12-02']) await put(date)
    expect(await index()).toMatchObject({ read: 5 })
    const before = files()
    await put('2025-12-03')
    expect(await index()).toMatchObject({ read: 3 })
    // Of past years and this year. Short lists alone make an empty file of lists, the same for all.
    expect(files().filter((name) => before.includes(name) && /^(head|slots|texts)/.test(name))).toHaveLength(6)
    await put('2026-01-01')
    expect(await index()).toMatchObject({ read: 7 })
    await put('2026-02-01')
    // The month before, and the new one; past years stay.
    expect(await index()).toMatchObject({ read: 2 })
    expect(await find('报纸 就展开')).toHaveLength(8)
  })

  it('has a corrected issue of past years as it is now, without reading the others of its years', async () => {
    const { put, index, find } = createSite()
    for (const date of ['2024-05-01', '2024-05-02', '2025-02-01', '2025-12-01']) await put(date, headed(`头条${date}`))
    await index()
    await put('2024-05-01', headed('改过的题'))
    expect(await index()).toEqual({ articles: 12, issues: 4, read: 2 })
    expect(await find('头条')).toEqual(['2025-12-01 aaa111', '2025-02-01 aaa111', '2024-05-02 aaa111'])
    expect(await find('改过的题')).toEqual(['2024-05-01 aaa111'])
    expect(await find('就展开')).toHaveLength(4)
    // And so it stays when the month turns.
    await put('2026-01-01')
    await index()
    expect(await find('改过的题')).toEqual(['2024-05-01 aaa111'])
    expect(await find('头条2024')).toEqual(['2024-05-02 aaa111'])
  })

  it('says which articles were withdrawn, and has nothing of an issue that is gone', async () => {
    const { site, put, index, find, remove } = createSite()
    for (const date of ['2024-05-01', '2024-05-02', '2025-12-01']) await put(date)
    await index()
    await put('2024-05-02', withdrawn('aaa111'))
    remove('2024-05-01')
    expect(await index()).toEqual({ articles: 6, issues: 2, read: 2 })
    expect(await find('就展开')).toEqual(['2025-12-01 aaa111', '2024-05-02 aaa111'])
    const { hits } = await searchAll(createStaticArchive(archiveFilesIn(site), variants), '就展开')
    expect(hits.map(({ isWithdrawn }) => isWithdrawn)).toEqual([false, true])
  })

  it('goes on answering from the old index until the new one is whole', async () => {
    const { site, put, index, find, files } = createSite()
    await put('2026-01-05')
    await index()
    await put('2026-01-06')
    const part = readdirSync(join(site, 'data/2026-01-06')).find((name) => name.startsWith('page-02')) ?? ''
    const whole = readFileSync(join(site, 'data/2026-01-06', part))
    writeFileSync(join(site, 'data/2026-01-06', part), '{}')
    await expect(index()).rejects.toThrow('wrong-digest')
    expect(await find('就展开')).toEqual(['2026-01-05 aaa111'])
    expect(existsSync(join(site, '.press/search-work'))).toBe(false)
    writeFileSync(join(site, 'data/2026-01-06', part), whole)
    await index()
    expect(await find('就展开')).toEqual(['2026-01-06 aaa111', '2026-01-05 aaa111'])
    expect(files()).toHaveLength(5)
  })
})

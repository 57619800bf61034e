import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ArchiveError, type ArchiveFault } from '@/archive/archive-fault'
import type { ArchiveFiles } from '@/archive/archive-files'
import type { ArchivedArticle } from '@/archive/archived-article'
import { createStaticArchive } from '@/archive/static-archive'
import { addSegment, archiveFilesOf, recordOf, variants, writeCatalog, type Files } from '../support/archive-in-memory'
import { siteInMemory, type MemorySite } from '../support/memory-source'
import { openReaders } from '../support/readers'
import { smallIssue } from '../support/small-issue'

let site: MemorySite
const readers = openReaders()
const open = (path: string) => readers.open(site, path)
const path = () => decodeURIComponent(readers.last()?.router.currentRoute.value.fullPath ?? '')
const archive = (): HTMLElement | null => document.querySelector('.archive')
const listed = (): string[] =>
  [...document.querySelectorAll('.result .title')].map(({ textContent }) => textContent?.trim() ?? '')

/** Views and tables are loaded when they are first needed; nothing on the page says how long that takes. */
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 15_000, interval: 20 })
const see = (words: string): Promise<void> => until(() => expect(readers.last()?.text()).toContain(words))

const two = (number: number): string => String(number).padStart(2, '0')
/** Twelve articles of 2025, one a month, and one of the issue that the site has. */
const older = Array.from({ length: 12 }, (_, month) =>
  recordOf(`2025-${two(month + 1)}-10`, `old1${two(month)}`, `河边的石桥第${month + 1}次修好了。`, {
    titles: { headline: `石桥之${month + 1}` },
  }),
)
const own = recordOf('2026-01-05', 'aaa111', '把报纸放进口袋，过石桥。', { titles: { headline: '把报纸放进口袋' } })

const filesOf = async (...segments: readonly (readonly ArchivedArticle[])[]): Promise<Files> => {
  const files: Files = new Map()
  const rows = []
  for (const records of segments) rows.push(await addSegment(files, records))
  writeCatalog(files, rows)
  return files
}
const useFiles = (files: ArchiveFiles): void => {
  const search = createStaticArchive(files, variants)
  site.archive = async () => search
}

beforeEach(async () => {
  site = siteInMemory([await smallIssue()])
  useFiles(archiveFilesOf(await filesOf([own], older)))
})

describe('searching the whole archive', () => {
  it('counts first, then lists the newest ten, and the others when they are asked for', async () => {
    const mounted = await open('/search?q=石橋')
    await see('找到 13 篇')
    await until(() => expect(listed()).toHaveLength(10))
    expect(listed().slice(0, 3)).toEqual(['把报纸放进口袋', '石桥之12', '石桥之11'])
    await see('2025年12月10日')
    expect(mounted.text()).not.toContain('本机没有存报纸')
    await mounted.click('再看十篇')
    await until(() => expect(listed()).toHaveLength(13))
    expect(mounted.text()).not.toContain('再看十篇')
  })

  it('leads to the article, where the word is sought', async () => {
    const mounted = await open('/search?q=把报纸放进口袋')
    await until(() => expect(listed()).toEqual(['把报纸放进口袋']))
    await mounted.click('把报纸放进口袋', '.result')
    await until(() => expect(path()).toMatch(/^\/2026-01-05\/1\/aaa111\?.*q=把报纸放进口袋/))
    await see('第 1 处')
  })

  it('is narrowed to a year, by the address too, with the counts of all years in sight', async () => {
    const mounted = await open('/search?q=石桥')
    await see('2025 年12')
    await mounted.click('2026 年', 'button')
    await until(() => expect(path()).toBe('/search?q=石桥&year=2026'))
    await until(() => expect(listed()).toEqual(['把报纸放进口袋']))
    await see('2026 年找到 1 篇')
    await see('2025 年12')
    await mounted.click('各年', 'button')
    await until(() => expect(path()).toBe('/search?q=石桥'))
    mounted.unmount()
    await open('/search?q=石桥&year=2025')
    await see('2025 年找到 12 篇')
    expect(listed()[0]).toBe('石桥之12')
  })

  it('lists once what is saved, too', async () => {
    const mounted = await open('/2026-01-05/1')
    await mounted.click('存到本机')
    await mounted.go('/search?q=把报纸放进口袋')
    await until(() => expect(document.querySelectorAll('.result')).toHaveLength(1))
    await see('已存本机')
  })

  it('puts what is saved where it belongs in the one list, and the others between when they come', async () => {
    const [issue] = [await smallIssue()]
    Object.assign(issue.issue, { id: '2025-02-20', date: '2025-02-20' })
    Object.assign(issue.issue.articles[0] ?? {}, { headline: '存下的石桥' })
    site = siteInMemory([issue])
    useFiles(archiveFilesOf(await filesOf(older)))
    const mounted = await open('/2025-02-20/1')
    await mounted.click('存到本机')
    await mounted.go('/search?q=石桥')
    await until(() => expect(listed()).toHaveLength(11))
    expect(listed().slice(9)).toEqual(['石桥之3', '存下的石桥'])
    const more = mounted.find('再看十篇')
    expect(more.compareDocumentPosition(document.querySelectorAll('.result')[10] ?? more)).toBe(4)
    await mounted.click('再看十篇')
    await until(() => expect(listed().slice(9)).toEqual(['石桥之3', '存下的石桥', '石桥之2', '石桥之1']))
    expect(mounted.text()).toContain('这台设备上存的：找到 1 篇')
  })

  it('stops where newer articles have only parts of a phrase, and goes on when it is asked to', async () => {
    // All have the parts of the phrase, the oldest alone the phrase.
    const parts = Array.from({ length: 100 }, (_, index) =>
      recordOf('2025-06-01', `zzz${String(index).padStart(3, '0')}`, '石桥边。桥边的。边的人。', {
        titles: { headline: '零' },
      }),
    )
    const whole = recordOf('2025-01-01', 'yyy111', '石桥边的人。', { titles: { headline: '整句在此' } })
    useFiles(archiveFilesOf(await filesOf([...parts, whole])))
    const mounted = await open('/search?q=石桥边的人')
    await see('较新的报纸里没有，更早的还没有找')
    expect(listed()).toEqual([])
    await mounted.click('再往前找')
    await until(() => expect(listed()).toEqual(['整句在此']))
    await see('找到 1 篇')
  })

  it('comes back to a hit beyond the first ten', async () => {
    const mounted = await open('/search?q=石桥')
    await until(() => expect(listed()).toHaveLength(10))
    await mounted.click('再看十篇')
    await until(() => expect(listed()).toHaveLength(13))
    await mounted.click('第1次', '.result')
    await see('没有这一期')
    await mounted.back()
    await until(() => expect(document.activeElement?.querySelector('.title')?.textContent).toBe('石桥之1'))
  })

  it('is narrowed to titles, here and in the archive, and widened again', async () => {
    const mounted = await open('/2026-01-05/1')
    await mounted.click('存到本机')
    await mounted.go('/search?q=版面')
    await until(() => expect(listed()).toEqual(['把报纸放进口袋']))
    await mounted.click('只找标题', 'button')
    await until(() => expect(path()).toBe('/search?q=版面&titles=1'))
    await see('这个范围里没有找到')
    await mounted.click('不限范围，再找一次')
    await until(() => expect(listed()).toEqual(['把报纸放进口袋']))
    await mounted.go('/search?q=河边&titles=1')
    await see('这个范围里没有找到')
    await mounted.go('/search?q=石桥&titles=1')
    await see('找到 12 篇')
    expect(mounted.find('只找标题', 'button').getAttribute('aria-pressed')).toBe('true')
  })

  it('is narrowed to pages of one name, which are those that there are', async () => {
    const onPage = (name: string) => ({ pages: [{ no: 1, label: '1', name, from: 0 }] })
    const records = [
      recordOf('2025-03-02', 'bbb111', '石桥修好了。', { ...onPage('要闻'), titles: { headline: '要闻里的桥' } }),
      recordOf('2025-03-01', 'bbb222', '过石桥。', { ...onPage('副刊'), titles: { headline: '副刊里的桥' } }),
    ]
    useFiles(archiveFilesOf(await filesOf(records)))
    const mounted = await open('/search?q=石桥')
    await until(() => expect(listed()).toHaveLength(2))
    const choice = document.querySelector<HTMLSelectElement>('.narrowing select')
    if (!choice) throw new Error('no choice of pages')
    expect([...choice.options].map(({ text }) => text)).toEqual(['所有版', '要闻', '副刊'])
    choice.value = '副刊'
    choice.dispatchEvent(new Event('change', { bubbles: true }))
    await until(() => expect(path()).toBe('/search?q=石桥&pages=副刊'))
    await until(() => expect(listed()).toEqual(['副刊里的桥']))
    mounted.unmount()
    await open('/search?q=石桥&pages=评论')
    await see('这个范围里没有找到')
  })

  it('takes a month beside a word for the days of the issues, and leads to the month', async () => {
    const mounted = await open('/search?q=石桥 2025年3月')
    await until(() => expect(listed()).toEqual(['石桥之3']))
    expect(mounted.find('看2025年3月的各期', 'a').getAttribute('href')).toBe('/calendar/2025/3')
    await mounted.go('/search?q=2025年3月10日 石桥')
    await until(() => expect(listed()).toEqual(['石桥之3']))
    expect(mounted.find('打开2025年3月10日的报纸', 'a').getAttribute('href')).toBe('/2025-03-10/1')
  })

  it('says that neither here nor there is any, and what was searched', async () => {
    await open('/search?q=无此词语')
    await see('没有找到“无此词语”')
    await see('报纸网站上的全部往期也找过了')
  })

  it('is left out of the search of one issue', async () => {
    await open('/search?q=石桥&in=2026-01-05')
    await see('没有找到“石桥”')
    expect(archive()).toBeNull()
  })

  it.each<[ArchiveFault, string]>([
    [{ kind: 'unreachable', file: 'index.json' }, '连不上网络，全部往期没有搜到'],
    [{ kind: 'server-error', file: 'index.json', status: 500 }, '全部往期的索引读不出来'],
    [{ kind: 'damaged', file: 'index.json' }, '全部往期的索引读不出来'],
    [{ kind: 'newer-format', file: 'index.json', found: 2 }, '请更新阅读器'],
  ])('says of a fault what it means, searches the newest issue instead, and asks again: %j', async (fault, words) => {
    const files = archiveFilesOf(await filesOf([own], older))
    let isSound = false
    useFiles({
      ...files,
      readWhole: async (...asked) => {
        if (!isSound) throw new ArchiveError(fault)
        return files.readWhole(...asked)
      },
    })
    const mounted = await open('/search?q=口袋')
    await see(words)
    await see('先在最新一期')
    isSound = true
    await mounted.click('再试一次', '.archive button')
    await see('找到 1 篇')
  })

  it('is not spoken of where a site has no index', async () => {
    useFiles(archiveFilesOf(new Map()))
    await open('/search?q=口袋')
    await see('先在最新一期')
    expect(archive()).toBeNull()
  })

  it('gives up an older query for a newer one', async () => {
    const files = archiveFilesOf(await filesOf([own], older))
    const held: (() => void)[] = []
    let isHeld = true
    useFiles({
      ...files,
      read: async (...asked) => {
        if (isHeld) await new Promise<void>((resolve) => held.push(resolve))
        return files.read(...asked)
      },
    })
    const mounted = await open('/2026-01-05/1')
    await mounted.router.push('/search?q=石桥')
    await until(() => expect(held.length).toBeGreaterThan(0))
    isHeld = false
    await mounted.router.replace('/search?q=把报纸放进口袋')
    held.forEach((resolve) => resolve())
    await until(() => expect(listed()).toEqual(['把报纸放进口袋']))
    await mounted.settle()
    expect(listed()).toEqual(['把报纸放进口袋'])
  })
})

import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import { BundleError, type BundleFault } from '@/bundle/fault'
import { importIssue } from '@/library/issue-file/import-issue'
import { LibraryDb } from '@/library/library-db'
import { siteInMemory, type MemorySite } from '../support/memory-source'
import { openReaders } from '../support/readers'
import { smallIssue } from '../support/small-issue'
import { entriesOf, plainZip } from '../support/zips'

let site: MemorySite
const readers = openReaders()
const open = (path: string) => readers.open(site, path)

const file = 'catalog.json'
const onlySaved = '先看存在本机的最近一期'
const failing =
  (fault: BundleFault): MemorySite['http']['catalog'] =>
  () =>
    Promise.reject(new BundleError(fault))
const hanging: MemorySite['http']['catalog'] = () => new Promise(() => undefined)

const broken: readonly (readonly [string, MemorySite['http']['catalog']])[] = [
  ['is a page of the host, or is not there', failing({ kind: 'not-found', file })],
  ['is empty', failing({ kind: 'server-error', file, status: 204 })],
  ['has nothing in it', failing({ kind: 'wrong-shape', file, path: 'format' })],
  ['is no JSON', failing({ kind: 'not-json', file })],
  ['is too large', failing({ kind: 'too-large', file, limitBytes: 1 })],
  ['is of a later format', failing({ kind: 'newer-format', file, found: '9.0' })],
  ['can’t be reached', failing({ kind: 'unreachable', file })],
]

beforeEach(async () => {
  site = siteInMemory([await smallIssue()])
})

describe('the front page of somebody who has saved an issue', () => {
  const save = async (): Promise<void> => {
    const { click, text, unmount } = await open('/2026-01-05/1')
    await click('存到本机')
    expect(text()).toContain('已存，没有网络也能看')
    unmount()
  }

  it.each(broken)('opens it where the catalogue %s, and says so', async (_, catalog) => {
    await save()
    const answering = site.http.catalog
    Object.assign(site.http, { catalog })
    const { text, click } = await open('/')
    expect(text()).toContain('把报纸放进口袋')
    await vi.waitFor(() => expect(text()).toContain(onlySaved))
    Object.assign(site.http, { catalog: answering })
    await click('再试一次')
    expect(text()).toContain('把报纸放进口袋')
    expect(text()).not.toContain(onlySaved)
  })

  it('opens it even if nothing says that it is saved', async () => {
    await save()
    localStorage.clear()
    Object.assign(site.http, { catalog: failing({ kind: 'not-found', file }) })
    expect((await open('/')).text()).toContain('把报纸放进口袋')
  })

  it('opens it where the catalogue lists nothing', async () => {
    await save()
    const catalog = await site.http.catalog(new AbortController().signal)
    Object.assign(site.http, { catalog: () => Promise.resolve({ ...catalog, issues: [] }) })
    expect((await open('/')).text()).toContain('把报纸放进口袋')
  })

  it('opens it where the catalogue hangs', async () => {
    await save()
    Object.assign(site.http, { catalog: hanging })
    void open('/')
    await vi.waitFor(() => expect(document.body.textContent).toContain(onlySaved), { timeout: 6000 })
    expect(document.body.textContent).toContain('把报纸放进口袋')
    expect(document.body.textContent).toContain('还在等')
  })

  it.each([
    ['the same issue', ['2026-01-05'], undefined],
    ['a newer issue', ['2026-01-06', '2026-01-05'], '最新一期到了'],
    ['a fault', undefined, '现在打不开'],
  ])('says so when a catalogue that was late comes with %s', async (_, ids, words) => {
    await save()
    const catalog = await site.http.catalog(new AbortController().signal)
    const later = await smallIssue()
    Object.assign(later.issue, { id: '2026-01-06', date: '2026-01-06' })
    const both = siteInMemory([later, await smallIssue()])
    let answer = (): void => undefined
    const come = new Promise<void>((resolve) => (answer = resolve))
    Object.assign(site.http, both.http, {
      catalog: async () => {
        await come
        if (!ids) throw new BundleError({ kind: 'unreachable', file })
        const known = await both.http.catalog(new AbortController().signal)
        return { ...catalog, issues: known.issues.filter(({ id }) => ids.includes(id)) }
      },
    })
    await open('/')
    await vi.waitFor(() => expect(document.body.textContent).toContain(onlySaved))
    answer()
    await vi.waitFor(() => expect(document.body.textContent).not.toContain('还在等'))
    if (words) expect(document.body.textContent).toContain(words)
    else expect(document.body.textContent).not.toContain(onlySaved)
    if (!ids || ids.length === 1) return
    ;[...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('看最新一期'))?.click()
    await vi.waitFor(() => expect(document.body.textContent).toContain('2026年1月6日'))
  })
})

describe('the calendar', () => {
  it('lists what is there within two seconds, where the catalogue hangs', async () => {
    Object.assign(site.http, { catalog: hanging })
    void open('/calendar/2026/1')
    await vi.waitFor(() => expect(document.body.textContent).toContain('报社的目录还没有来'), { timeout: 6000 })
  })

  it.each(['UnknownError', 'SecurityError', 'QuotaExceededError'])(
    'lists the catalogue where storage fails with %s',
    async (name) => {
      vi.spyOn(indexedDB, 'open').mockImplementation(() => {
        throw new DOMException('no', name)
      })
      const { text } = await open('/calendar/2026/1')
      expect(text()).toContain('粗的日子有报纸还没看过')
      vi.restoreAllMocks()
    },
  )
})

describe('an issue that came as a file nobody signed', () => {
  it('never stands in place of what the paper has, and opens marked where the paper can’t be reached', async () => {
    const forged = await smallIssue()
    const [article] = forged.issue.articles
    if (!article) throw new Error('an issue has articles')
    article.headline = '假消息'
    forged.issue.revision = 9
    const db = new LibraryDb()
    const own = { id: decodeIssue(encode(forged.issue)).paper.id, signing: {} }
    const { signal } = new AbortController()
    const file = plainZip(entriesOf(forged))
    await importIssue(db, { file, own, signal, now: () => 1000 })
    db.close()
    localStorage.setItem('banmian:saved', 'small.example/2026-01-05')

    const online = await open('/2026-01-05/1')
    expect(online.text()).toContain('把报纸放进口袋')
    expect(online.text()).not.toContain('假消息')
    online.unmount()

    site.isOnline = false
    const { text } = await open('/2026-01-05/1')
    expect(text()).toContain('假消息')
    await vi.waitFor(() => expect(text()).toContain('这一期来自文件，没有签名'))
  })
})

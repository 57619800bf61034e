import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { BundleError, type BundleFault } from '@/bundle/fault'
import { siteInMemory, type MemorySite } from '../support/memory-source'
import { openReaders } from '../support/readers'
import { smallIssue } from '../support/small-issue'

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
    expect(text()).toContain(onlySaved)
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

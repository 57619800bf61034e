import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { seal } from '@/press/model/seal'
import { LibraryDb } from '@/library/library-db'
import { siteInMemory, type MemorySite } from '../support/memory-source'
import { openReaders } from '../support/readers'
import { smallIssue, type SmallIssue } from '../support/small-issue'

let site: MemorySite
const readers = openReaders()

const open = (path = '/2026-01-05/1') => readers.open(site, path)
const inDb = async <Result>(call: (db: LibraryDb) => Promise<Result>): Promise<Result> => {
  const db = new LibraryDb()
  try {
    return await call(db)
  } finally {
    db.close()
  }
}

beforeEach(async () => {
  site = siteInMemory([await smallIssue()])
})

/** The small issue with a picture of 9 MB for zooming in. */
const largeIssue = async (): Promise<SmallIssue> => {
  const { issue, files } = await smallIssue()
  const { entry, bytes } = await seal(
    { stem: 'picture-1-wide', ending: 'webp', role: 'picture', width: 1600, height: 1600 },
    new Uint8Array(9 * 1024 * 1024),
  )
  issue.parts.push(entry)
  issue.pictures[0]?.images.push(entry.name)
  files.set(entry.name, bytes)
  return { issue, files }
}

describe('large pictures, where the browser does not tell the network', () => {
  it('are asked about once, left for Wi-Fi, and fetched when they are looked at', async () => {
    site = siteInMemory([await largeIssue()])
    const { click, text, go } = await open()
    await click('存到本机')
    expect(text()).toContain('放大用的大图还有 9.0 MB。现在一起存吗？')
    await click('先存文字和小图')
    expect(text()).toContain('已存，没有网络也能看')
    expect(site.asked.some((file) => file.startsWith('picture-1-wide'))).toBe(false)
    await go('/library')
    expect(text()).toContain('大图 9.0 MB 等有 Wi-Fi 再存')
    await click('删除')
    await go('/2026-01-05/1')
    await click('存到本机')
    expect(text()).toContain('已存，没有网络也能看')
  })
  it('come at once when the person says so', async () => {
    site = siteInMemory([await largeIssue()])
    const { click, text, go } = await open()
    await click('存到本机')
    await click('一起存')
    await go('/library')
    expect(text()).toContain('9.0 MB')
    expect(text()).not.toContain('等有 Wi-Fi 再存')
  })
})

describe('the newest issue', () => {
  it('is offered to save itself after the first save, and not again once that was answered', async () => {
    const { click, text, go } = await open()
    await click('存到本机')
    expect(text()).toContain('以后每天的新报，要自动存吗？')
    await click('不用')
    expect(text()).not.toContain('以后每天的新报')
    await click('已存')
    await click('删除', '.saving button')
    await click('存到本机')
    expect(text()).not.toContain('以后每天的新报')
    await go('/library')
    expect(readers.last()?.find('不自动存', 'label').querySelector('input')?.checked).toBe(true)
  })
})

describe('a save', () => {
  it('does not wait for a person to answer whether the browser may keep it', async () => {
    vi.stubGlobal('navigator', {
      ...navigator,
      language: 'zh-CN',
      storage: { persisted: async () => false, persist: () => new Promise<boolean>(() => undefined) },
    })
    const { click, text } = await open()
    await click('存到本机')
    expect(text()).toContain('已存，没有网络也能看')
    vi.unstubAllGlobals()
  })

  it('is paused and goes on where it stopped', async () => {
    const { http } = site
    const gates: (() => void)[] = []
    site = {
      ...site,
      http: {
        ...http,
        part: async (id, entry, signal) => {
          if (entry.name.startsWith('picture'))
            await new Promise<void>((resolve, reject) => {
              gates.push(resolve)
              signal.addEventListener('abort', () => reject(signal.reason))
            })
          return http.part(id, entry, signal)
        },
      },
    }
    const { find, text } = await open()
    find('存到本机').click()
    await vi.waitFor(() => expect(gates).toHaveLength(1))
    await vi.waitFor(() => find('暂停').click())
    await vi.waitFor(() => expect(text()).toContain('已暂停'))
    await vi.waitFor(async () => expect(await inDb((db) => db.saves.toArray())).toMatchObject([{ isPaused: true }]))
    site.asked.length = 0
    find('接着存').click()
    await vi.waitFor(() => expect(gates).toHaveLength(2))
    gates[1]?.()
    await vi.waitFor(() => expect(text()).toContain('已存，没有网络也能看'))
    expect(site.asked.map((file) => file.split('.')[0])).toEqual(['issue', 'issue', 'picture-1'])
  })
  it('is taken out in a later session too', async () => {
    const first = await open()
    await first.click('存到本机')
    first.unmount()
    const { click, find } = await open()
    await click('已存')
    await click('删除', '.saving button')
    expect(find('存到本机')).toBeDefined()
  })
  it('that fails says why, and is tried again', async () => {
    const { click, text } = await open()
    site.isOnline = false
    await click('存到本机')
    expect(text()).toContain('没有存成，以前存的都还在')
    site.isOnline = true
    await click('再存一次')
    expect(text()).toContain('已存，没有网络也能看')
  })
})

describe('a damaged library', () => {
  it('never keeps an issue from being read', async () => {
    const first = await open()
    await first.click('存到本机')
    first.unmount()
    await inDb((db) => db.issues.toCollection().modify({ issueJson: new Uint8Array([1, 2, 3]) }))
    const second = await open('/2026-01-05/2')
    expect(second.find('第二版', 'h1')).toBeDefined()
  })
  it('lists a damaged issue, and it can be taken out', async () => {
    const first = await open()
    await first.click('存到本机')
    await inDb((db) =>
      db.issues.toCollection().modify((row, at) => {
        const { summary: _, ...rest } = row
        at.value = { ...rest, issueJson: new Uint8Array([1, 2, 3]) }
      }),
    )
    await first.go('/library')
    expect(first.text()).toContain('这一期的数据有损坏')
    await first.click('删除')
    expect(first.text()).toContain('本机还没有存报纸')
  })
})

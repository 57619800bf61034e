import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import { issueKeyOf } from '@/bundle/issue-key'
import { LibraryDb, libraryVersions } from '@/library/library-db'
import { openLibrary, type Library, type LibraryEvent } from '@/library/open-library'
import { saveIssue } from '@/library/save-issue'
import { listShelf } from '@/library/saved-issues'
import { storageFaultOf } from '@/library/storage-fault'
import { siteInMemory } from '../support/memory-source'
import { smallIssue } from '../support/small-issue'

const small = await smallIssue()
const issue = decodeIssue(encode(small.issue))
const { http } = siteInMemory([small])
const signal = new AbortController().signal

let name: string
let library: Library
let events: LibraryEvent[]
beforeEach(() => {
  name = `opening ${expect.getState().currentTestName}`
  events = []
  library = openLibrary((event) => events.push(event), name)
})
afterEach(async () => {
  vi.restoreAllMocks()
  library.close()
  await Dexie.delete(name)
})

const save = () => library.run((db) => saveIssue(db, { ...issueKeyOf(issue), http, signal, now: () => 1 }))
const saved = async () => (await library.run(listShelf)).map(({ issue: id }) => id)

describe('the database', () => {
  it('is opened again if the system closed it, and the call is repeated', async () => {
    await save()
    const calls: string[] = []
    const ids = await library.run(async (db) => {
      calls.push('called')
      // What iOS does to a page in the background: the handle exists, but nothing answers.
      if (calls.length === 1) {
        db.backendDB().close()
        return db.backendDB().transaction('issues') && []
      }
      return (await listShelf(db)).map(({ issue: id }) => id)
    })
    expect(calls).toHaveLength(2)
    expect(ids).toEqual([issue.id])
    expect(events).toEqual([])
  })

  it('is created again by the next call if it was deleted', async () => {
    await save()
    await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve))
    expect(await saved()).toEqual([])
    await save()
    expect(await saved()).toEqual([issue.id])
  })

  const refuse = (times: number, error: string) => {
    let left = times
    const open = indexedDB.open.bind(indexedDB)
    vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
      if (left-- > 0) throw new DOMException('Internal error opening backing store', error)
      return open(...args)
    })
  }
  it('is tried twice before it counts as damaged', async () => {
    await save()
    library.close()
    refuse(1, 'NotReadableError')
    expect(await saved()).toEqual([issue.id])
    expect(events).toEqual([])
  })
  it('is replaced by an empty one if it can’t be opened, and the app is told', async () => {
    await save()
    library.close()
    refuse(2, 'NotReadableError')
    expect(await saved()).toEqual([])
    expect(events).toEqual(['rebuilt'])
    await save()
    expect(await saved()).toEqual([issue.id])
  })
  it('is never replaced for lack of room or permission', async () => {
    await save()
    library.close()
    refuse(9, 'SecurityError')
    const problem = await saved().catch((error: unknown) => error)
    expect(storageFaultOf(problem)).toBe('refused')
    vi.restoreAllMocks()
    expect(await saved()).toEqual([issue.id])
  })

  it('tells an older tab that a newer version needs it', async () => {
    await save()
    const newer = new LibraryDb(name, [...libraryVersions, { stores: { later: 'id' } }])
    await newer.open()
    newer.close()
    expect(events).toEqual(['outdated'])
    // The older tab still works, on the newer database.
    expect(await saved()).toEqual([issue.id])
  })
  it('tells a newer tab that an older one is in the way', async () => {
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 1)
      request.onsuccess = () => resolve(request.result)
    })
    const opening = saved()
    await vi.waitFor(() => expect(events).toEqual(['blocked']))
    old.close()
    expect(await opening).toEqual([])
  })
})

describe('an upgrade keeps what the version before it wrote', () => {
  /** What each version wrote, written as it did. A new version adds the row for the previous one. */
  const writeFirst = async (db: Dexie): Promise<void> => {
    const key = issueKeyOf(issue)
    for (const { name: part, sha256 } of issue.parts)
      await db.table('parts').put({ ...key, sha256, bytes: small.files.get(part) })
    const row = { revision: 1, bytes: 4321, savedAt: 99 }
    await db.table('issues').put({ ...key, issueJson: encode(small.issue), ...row })
    await db.table('issues').put({ ...key, issue: '2026-01-04', issueJson: new Uint8Array([1, 2, 3]), ...row })
  }
  const written: Readonly<Record<number, (db: Dexie) => Promise<unknown>>> = {
    1: writeFirst,
    2: async (db) => {
      await writeFirst(db)
      const summary = { paperName: issue.paper.name, date: issue.date, weekday: '星期一' }
      await db.table('issues').update([issue.paper.id, issue.id], { summary })
      await db.table('preferences').put({ name: 'newest', value: 'wifi' })
    },
  }
  it('has a case for every version but the last', () =>
    expect(Object.keys(written)).toEqual(libraryVersions.slice(1).map((_, index) => String(index + 1))))

  it.each(Object.keys(written).map(Number))('from version %i', async (version) => {
    const old = new LibraryDb(name, libraryVersions.slice(0, version))
    await written[version]?.(old)
    old.close()
    const rows = await library.run((db) => db.issues.toArray())
    const one = rows.find(({ issue: id }) => id === issue.id)
    expect(one).toMatchObject({ revision: 1, bytes: 4321, savedAt: 99, issueJson: encode(small.issue) })
    expect(await library.run((db) => db.parts.count())).toBe(issue.parts.length)
    expect(await library.run(listShelf)).toMatchObject([
      { issue: issue.id, isPinned: true, isUnread: false, summary: { paperName: '小样报', weekday: '星期一' } },
      // Damaged before the upgrade and after it: still listed, and marked as damaged.
      { issue: '2026-01-04', summary: undefined },
    ])
  })
})

import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LibraryDb } from '@/library/library-db'
import {
  deleteBookmark,
  deletePlaces,
  listBookmarks,
  listPlaces,
  maxReadings,
  readBookmark,
  readPlace,
  writeBookmark,
  writePlaces,
} from '@/library/reading-records'
import { bookmark, readingPlace, type Bookmark, type ReadingPlace } from '@/library/reading-rows'

let db: LibraryDb

beforeEach(() => {
  db = new LibraryDb(`reading ${expect.getState().currentTestName}`)
})
afterEach(() => db.delete())

const placed = { paper: 'small.example', issue: '2026-01-05', article: 'aaa111', page: 1, offset: 12, title: '题' }
const placeAt = (over: object = {}): ReadingPlace =>
  v.parse(readingPlace, { ...placed, isFinished: false, readAt: 1000, ...over })
const markAt = (over: object = {}): Bookmark => v.parse(bookmark, { ...placed, markedAt: 1000, ...over })

describe('places in articles', () => {
  it('are kept by paper, issue and article, the last one written', async () => {
    await writePlaces(db, [placeAt(), placeAt({ article: 'bbb222', offset: 3 })])
    await writePlaces(db, [placeAt({ offset: 40, readAt: 2000 })])
    expect(await readPlace(db, placeAt())).toMatchObject({ offset: 40 })
    expect(await readPlace(db, placeAt({ article: 'bbb222' }))).toMatchObject({ offset: 3 })
    expect(await readPlace(db, placeAt({ paper: 'other.example' }))).toBeUndefined()
  })

  it('are listed most recent first, and only those of the paper', async () => {
    await writePlaces(db, [
      placeAt({ readAt: 1 }),
      placeAt({ article: 'bbb222', readAt: 3 }),
      placeAt({ paper: 'other.example', readAt: 2 }),
    ])
    expect((await listPlaces(db, placeAt().paper)).map(({ article }) => article)).toEqual(['bbb222', 'aaa111'])
  })

  it(`are forgotten, the oldest first, beyond ${maxReadings}`, async () => {
    const many = Array.from({ length: maxReadings + 5 }, (_, at) =>
      placeAt({ article: `id${String(at).padStart(4, '0')}`, readAt: at }),
    )
    await writePlaces(db, many)
    const left = await listPlaces(db, placeAt().paper)
    expect(left).toHaveLength(maxReadings)
    expect(left.at(-1)?.readAt).toBe(5)
  })

  it('can be deleted, and written again', async () => {
    await writePlaces(db, [placeAt(), placeAt({ article: 'bbb222' })])
    const removed = await listPlaces(db, placeAt().paper)
    await deletePlaces(db, removed)
    expect(await listPlaces(db, placeAt().paper)).toEqual([])
    await writePlaces(db, removed)
    expect(await listPlaces(db, placeAt().paper)).toEqual(removed)
  })

  it.each([{ offset: -1 }, { offset: 'end' }, { page: 0 }, { title: undefined }, { isFinished: 'no' }])(
    'that are not what they should be are passed over: %o',
    async (damage) => {
      await writePlaces(db, [placeAt({ article: 'bbb222' })])
      await db.readings.put(Object.assign({ ...placeAt() }, damage))
      expect(await readPlace(db, placeAt())).toBeUndefined()
      expect((await listPlaces(db, placeAt().paper)).map(({ article }) => article)).toEqual(['bbb222'])
    },
  )
})

describe('bookmarks', () => {
  it('are kept with their offset, listed newest first, and deleted', async () => {
    await writeBookmark(db, markAt())
    await writeBookmark(db, markAt({ article: 'bbb222', markedAt: 2000 }))
    expect((await listBookmarks(db, markAt().paper)).map(({ article }) => article)).toEqual(['bbb222', 'aaa111'])
    expect(await readBookmark(db, markAt())).toMatchObject({ offset: 12 })
    await deleteBookmark(db, markAt())
    expect(await readBookmark(db, markAt())).toBeUndefined()
    expect(await listBookmarks(db, markAt().paper)).toHaveLength(1)
  })
})

describe('a library of the first version', () => {
  it('keeps its issues when it is upgraded to remember reading', async () => {
    const name = 'a library of the first version'
    const first = new Dexie(name)
    first.version(1).stores({ issues: '[paper+issue], savedAt', parts: '[paper+issue+sha256], [paper+issue]' })
    const issue = { paper: 'small.example', issue: '2026-01-05', issueJson: new Uint8Array([1]), savedAt: 7 }
    const part = { paper: 'small.example', issue: '2026-01-05', sha256: 'ab'.repeat(32), bytes: new Uint8Array([2]) }
    await first.table('issues').put(issue)
    await first.table('parts').put(part)
    first.close()
    const now = new LibraryDb(name)
    expect(await now.issues.toArray()).toMatchObject([{ savedAt: 7 }])
    expect(await now.parts.count()).toBe(1)
    await writeBookmark(now, markAt())
    expect(await listBookmarks(now, markAt().paper)).toHaveLength(1)
    await now.delete()
  })
})

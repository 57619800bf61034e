import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import { issueKeyOf } from '@/bundle/issue-key'
import { LibraryDb } from '@/library/library-db'
import { createRowReader } from '@/library/row-reader'
import { saveIssue } from '@/library/save-issue'
import { readSavedPart } from '@/library/saved-issues'
import { siteInMemory } from '../support/memory-source'
import { smallIssue } from '../support/small-issue'

const small = await smallIssue()
const issue = decodeIssue(encode(small.issue))
const key = issueKeyOf(issue)
const [page] = issue.parts.filter(({ role }) => role === 'page')
if (!page) throw new Error('the issue has no page')

let name: string
beforeEach(() => (name = `rows ${expect.getState().currentTestName}`))
afterEach(() => Dexie.delete(name))

const save = async () => {
  const db = new LibraryDb(name)
  const { http } = siteInMemory([small])
  await saveIssue(db, { ...key, http, signal: new AbortController().signal, now: () => 1 })
  return db
}

describe('the rows of a saved issue, read without the library', () => {
  it('are those that the library wrote', async () => {
    const db = await save()
    const rows = createRowReader(name)
    const { issueJson, signature, isFromFile, isUnread } = (await db.issues.get([key.paper, key.issue])) ?? {}
    expect(await rows.issue(key)).toEqual({ issueJson, signature, isFromFile, isUnread })
    expect(await rows.part(key, page.sha256)).toEqual(await readSavedPart(db, issue, page.name))
    db.close()
  })

  it('say where an issue came from, and that nobody has opened it', async () => {
    const db = await save()
    const row = await db.issues.get([key.paper, key.issue])
    if (row) await db.issues.put({ ...row, isFromFile: true, isUnread: true })
    expect(await createRowReader(name).issue(key)).toMatchObject({ isFromFile: true, isUnread: true })
    db.close()
  })

  it('are missing where nothing is saved, and no database is made', async () => {
    const rows = createRowReader(name)
    expect(await rows.issue(key)).toBeUndefined()
    expect(await rows.part(key, page.sha256)).toBeUndefined()
    expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name)
    const db = await save()
    expect(await db.issues.count()).toBe(1)
    db.close()
  })

  it.each([
    ['no bytes', { issueJson: 'text' }],
    ['nothing but the key', {}],
    ['bytes of another kind', { issueJson: new ArrayBuffer(8) }],
  ])('are missing if the row holds %s', async (_, content) => {
    const db = await save()
    const table = db.table<object>('issues')
    await table.put({ ...key, ...content })
    expect(await createRowReader(name).issue(key)).toBeUndefined()
    db.close()
  })

  it('keep no tab from upgrading or deleting the database, and are missing from then on', async () => {
    const db = await save()
    const rows = createRowReader(name)
    expect(await rows.issue(key)).toBeDefined()
    db.close()
    const newer = new Dexie(name)
    newer.version(99).stores({ issues: '[paper+issue], savedAt', parts: '[paper+issue+sha256]' })
    await newer.open()
    expect(await rows.issue(key)).toBeUndefined()
    newer.close()
  })
})

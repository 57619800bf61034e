import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeCatalog, decodeIssue, encode } from '@/bundle/codec'
import { issueKeyOf } from '@/bundle/issue-key'
import type { PaperSigning } from '@/bundle/signature'
import { saveNewest, updateSaved } from '@/library/keep-current'
import { LibraryDb } from '@/library/library-db'
import { saveIssue } from '@/library/save-issue'
import { changePreferences } from '@/library/save-preferences'
import { openSaved } from '@/library/saved-issues'
import { createHttpSource } from '@/reader/issue/http-source'
import { faultOf } from '../support/fault-of'
import { siteInMemory, type MemorySite } from '../support/memory-source'
import { makeKey, signed, type TestKey } from '../support/signing-keys'
import { smallIssue } from '../support/small-issue'

let db: LibraryDb
let key: TestKey
let signing: PaperSigning
const { signal } = new AbortController()

beforeEach(async () => {
  localStorage.clear()
  key = await makeKey()
  signing = { keys: [await key.listed()] }
  db = new LibraryDb(`revisions ${expect.getState().currentTestName}`)
})
afterEach(() => db.delete())

/** A site that has published the small issue in this revision. */
const siteAt = async (revision: number): Promise<MemorySite> => {
  const small = await smallIssue()
  small.issue.revision = revision
  return siteInMemory([await signed(small, key)])
}
const idOf = async () => issueKeyOf(decodeIssue(encode((await smallIssue()).issue)))
const save = async (site: MemorySite, by: PaperSigning | undefined = signing) =>
  saveIssue(db, { ...(await idOf()), signing: by, http: site.http, signal, now: () => 1000 })
const savedRevision = async () => (await openSaved(db, await idOf(), signing))?.revision

describe('an older revision that is played back', () => {
  it.each([
    [3, 2],
    [2, 1],
    [40, 39],
  ])('never replaces a saved one: %i stays, %i is a fault, and nothing is left of it', async (known, found) => {
    await save(await siteAt(known))
    const replay = await siteAt(found)
    expect(await faultOf(() => save(replay))).toEqual({ kind: 'older-revision', file: 'issue.json', known, found })
    // Past every cache too, before it is called that.
    expect(replay.asked.filter((file) => file === 'issue.json')).toHaveLength(2)
    expect(await savedRevision()).toBe(known)
    expect(await db.saves.count()).toBe(0)
  })

  it('is not opened after a newer one was seen, even in a new session, though nothing was saved', async () => {
    const { paper, issue } = await idOf()
    const open = async (revision: number) =>
      createHttpSource((await siteAt(revision)).http, paper, signing).open(issue, signal)
    expect((await open(2)).issue.revision).toBe(2)
    expect((await open(4)).issue.revision).toBe(4)
    for (const found of [1, 2, 3])
      expect(await faultOf(() => open(found))).toEqual({ kind: 'older-revision', file: 'issue.json', known: 4, found })
    expect((await open(4)).issue.revision).toBe(4)
    expect((await open(5)).issue.revision).toBe(5)
  })

  it('is not made of what nobody signed: a forged revision keeps none of the paper’s out', async () => {
    const { paper, issue } = await idOf()
    const forged = siteInMemory([await smallIssue()])
    expect(await faultOf(() => createHttpSource(forged.http, paper, signing).open(issue, signal))).toMatchObject({
      kind: 'not-signed',
    })
    await createHttpSource((await siteAt(900)).http, paper).open(issue, signal)
    expect((await createHttpSource((await siteAt(2)).http, paper, signing).open(issue, signal)).issue.revision).toBe(2)
  })

  it('replaces a saved row that was altered on the device, which proves nothing', async () => {
    await save(await siteAt(2))
    const { paper, issue } = await idOf()
    await db.issues.update([paper, issue], { revision: 9000, issueJson: encode({ revision: 9000 }) })
    await save(await siteAt(2))
    expect(await savedRevision()).toBe(2)
  })
})

describe('a catalogue that disagrees with what the paper signed', () => {
  /** A signed site, of which the catalogue says something else. */
  const lying = async (revision: number, said: { revision?: number; sha256?: string }) => {
    const { http } = await siteAt(revision)
    const catalog = await http.catalog(signal)
    const issues = catalog.issues.map((entry) => ({ ...entry, ...said }))
    const lie = decodeCatalog(encode({ ...catalog, issues }))
    return { ...http, catalog: async () => lie }
  }
  const fault = { kind: 'wrong-catalogue', file: 'catalog.json', issue: '2026-01-05' }

  it.each([
    ['names a revision that is not there', { revision: 9 }],
    ['names other bytes of the same revision', { sha256: 'f'.repeat(64) }],
    ['names both', { revision: 3, sha256: '0'.repeat(64) }],
  ])('is a fault if it %s: on opening, saving and updating', async (_, said) => {
    const { paper } = await idOf()
    const http = await lying(2, said)
    const source = createHttpSource(http, paper, signing)
    const newest = await source.newest(signal)
    expect(await faultOf(() => source.open(newest?.id ?? '', signal))).toEqual(fault)
    const catalog = await http.catalog()
    const context = { http, signing, network: 'wifi' as const, signal, now: () => 1 }
    await changePreferences(db, { newest: 'always' })
    expect(await faultOf(() => saveNewest(db, catalog, context))).toEqual(fault)
    await save(await siteAt(1))
    expect(await faultOf(() => updateSaved(db, catalog, context))).toEqual(fault)
    expect(await savedRevision()).toBe(1)
  })

  it('is none if it is only older than the issue, as between two files of an upload', async () => {
    const { paper } = await idOf()
    const source = createHttpSource(await lying(3, { revision: 2, sha256: 'f'.repeat(64) }), paper, signing)
    const newest = await source.newest(signal)
    expect((await source.open(newest?.id ?? '', signal)).issue.revision).toBe(3)
  })
})

import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import type { Issue } from '@/bundle/issue'
import { issueKeyOf } from '@/bundle/issue-key'
import type { PaperSigning } from '@/bundle/signature'
import { fetchIssue } from '@/library/fetch-issue'
import { finishSaves, saveNewest, updateSaved } from '@/library/keep-current'
import { LibraryDb } from '@/library/library-db'
import { deleteIssue, saveIssue } from '@/library/save-issue'
import { changePreferences } from '@/library/save-preferences'
import { openSaved } from '@/library/saved-issues'
import { faultOf } from '../support/fault-of'
import { siteInMemory, type MemorySite } from '../support/memory-source'
import { makeKey, signed, type TestKey } from '../support/signing-keys'
import { smallIssue, type SmallIssue } from '../support/small-issue'

let db: LibraryDb
let key: TestKey
let signing: PaperSigning
let small: SmallIssue
let site: MemorySite
let issue: Issue

beforeEach(async () => {
  key = await makeKey()
  signing = { keys: [await key.listed()] }
  small = await signed(await smallIssue(), key)
  issue = decodeIssue(encode(small.issue))
  site = siteInMemory([small])
  db = new LibraryDb(`signed ${expect.getState().currentTestName}`)
})
afterEach(() => db.delete())

const save = () =>
  saveIssue(db, {
    ...issueKeyOf(issue),
    signing,
    http: site.http,
    signal: new AbortController().signal,
    now: () => 1000,
  })
const open = (as = signing) => openSaved(db, issueKeyOf(issue), as)

describe('the library of a paper that signs', () => {
  it('saves a signed issue, and verifies it again when it is opened offline', async () => {
    await save()
    site.isOnline = false
    expect(await open()).toEqual(issue)
  })

  it('saves nothing that is unsigned or wrongly signed', async () => {
    delete small.signature
    expect(await faultOf(save)).toEqual({ kind: 'not-signed', file: 'issue.sig' })
    small.signature = await (await makeKey()).sign(encode(small.issue))
    expect(await faultOf(save)).toEqual({ kind: 'wrong-signature', file: 'issue.sig' })
    expect(await db.issues.count()).toBe(0)
    expect(await db.parts.count()).toBe(0)
  })

  it('saves nothing unsigned on its own: no newer revision, no newest issue, no unfinished save', async () => {
    await save()
    const newer = { ...(await smallIssue()), issue: { ...small.issue, revision: small.issue.revision + 1 } }
    const forged = siteInMemory([newer])
    const keeping = {
      http: forged.http,
      signing,
      network: 'wifi' as const,
      signal: new AbortController().signal,
      now: () => 2000,
    }
    const catalog = await forged.http.catalog(keeping.signal)
    expect(await faultOf(() => updateSaved(db, catalog, keeping))).toMatchObject({ kind: 'not-signed' })
    expect(await open()).toEqual(issue)
    await deleteIssue(db, issueKeyOf(issue))
    await changePreferences(db, { newest: 'always' })
    expect(await faultOf(() => saveNewest(db, catalog, keeping))).toMatchObject({ kind: 'not-signed' })
    await db.saves.put({
      ...issueKeyOf(issue),
      since: 1,
      isPaused: false,
      withLarge: true,
      isAutomatic: false,
    })
    expect(await faultOf(() => finishSaves(db, issue.paper.id, keeping))).toMatchObject({ kind: 'not-signed' })
    expect(await db.issues.count()).toBe(0)
  })

  it('updates a signed issue and its signature', async () => {
    await save()
    const newer = { ...(await smallIssue()), issue: { ...small.issue, revision: small.issue.revision + 1 } }
    const { http } = siteInMemory([await signed(newer, key)])
    const { signal } = new AbortController()
    await updateSaved(db, await http.catalog(signal), { http, signing, network: 'wifi', signal, now: () => 2000 })
    expect(await open()).toMatchObject({ revision: issue.revision + 1 })
  })

  it('does not open what was changed on the device', async () => {
    await save()
    await db.issues.update([issue.paper.id, issue.id], { issueJson: encode({ ...small.issue, revision: 9 }) })
    expect(await faultOf(open)).toMatchObject({ kind: 'wrong-signature' })
  })

  it('does not open what was saved unsigned, unless it is older than the first signed issue', async () => {
    await saveIssue(db, {
      ...issueKeyOf(issue),
      http: site.http,
      signal: new AbortController().signal,
      now: () => 1000,
    })
    expect(await faultOf(open)).toMatchObject({ kind: 'not-signed' })
    expect(await open({ ...signing, signedSince: '2026-01-06' })).toEqual(issue)
  })
})

describe('an issue from the network', () => {
  const wanted = () => ({ ...issueKeyOf(issue), signing })
  const fetchIt = () => fetchIssue(site.http, wanted(), new AbortController().signal)

  it('is fetched again past the caches if signature and issue.json are of different revisions', async () => {
    const { http } = site
    const stale = new Uint8Array(64)
    const asked: (string | undefined)[] = []
    const mixed = {
      ...http,
      signature: async (id: string, signal: AbortSignal, freshness?: 'cached' | 'fresh') => {
        asked.push(freshness)
        return freshness === 'fresh' ? http.signature(id, signal) : stale
      },
    }
    const fetched = await fetchIssue(mixed, wanted(), new AbortController().signal)
    expect(fetched.issue).toEqual(issue)
    expect(asked).toEqual(['cached', 'fresh'])
  })

  it('is refused if it is still wrong then', async () => {
    small.signature = new Uint8Array(64)
    expect(await faultOf(fetchIt)).toMatchObject({ kind: 'wrong-signature' })
  })

  it('needs no request for a signature if the paper does not sign', async () => {
    await fetchIssue(site.http, { ...issueKeyOf(issue) }, new AbortController().signal)
    expect(site.asked).toEqual(['issue.json'])
  })
})

import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import { issueKeyOf } from '@/bundle/issue-key'
import { importIssue } from '@/library/issue-file/import-issue'
import { updateSaved } from '@/library/keep-current'
import { LibraryDb } from '@/library/library-db'
import { saveIssue } from '@/library/save-issue'
import { openSaved } from '@/library/saved-issues'
import { faultOf } from '../support/fault-of'
import { siteInMemory } from '../support/memory-source'
import { smallIssue, type SmallIssue } from '../support/small-issue'
import { entriesOf, plainZip } from '../support/zips'

let db: LibraryDb
let genuine: SmallIssue
beforeEach(async () => {
  genuine = await smallIssue()
  db = new LibraryDb(`unproven ${expect.getState().currentTestName}`)
})
afterEach(() => db.delete())

const { signal } = new AbortController()
const now = () => 1000
const plant = async (revision: number): Promise<void> => {
  const forged = await smallIssue()
  forged.issue.revision = revision
  const { id } = decodeIssue(encode(genuine.issue)).paper
  await importIssue(db, { file: plainZip(entriesOf(forged)), own: { id, signing: {} }, signal, now })
}

describe('a file that claims to be an issue of a paper that does not sign', () => {
  it.each([1, 2, 10_000])('gives way to what the paper has, though it says revision %i', async (revision) => {
    await plant(revision)
    const key = issueKeyOf(decodeIssue(encode(genuine.issue)))
    await saveIssue(db, { ...key, http: siteInMemory([genuine]).http, signal, now })
    expect(await openSaved(db, key)).toMatchObject({ revision: 1 })
    expect((await db.issues.toArray()).map(({ isFromFile }) => isFromFile)).toEqual([undefined])
  })

  it.each([1, 7, 9999])('is replaced when the library is brought up to date, at revision %i', async (revision) => {
    await plant(revision)
    const { http } = siteInMemory([genuine])
    await updateSaved(db, await http.catalog(signal), { http, signal, now, network: 'wifi' })
    expect((await db.issues.toArray()).map((row) => [row.revision, row.isFromFile])).toEqual([[1, undefined]])
  })
})

it.each([9_007_199_254_740_991, 10_001, 0, -1, 1.5])('[B4] refuses revision %s', async (revision) => {
  genuine.issue.revision = revision
  expect(await faultOf(() => decodeIssue(encode(genuine.issue)))).toMatchObject({ path: 'revision' })
})

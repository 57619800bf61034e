import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { Issue } from '@/bundle/issue'
import { issueKeyOf } from '@/bundle/issue-key'
import { LibraryDb } from '@/library/library-db'
import { deleteIssue, saveIssue, type SaveProgress } from '@/library/save-issue'
import { listSaved, openSaved, readSavedPart } from '@/library/saved-issues'
import { faultOf } from '../support/fault-of'
import { siteInMemory, type MemorySite } from '../support/memory-source'
import { smallIssue, type SmallIssue } from '../support/small-issue'

let db: LibraryDb
let small: SmallIssue
let site: MemorySite
let issue: Issue

beforeEach(async () => {
  small = await smallIssue()
  issue = decodeIssue(encode(small.issue))
  site = siteInMemory([small])
  db = new LibraryDb(`library ${expect.getState().currentTestName}`)
})
afterEach(() => db.delete())

const save = (over: { onProgress?: (progress: SaveProgress) => void; signal?: AbortSignal } = {}) =>
  saveIssue(db, {
    ...issueKeyOf(issue),
    http: site.http,
    signal: new AbortController().signal,
    now: () => 1000,
    ...over,
  })
const isSaved = async () => (await openSaved(db, issueKeyOf(issue))) !== undefined

describe('saving an issue', () => {
  it('keeps the issue and every part, byte for byte', async () => {
    await save()
    expect(await openSaved(db, issueKeyOf(issue))).toEqual(issue)
    for (const { name } of issue.parts)
      expect(new Uint8Array(await readSavedPart(db, issue, name))).toEqual(new Uint8Array(small.files.get(name) ?? []))
    expect(await listSaved(db)).toMatchObject([{ savedAt: 1000, bytes: expect.any(Number) }])
  })

  it('reports bytes up to the total', async () => {
    const seen: SaveProgress[] = []
    await save({ onProgress: (progress) => seen.push(progress) })
    const bytes = seen.map(({ doneBytes }) => doneBytes)
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b))
    expect(seen.at(-1)).toEqual({ doneBytes: seen[0]?.totalBytes, totalBytes: seen[0]?.totalBytes })
  })

  it.each(['page-01', 'page-02', 'fit-02', 'picture-1'])('marks nothing saved when %s never came', async (stem) => {
    const name = [...small.files.keys()].find((key) => key.startsWith(stem)) ?? ''
    small.files.delete(name)
    expect(await faultOf(() => save())).toEqual({ kind: 'missing-part', file: name })
    expect(await isSaved()).toBe(false)
  })

  it('marks nothing saved when a part is not what issue.json promises', async () => {
    const [name] = small.files.keys()
    small.files.set(name ?? '', new Uint8Array(3))
    expect(await faultOf(() => save())).toMatchObject({ kind: 'wrong-digest' })
    expect(await isSaved()).toBe(false)
  })

  it('continues where it stopped, and fetches nothing twice', async () => {
    const name = [...small.files.keys()].at(-1) ?? ''
    const bytes = small.files.get(name) ?? new Uint8Array()
    small.files.delete(name)
    await faultOf(() => save())
    small.files.set(name, bytes)
    site.asked.length = 0
    await save()
    expect(site.asked).toEqual(['issue.json', name])
    expect(await isSaved()).toBe(true)
  })

  it('stops when it is aborted, and marks nothing saved', async () => {
    const stop = new AbortController()
    await expect(save({ signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow()
    expect(await isSaved()).toBe(false)
  })

  it('refuses another paper’s issue under our own name', async () => {
    small.issue.paper.id = 'other.example'
    expect(await faultOf(() => save())).toMatchObject({ kind: 'wrong-issue' })
  })

  it('leaves what was saved before as it is when a newer save fails', async () => {
    await save()
    small.issue.revision = 2
    const sha256 = 'ab'.repeat(32)
    small.issue.parts.push({ name: 'later.abababab.webp', role: 'picture', bytes: 1, sha256 })
    await faultOf(() => save())
    expect(await openSaved(db, issueKeyOf(issue))).toEqual(issue)
    for (const { name } of issue.parts) expect(await readSavedPart(db, issue, name)).toBeDefined()
  })

  it('can be done by two tabs at once', async () => {
    await Promise.all([save(), save()])
    expect(await isSaved()).toBe(true)
    expect(await db.parts.count()).toBe(issue.parts.length)
  })
})

describe('a saved issue', () => {
  it('is deleted completely', async () => {
    await save()
    await deleteIssue(db, issueKeyOf(issue))
    expect(await db.parts.count()).toBe(0)
    expect(await isSaved()).toBe(false)
  })

  it('is decoded as if it came over the network', async () => {
    await save()
    await db.issues.update([issue.paper.id, issue.id], { issueJson: encode({ format: '1.0' }) })
    await expect(openSaved(db, issueKeyOf(issue))).rejects.toThrow(BundleError)
    const [part] = issue.parts
    if (!part) throw new Error('no part')
    await db.parts.update([issue.paper.id, issue.id, part.sha256], { bytes: new Uint8Array(part.bytes) })
    expect(await faultOf(() => readSavedPart(db, issue, part.name))).toMatchObject({ kind: 'wrong-digest' })
  })
})

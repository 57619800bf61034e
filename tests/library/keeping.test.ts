import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { decodeIssue, encode } from '@/bundle/codec'
import { issueId, paperId, type IssueId } from '@/bundle/ids'
import type { IssueKey } from '@/bundle/issue-key'
import type { IssueHttp } from '@/library/issue-http'
import { finishSaves, keepDrawn, saveNewest, updateSaved, type UpkeepContext } from '@/library/keep-current'
import { LibraryDb } from '@/library/library-db'
import type { NetworkKind } from '@/library/network-kind'
import { pinIssue, pruneIssues } from '@/library/prune-issues'
import { readOrRepairPart } from '@/library/read-part'
import { deleteIssue, saveIssue } from '@/library/save-issue'
import { saveOnce } from '@/library/save-once'
import { changePreferences, readPreferences } from '@/library/save-preferences'
import { countUnread, listShelf, markRead, openSaved, readSavedPart } from '@/library/saved-issues'
import { NoRoomError, storageFaultOf } from '@/library/storage-fault'
import { abandonSave, listUnfinished, pauseSave, removeLeftovers } from '@/library/unfinished-saves'
import { correctedIssue } from '../support/corrected-issue'
import { faultOf } from '../support/fault-of'
import { unlistedPartsIn } from '../support/library-state'
import { siteInMemory, type MemorySite } from '../support/memory-source'
import { smallIssue, type SmallIssue } from '../support/small-issue'

const paper = v.parse(paperId, 'small.example')
const idOf = (day: string): IssueId => v.parse(issueId, day)
const id = idOf('2026-01-05')
const key: IssueKey = { paper, issue: id }
const day = async (date: string): Promise<SmallIssue> => {
  const small = await smallIssue()
  return { ...small, issue: { ...small.issue, id: date, date } }
}

let db: LibraryDb
let site: MemorySite
beforeEach(async () => {
  site = siteInMemory([await smallIssue()])
  db = new LibraryDb(`keeping ${expect.getState().currentTestName}`)
})
afterEach(() => db.delete())

const signal = new AbortController().signal
const keeping = (network: NetworkKind = 'unknown', http = site.http): UpkeepContext => ({
  http,
  network,
  signal,
  now: () => 5,
})
const save = (over: Partial<Parameters<typeof saveIssue>[1]> = {}) =>
  saveIssue(db, { ...key, http: site.http, signal, now: () => 5, ...over })
const catalogOf = (http: IssueHttp) => http.catalog(signal)
const ids = async () => (await listShelf(db)).map(({ issue }) => issue)

describe('the host’s pages', () => {
  it('are kept of the seven newest issues of the paper, each in the revision that is saved', async () => {
    await save()
    const row = await db.issues.get([paper, id])
    if (!row) throw new Error('nothing is saved')
    for (let day = 10; day < 20; day++) await db.issues.put({ ...row, issue: idOf(`2026-02-${day}`), revision: day })
    await db.issues.put({ ...row, paper: v.parse(paperId, 'other.example'), issue: idOf('2026-03-01') })
    const kept: unknown[] = []
    const find = () => Promise.resolve(undefined)
    await keepDrawn(db, paper, { keep: async (saved) => void kept.push(...saved), find }, signal)
    expect(kept).toEqual([19, 18, 17, 16, 15, 14, 13].map((day) => ({ issue: `2026-02-${day}`, revision: day })))
  })
})

describe('an unfinished save', () => {
  const breakOff = async () => {
    site.isOnline = false
    await faultOf(() => save())
    site.isOnline = true
  }
  it('is remembered, and finished at the next start', async () => {
    await breakOff()
    expect(await listUnfinished(db)).toMatchObject([{ issue: id, isPaused: false }])
    await finishSaves(db, paper, keeping())
    expect(await listUnfinished(db)).toEqual([])
    expect(await ids()).toEqual([id])
  })
  it('stays paused if a person paused it', async () => {
    await breakOff()
    await pauseSave(db, key)
    await finishSaves(db, paper, keeping())
    expect(await listUnfinished(db)).toMatchObject([{ isPaused: true }])
    expect(await ids()).toEqual([])
  })
  it('leaves nothing when it is abandoned, and what was saved before stays', async () => {
    await save()
    const later = siteInMemory([await correctedIssue()])
    const missing = { ...later.http, part: async () => Promise.reject(new Error('gone')) }
    await expect(save({ http: missing })).rejects.toThrow()
    await abandonSave(db, key)
    expect(await unlistedPartsIn(db)).toBe(0)
    expect(await openSaved(db, key)).toMatchObject({ revision: 1 })
  })
  it('is abandoned at once if the issue is not what it should be', async () => {
    const foreign = { ...site.http, issueJson: async () => encode({ format: '1.0' }) }
    expect(await faultOf(() => save({ http: foreign }))).toMatchObject({ kind: 'wrong-shape' })
    expect(await listUnfinished(db)).toEqual([])
  })
  it('that an old version did not record is cleaned up', async () => {
    await save()
    const [part] = await db.parts.toArray()
    if (!part) throw new Error('no part')
    await db.parts.put({ ...part, issue: idOf('2020-01-01') })
    await removeLeftovers(db)
    expect(await db.parts.count()).toBe((await openSaved(db, key))?.parts.length)
  })
})

describe('room', () => {
  it('is checked before anything is fetched', async () => {
    const problem = await save({ freeBytes: async () => 10 }).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(NoRoomError)
    expect(storageFaultOf(problem)).toBe('full')
    expect(site.asked).toEqual(['issue.json'])
  })
  it('is not needed for parts that are already saved', async () => {
    await save()
    await save({ freeBytes: async () => 0 })
    expect(await ids()).toEqual([id])
  })
})

describe('a correction', () => {
  let later: MemorySite
  beforeEach(async () => {
    later = siteInMemory([await correctedIssue()])
    await save()
  })
  it('fetches only what changed, and says what that is', async () => {
    expect(await updateSaved(db, await catalogOf(later.http), keeping('unknown', later.http))).toEqual([id])
    const parts = later.asked.filter((file) => !/^(catalog|issue)\.json$/.test(file))
    expect(parts.map((file) => file.split('.')[0])).toEqual(['page-01'])
    expect((await db.issues.get([paper, id]))?.correction).toEqual({
      from: 1,
      to: 2,
      changed: ['bbb222'],
      withdrawn: ['ccc333'],
      added: [],
    })
    expect(await unlistedPartsIn(db)).toBe(0)
  })
  it('keeps the dated notice of a withdrawn article', async () => {
    await updateSaved(db, await catalogOf(later.http), keeping('unknown', later.http))
    later.isOnline = false
    expect((await openSaved(db, key))?.articles.find((article) => article.id === 'ccc333')).toMatchObject({
      withdrawn: { on: '2026-01-06', notice: '图片来源有误，已撤回。' },
    })
  })
  it('leaves the saved revision as it is when it fails', async () => {
    const failing = { ...later.http, part: site.http.part }
    await faultOf(async () => updateSaved(db, await catalogOf(later.http), keeping('unknown', failing)))
    const issue = await openSaved(db, key)
    expect(issue?.revision).toBe(1)
    for (const { name } of issue?.parts ?? []) if (issue) await readSavedPart(db, issue, name)
  })
  it('never replaces a newer revision with an older one', async () => {
    await updateSaved(db, await catalogOf(later.http), keeping('unknown', later.http))
    await save()
    expect((await openSaved(db, key))?.revision).toBe(2)
  })
})

describe('the newest issue', () => {
  const run = async (network: NetworkKind) => saveNewest(db, await catalogOf(site.http), keeping(network))
  it.each([
    [undefined, 'wifi', false],
    ['never', 'wifi', false],
    ['wifi', 'unknown', false],
    ['wifi', 'metered', false],
    ['wifi', 'wifi', true],
    ['always', 'metered', true],
  ] as const)('chosen %s over %s: saves itself %s', async (newest, network, isSaved) => {
    if (newest) await changePreferences(db, { newest })
    await run(network)
    expect(await ids()).toEqual(isSaved ? [id] : [])
  })
  it('counts as unread until it is opened', async () => {
    await changePreferences(db, { newest: 'always' })
    expect(await run('wifi')).toBe(id)
    expect(await countUnread(db)).toBe(1)
    await markRead(db, key)
    expect(await countUnread(db)).toBe(0)
  })
  it('is not saved again after it was deleted', async () => {
    await changePreferences(db, { newest: 'always' })
    await run('wifi')
    await deleteIssue(db, key)
    await run('wifi')
    expect(await ids()).toEqual([])
  })
  it('replaces old ones, but none that a person saved or pinned', async () => {
    const dates = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05']
    site = siteInMemory(await Promise.all(dates.map(day)))
    for (const date of dates) await save({ issue: idOf(date), isAutomatic: date !== '2026-01-01' })
    await pinIssue(db, { paper, issue: idOf('2026-01-02') }, true)
    expect(await pruneIssues(db, paper, 1)).toEqual(['2026-01-04', '2026-01-03'])
    expect(await ids()).toEqual(['2026-01-05', '2026-01-02', '2026-01-01'])
    await pinIssue(db, { paper, issue: idOf('2026-01-02') }, false)
    expect(await pruneIssues(db, paper, 1)).toEqual(['2026-01-02'])
    expect(await unlistedPartsIn(db)).toBe(0)
  })
  it('has preferences that survive damage', async () => {
    await db.preferences.put({ name: 'saving', value: { newest: 'sometimes', keep: -3 } })
    expect(await readPreferences(db)).toEqual({ keep: 14 })
  })
})

describe('a part', () => {
  const opened = async () => {
    const issue = await openSaved(db, key)
    if (!issue) throw new Error('not saved')
    return issue
  }
  const damage = async (index: number) => {
    const issue = await opened()
    const part = issue.parts[index]
    if (!part) throw new Error('no part')
    await db.parts.update([paper, id, part.sha256], { bytes: new Uint8Array(part.bytes) })
    return { issue, part }
  }
  it('that is damaged is fetched again, and only that part', async () => {
    await save()
    const { issue, part } = await damage(0)
    site.asked.length = 0
    await readOrRepairPart(db, { issue, name: part.name, http: site.http, signal })
    expect(site.asked).toEqual([part.name])
    expect(await readSavedPart(db, issue, part.name)).toBeDefined()
  })
  it('that is damaged is reported missing if there is no network', async () => {
    await save()
    const { issue, part } = await damage(0)
    site.isOnline = false
    expect(
      await faultOf(() => readOrRepairPart(db, { issue, name: part.name, http: site.http, signal })),
    ).toMatchObject({
      kind: 'unreachable',
    })
  })
  it('is not stored if its issue was deleted meanwhile', async () => {
    await save()
    const issue = await opened()
    await deleteIssue(db, key)
    await readOrRepairPart(db, { issue, name: issue.parts[0]?.name ?? expect.unreachable(), http: site.http, signal })
    expect(await db.parts.count()).toBe(0)
  })
})

describe('two saves of one issue at once', () => {
  it('both succeed in a browser without locks', async () => {
    await Promise.all([1, 2].map(() => saveOnce(db, { ...key, http: site.http, signal, now: () => 5 })))
    expect(await ids()).toEqual([id])
    expect(await listUnfinished(db)).toEqual([])
  })
  it('of two revisions end with the newer one complete', async () => {
    const later = siteInMemory([await correctedIssue()])
    await Promise.all([save(), save({ http: later.http })])
    const issue = await openSaved(db, key)
    expect(issue?.revision).toBe(2)
    for (const { name } of issue?.parts ?? []) if (issue) await readSavedPart(db, issue, name)
    expect(decodeIssue((await db.issues.toArray())[0]?.issueJson ?? new Uint8Array()).revision).toBe(2)
  })
})

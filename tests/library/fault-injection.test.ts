import 'fake-indexeddb/auto'
import { afterAll, describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { decodeIssue, encode } from '@/bundle/codec'
import { issueId, paperId } from '@/bundle/ids'
import type { IssueKey } from '@/bundle/issue-key'
import { importIssue } from '@/library/issue-file/import-issue'
import type { IssueHttp } from '@/library/issue-http'
import type { LibraryDb } from '@/library/library-db'
import { openLibrary } from '@/library/open-library'
import { pruneIssues } from '@/library/prune-issues'
import { deleteIssue, saveIssue } from '@/library/save-issue'
import { abandonSave, removeLeftovers } from '@/library/unfinished-saves'
import { correctedIssue } from '../support/corrected-issue'
import { faultKinds, inject, PageClosed, type FaultKind } from '../support/injected-faults'
import { stateOf, unlistedPartsIn } from '../support/library-state'
import { siteInMemory } from '../support/memory-source'
import { smallIssue } from '../support/small-issue'
import { entriesOf, plainZip } from '../support/zips'

const paper = v.parse(paperId, 'small.example')
const id = v.parse(issueId, '2026-01-05')
const key: IssueKey = { paper, issue: id }
const first = siteInMemory([await smallIssue()]).http
const second = siteInMemory([await correctedIssue()]).http
/** Three days of issues, for pruning. */
const days = await Promise.all(
  ['2026-01-03', '2026-01-04', '2026-01-05'].map(async (day) => {
    const small = await smallIssue()
    return { ...small, issue: { ...small.issue, id: day, date: day } }
  }),
)
const archive = siteInMemory(days).http

const save = (db: LibraryDb, http: IssueHttp, issue = id, isAutomatic = false) =>
  saveIssue(db, { paper, issue, http, signal: new AbortController().signal, now: () => 1, isAutomatic })
const file = plainZip(entriesOf(await smallIssue()))
const importIt = (db: LibraryDb) =>
  importIssue(db, { file, own: { id: paper, signing: {} }, signal: new AbortController().signal, now: () => 1 })
const saveAll = async (db: LibraryDb): Promise<void> => {
  for (const { issue } of days) await save(db, archive, v.parse(issueId, issue.id), true)
}

interface LibraryAction {
  readonly name: string
  readonly before: (db: LibraryDb) => Promise<unknown>
  readonly http: IssueHttp
  readonly run: (db: LibraryDb, http: IssueHttp) => Promise<unknown>
}

/** Actions that write to the library, each from an old state to a new one. A new action gets a row here. */
const actions: readonly LibraryAction[] = [
  { name: 'a save', before: async () => undefined, http: first, run: (db, http) => save(db, http) },
  {
    name: 'an update by revision',
    before: (db) => save(db, first),
    http: second,
    run: (db, http) => save(db, http),
  },
  { name: 'pruning', before: saveAll, http: archive, run: (db) => pruneIssues(db, paper, 1) },
  { name: 'a deletion', before: (db) => save(db, first), http: first, run: (db) => deleteIssue(db, key) },
  {
    name: 'abandoning a save',
    before: async (db) => {
      await save(db, first)
      await db.saves.put({ ...key, since: 1, isPaused: true, withLarge: true, isAutomatic: false })
    },
    http: first,
    run: (db) => abandonSave(db, key),
  },
  { name: 'importing a file', before: async () => undefined, http: first, run: importIt },
  {
    name: 'importing a file over an unfinished save',
    before: async (db) => {
      await db.saves.put({ ...key, since: 1, isPaused: false, withLarge: true, isAutomatic: true })
      const [part] = decodeIssue(encode((await correctedIssue()).issue)).parts
      if (part) await db.parts.put({ ...key, sha256: part.sha256, bytes: new Uint8Array(1) })
    },
    http: first,
    run: importIt,
  },
]

let round = 0
let tried = 0
/** Runs an action with one fault. Returns the library's state afterwards, and how many writes and fetches there were. */
const attempt = async ({ before, http, run }: LibraryAction, at: number, kind: FaultKind) => {
  const name = `injected ${++round}`
  const library = openLibrary(() => undefined, name)
  await library.run(before)
  const old = await library.run(stateOf)
  const injection = inject(at, kind, http)
  const ended = await Promise.race([
    library
      .run((db) => run(db, injection.http))
      .then(
        () => 'done' as const,
        (error: unknown) => (error instanceof PageClosed ? ('page closed' as const) : ('failed' as const)),
      ),
    injection.pageClosed,
  ])
  injection.end()
  const met = injection.met()
  library.close()
  // Restarted, as after a kill: the state now, then the same action without a fault.
  const fresh = openLibrary(() => undefined, name)
  const now = await fresh.run(stateOf)
  await fresh.run((db) => run(db, http))
  await fresh.run(removeLeftovers)
  const after = await fresh.run(stateOf)
  const unlisted = await fresh.run(unlistedPartsIn)
  const unfinished = await fresh.run((db) => db.saves.count())
  fresh.close()
  return { old, now, after, unlisted, unfinished, ended, met }
}

describe.each(actions)('$name', (action) => {
  it(
    'leaves the library in the old state or the new one, whatever fails wherever, and succeeds the next time',
    { timeout: 180_000 },
    async () => {
      const good = await attempt(action, 0, 'fail')
      expect(good).toMatchObject({ ended: 'done', unlisted: 0, unfinished: 0 })
      for (let at = 1; at <= good.met; at++)
        for (const kind of faultKinds) {
          tried++
          const what = `${kind} at ${at} of ${good.met}`
          const { old, now, after, unlisted, unfinished, ended } = await attempt(action, at, kind)
          expect([old, good.after], what).toContainEqual(now)
          if (ended === 'done') expect(now, what).toEqual(good.after)
          expect(after, what).toEqual(good.after)
          expect({ unlisted, unfinished }, what).toEqual({ unlisted: 0, unfinished: 0 })
        }
      expect(good.met).toBeGreaterThan(0)
    },
  )
})

afterAll(() => {
  process.stdout.write(`fault injection: ${tried} points tried\n`)
})

import type { Catalog, CatalogEntry } from '@/bundle/catalog'
import type { IssueId, PaperId } from '@/bundle/ids'
import type { PaperSigning } from '@/bundle/signature'
import type { DrawnPages } from './drawn-pages'
import type { IssueHttp } from './issue-http'
import type { LibraryDb } from './library-db'
import type { NetworkKind } from './network-kind'
import { pruneIssues } from './prune-issues'
import { issueRowKey } from './row-keys'
import { isSameBytes } from './saved-rows'
import { isUnproven } from './saved-issues'
import { changePreferences, readPreferences, type SavePreferences } from './save-preferences'
import { saveOnce } from './save-once'

/** What the library needs to act on its own, in a window or in a worker. */
export interface UpkeepContext {
  readonly http: IssueHttp
  /** The keys of the app's own paper, if it signs: nothing unsigned is saved then. */
  readonly signing?: PaperSigning | undefined
  readonly network: NetworkKind
  readonly signal: AbortSignal
  readonly now: () => number
  readonly freeBytes?: () => Promise<number | undefined>
}

/** A page has some 100 kB, and somebody without a network wants the papers of the last days. */
const drawnIssues = 7

/** Keeps what the host drew of the issues of the last days that are saved, and nothing else. */
export const keepDrawn = async (
  db: LibraryDb,
  paper: PaperId,
  drawn: DrawnPages,
  signal: AbortSignal,
): Promise<void> => {
  const keys = (await db.issues.toCollection().primaryKeys()).filter(([of]) => of === paper)
  const rows = await db.issues.bulkGet(keys.sort(([, a], [, b]) => (a < b ? 1 : -1)).slice(0, drawnIssues))
  const saved = rows.flatMap((row) => (row ? [{ issue: row.issue, revision: row.revision }] : []))
  await drawn.keep(saved, signal)
}

/** Whether large pictures are fetched without asking. */
const wantsLargeParts = ({ large }: SavePreferences, network: NetworkKind): boolean =>
  network === 'wifi' || large === 'always'

/** Whether the issue is the one that was saved last, or of an earlier day. Editions of a day may have any ids. */
const isNoNewerThan = ({ id, date }: CatalogEntry, last: string | undefined): boolean =>
  last !== undefined && (id === last || date < last.slice(0, 10))

/**
 * Saves the newest issue, if the person wants that over this network and has not deleted that issue before. Old issues
 * are pruned.
 * @returns the issue that was saved; undefined if none was
 * @throws as `saveIssue`
 */
export const saveNewest = async (
  db: LibraryDb,
  catalog: Catalog,
  context: UpkeepContext,
): Promise<IssueId | undefined> => {
  const preferences = await readPreferences(db)
  const [newest] = catalog.issues
  const isWanted = preferences.newest === 'always' || (preferences.newest === 'wifi' && context.network === 'wifi')
  if (!newest || !isWanted) return undefined
  if (isNoNewerThan(newest, preferences.lastNewest)) return undefined
  const key = { paper: catalog.paper.id, issue: newest.id }
  const isThere = (await db.issues.where('[paper+issue]').equals(issueRowKey(key)).count()) > 0
  if (!isThere)
    await saveOnce(db, {
      ...context,
      ...key,
      listed: newest,
      withLarge: wantsLargeParts(preferences, context.network),
      isAutomatic: true,
    })
  await changePreferences(db, { lastNewest: newest.id })
  await pruneIssues(db, key.paper, preferences.keep)
  return isThere ? undefined : newest.id
}

/**
 * Updates saved issues of which the catalogue has a newer revision; only changed parts are fetched.
 * @returns the issues that changed
 * @throws as `saveIssue`
 */
export const updateSaved = async (db: LibraryDb, catalog: Catalog, context: UpkeepContext): Promise<IssueId[]> => {
  const preferences = await readPreferences(db)
  const updated: IssueId[] = []
  for (const entry of catalog.issues) {
    const key = { paper: catalog.paper.id, issue: entry.id }
    const row = await db.issues.get(issueRowKey(key))
    if (!row) continue
    const isProven = !(await isUnproven(db, key, context.signing ?? {}))
    if (isProven && row.revision >= entry.revision) continue
    const isWithoutLarge = row.withheldBytes !== undefined && !wantsLargeParts(preferences, context.network)
    await saveOnce(db, {
      ...context,
      ...key,
      listed: entry,
      withLarge: !isWithoutLarge,
      ...(row.isPrunable && { isAutomatic: true }),
    })
    const after = await db.issues.get(issueRowKey(key))
    if (after && !isSameBytes(after.issueJson, row.issueJson)) updated.push(entry.id)
  }
  return updated
}

/** Resumes unfinished saves, except those that a person paused, where no page shows how far they are. @throws as `saveIssue` */
export const finishSaves = async (db: LibraryDb, paper: PaperId, context: UpkeepContext): Promise<void> => {
  for (const save of await db.saves.toArray()) {
    if (save.isPaused || save.paper !== paper) continue
    const { issue, withLarge: isLarge, isAutomatic } = save
    await saveOnce(db, { ...context, paper, issue, withLarge: isLarge, isAutomatic })
  }
}

/** Over Wi-Fi, fetches the large pictures that saved issues still wait for. @throws as `saveIssue` */
export const fetchWithheld = async (db: LibraryDb, paper: PaperId, context: UpkeepContext): Promise<void> => {
  if (context.network !== 'wifi') return
  const waiting: { readonly issue: IssueId; readonly isAutomatic: boolean }[] = []
  await db.issues.each((row) => {
    if (row.paper === paper && row.withheldBytes)
      waiting.push({ issue: row.issue, isAutomatic: row.isPrunable === true })
  })
  for (const { issue, isAutomatic } of waiting) await saveOnce(db, { ...context, paper, issue, isAutomatic })
}

import type { Catalog } from '@/bundle/catalog'
import type { IssueId, PaperId } from '@/bundle/ids'
import type { PaperSigning } from '@/bundle/signature'
import type { IssueHttp } from './issue-http'
import type { LibraryDb } from './library-db'
import type { NetworkKind } from './network-kind'
import { pruneIssues } from './prune-issues'
import { issueRowKey } from './row-keys'
import { changePreferences, readPreferences, type SavePreferences } from './save-preferences'
import { saveOnce } from './save-once'

/** What the library needs to act by itself, in a window or in a worker. */
export interface Keeping {
  readonly http: IssueHttp
  /** The keys of the app's own paper, where it signs: nothing comes in unsigned, unasked least of all. */
  readonly signing?: PaperSigning | undefined
  readonly network: NetworkKind
  readonly signal: AbortSignal
  readonly now: () => number
  readonly freeBytes?: () => Promise<number | undefined>
}

/** Whether large pictures are fetched unasked. */
const withLarge = ({ large }: SavePreferences, network: NetworkKind): boolean =>
  network === 'wifi' || large === 'always'

/**
 * Saves the newest issue if the person wants that, over this network, and has not deleted it again; old ones make room.
 * @returns the issue that was saved, or undefined
 * @throws as `saveIssue`
 */
export const saveNewest = async (db: LibraryDb, catalog: Catalog, keeping: Keeping): Promise<IssueId | undefined> => {
  const preferences = await readPreferences(db)
  const [newest] = catalog.issues
  const isWanted = preferences.newest === 'always' || (preferences.newest === 'wifi' && keeping.network === 'wifi')
  if (!newest || !isWanted) return undefined
  if (preferences.lastNewest !== undefined && newest.id <= preferences.lastNewest) return undefined
  const key = { paper: catalog.paper.id, issue: newest.id }
  const isThere = (await db.issues.where('[paper+issue]').equals(issueRowKey(key)).count()) > 0
  if (!isThere)
    await saveOnce(db, {
      ...keeping,
      ...key,
      withLarge: withLarge(preferences, keeping.network),
      isAutomatic: true,
    })
  await changePreferences(db, { lastNewest: newest.id })
  await pruneIssues(db, key.paper, preferences.keep)
  return isThere ? undefined : newest.id
}

/**
 * Brings saved issues up to date where the catalogue has a newer revision: only parts that changed are fetched.
 * @returns the issues that changed
 * @throws as `saveIssue`
 */
export const updateSaved = async (db: LibraryDb, catalog: Catalog, keeping: Keeping): Promise<IssueId[]> => {
  const preferences = await readPreferences(db)
  const updated: IssueId[] = []
  for (const entry of catalog.issues) {
    const key = { paper: catalog.paper.id, issue: entry.id }
    const row = await db.issues.get(issueRowKey(key))
    if (!row || row.revision >= entry.revision) continue
    const isSmall = row.withheldBytes !== undefined && !withLarge(preferences, keeping.network)
    await saveOnce(db, {
      ...keeping,
      ...key,
      withLarge: !isSmall,
      ...(row.isPrunable && { isAutomatic: true }),
    })
    const after = await db.issues.get(issueRowKey(key))
    if (after && after.revision > row.revision) updated.push(entry.id)
  }
  return updated
}

/**
 * Goes on with saves that were broken off, but not with those that a person paused; then, over Wi-Fi, with the large pictures
 * that saved issues still wait for.
 */
export const finishSaves = async (db: LibraryDb, paper: PaperId, keeping: Keeping): Promise<void> => {
  for (const save of await db.saves.toArray()) {
    if (save.isPaused || save.paper !== paper) continue
    const { issue, withLarge: isLarge, isAutomatic } = save
    await saveOnce(db, { ...keeping, paper, issue, withLarge: isLarge, isAutomatic })
  }
  if (keeping.network !== 'wifi') return
  const waiting: { readonly issue: IssueId; readonly isAutomatic: boolean }[] = []
  await db.issues.each((row) => {
    if (row.paper === paper && row.withheldBytes)
      waiting.push({ issue: row.issue, isAutomatic: row.isPrunable === true })
  })
  for (const { issue, isAutomatic } of waiting) await saveOnce(db, { ...keeping, paper, issue, isAutomatic })
}

import type { PaperId } from '@/bundle/ids'
import type { IssueKey } from '@/bundle/issue-key'
import { findPart } from '@/bundle/lookup'
import type { PaperSigning } from '@/bundle/signature'
import { openDrawnPages } from '@/library/drawn-pages'
import { fetchIssue } from '@/library/fetch-issue'
import type { IssueHttp } from '@/library/issue-http'
import { fetchWithheld, keepDrawn, saveNewest, updateSaved, type UpkeepContext } from '@/library/keep-current'
import { largePartsOf } from '@/library/large-parts'
import { networkKind, type NetworkKind } from '@/library/network-kind'
import type { LibraryDb } from '@/library/library-db'
import { openLibrary, type LibraryEvent } from '@/library/open-library'
import { openSavedTexts } from '@/library/open-saved-texts'
import { pinIssue } from '@/library/prune-issues'
import { readOrRepairPart } from '@/library/read-part'
import { openRow } from '@/library/open-row'
import { issueRowKey } from '@/library/row-keys'
import { deleteIssue } from '@/library/save-issue'
import { saveOnce } from '@/library/save-once'
import { changePreferences, readPreferences } from '@/library/save-preferences'
import {
  countUnread,
  dismissCorrection,
  isUnproven,
  listSaved,
  listShelf,
  markRead,
  newestSaved,
} from '@/library/saved-issues'
import type { ReadSavedTexts } from '@/library/saved-texts'
import { storageFaultOf } from '@/library/storage-fault'
import { freeBytes, storageUse } from '@/library/storage-use'
import { abandonSave, listUnfinished, pauseSave, removeLeftovers } from '@/library/unfinished-saves'
import { askToPersist, showUnread } from './browser-favours'
import type { LibraryCalls, SaveOrder } from './library-access'
import { registerMorningSave } from './morning-save'

/**
 * On an unknown network, pictures up to this size are saved without asking: enough for a typeset issue with all its
 * pictures.
 */
const unaskedBytes = 8 * 1024 * 1024

/** Whether to save large pictures, or their size if the reader has to be asked. */
const decideLarge = async (
  chosen: 'always' | 'wifi' | undefined,
  network: NetworkKind,
  largeBytes: () => Promise<number>,
): Promise<boolean | { readonly ask: number }> => {
  if (network === 'wifi' || chosen === 'always') return true
  if (network === 'metered' || chosen === 'wifi') return false
  const bytes = await largeBytes()
  return bytes <= unaskedBytes || { ask: bytes }
}

/** The library with its database, as the reader uses it. @param base path of the paper's site, if it has one */
export const createLibraryCalls = (
  http: IssueHttp,
  paper: PaperId,
  signing: PaperSigning,
  base?: string,
): LibraryCalls => {
  const listeners: ((event: LibraryEvent) => void)[] = []
  const { run } = openLibrary((event) => listeners.forEach((listener) => listener(event)))
  /** Undefined for another paper, whose site we don't ask. */
  const siteOf = (ofPaper: PaperId): IssueHttp | undefined => (ofPaper === paper ? http : undefined)
  const largeBytesOf = async (key: IssueKey, signal: AbortSignal): Promise<number> =>
    largePartsOf((await fetchIssue(http, { ...key, signing }, signal)).issue).reduce((sum, { bytes }) => sum + bytes, 0)

  const drawn = base === undefined ? undefined : openDrawnPages(new URL(base, location.href).href)
  const keepPages = async (): Promise<void> => {
    try {
      if (drawn) await run((db) => keepDrawn(db, paper, drawn, new AbortController().signal))
    } catch (error) {
      // Nothing depends on it, and the next round tries again.
      if (!storageFaultOf(error)) throw error
    }
  }

  const save: LibraryCalls['save'] = async ({
    key,
    signal,
    onProgress,
    withLarge,
    isChoice,
    isAutomatic,
  }: SaveOrder) => {
    if (isChoice && withLarge !== undefined)
      await run((db) => changePreferences(db, { large: withLarge ? 'always' : 'wifi' }))
    const { large, newest } = await run(readPreferences)
    const decided = withLarge ?? (await decideLarge(large, networkKind(), () => largeBytesOf(key, signal)))
    if (typeof decided === 'object') return { kind: 'ask', largeBytes: decided.ask }
    const request = { ...key, signing, http, signal, onProgress, freeBytes, now: Date.now }
    await run((db) => saveOnce(db, { ...request, withLarge: decided, isAutomatic: isAutomatic === true }))
    void keepPages()
    if (!isAutomatic) void askToPersist()
    return { kind: 'saved', isOffered: newest === undefined && !isAutomatic }
  }
  /** Kept, with what it caches, for as long as the database stays open. */
  let texts: { readonly db: LibraryDb; readonly read: ReadSavedTexts } | undefined
  const showBadge = async (): Promise<void> => showUnread(await run(countUnread))
  /** Not awaited: the page must not wait for an unread mark. */
  const noteOpened = async (key: IssueKey): Promise<void> => {
    await run((db) => markRead(db, key))
    await showBadge()
  }

  return {
    run,
    save,
    remove: async (key) => {
      await run((db) => deleteIssue(db, key))
      void keepPages()
    },
    pause: (key) => run((db) => pauseSave(db, key)),
    abandon: (key) => run((db) => abandonSave(db, key)),
    pin: (key, isPinned) => run((db) => pinIssue(db, key, isPinned)),
    list: () => run(listSaved),
    newest: () => run((db) => newestSaved(db, paper)),
    shelf: () => run(listShelf),
    open: async (key) => {
      const row = await run((db) => db.issues.get(issueRowKey(key)))
      const issue = row && (await openRow(row, signing))
      if (row?.isUnread) void noteOpened(key)
      return issue
    },
    noteOpened,
    isUnproven: (key) => run((db) => isUnproven(db, key, signing)),
    importFile: async (file, signal) => {
      const { importIssue } = await import('@/library/issue-file/import-issue')
      return run((db) => importIssue(db, { file, own: { id: paper, signing }, signal, now: Date.now }))
    },
    peekFile: async (file) => {
      const { peekIssue } = await import('@/library/issue-file/import-issue')
      return peekIssue(file, { id: paper, signing })
    },
    exportFile: async (key) => {
      const { exportIssue } = await import('@/library/issue-file/export-issue')
      const { signal } = new AbortController()
      return run((db) => exportIssue(db, { ...key, http: siteOf(key.paper), signal }))
    },
    part: async (issue, name) => {
      const site = siteOf(issue.paper.id)
      const { signal } = new AbortController()
      try {
        return await run((db) => readOrRepairPart(db, { issue, name, http: site, signal }))
      } catch (error) {
        // The database does not answer at all: the network has the part too.
        const entry = storageFaultOf(error) && findPart(issue, name)
        if (!entry || !site) throw error
        return site.part(issue.id, entry, signal)
      }
    },
    texts: () =>
      run(async (db) => {
        if (texts?.db !== db) texts = { db, read: openSavedTexts(db, (of) => (of === paper ? signing : {})) }
        return texts.read
      }),
    use: storageUse,
    preferences: () => run(readPreferences),
    choose: async (change) => {
      const preferences = await run((db) => changePreferences(db, change))
      await registerMorningSave(preferences.newest)
      return preferences
    },
    dismissCorrection: (key) => run((db) => dismissCorrection(db, key)),
    news: () =>
      run(async (db) => {
        const rows = await db.issues.toArray()
        const saved = rows.map(({ paper: ofPaper, issue }) => ({ paper: ofPaper, issue }))
        const corrections = rows.flatMap(({ paper: ofPaper, issue, correction }) =>
          correction && ofPaper === paper ? [{ key: { paper, issue }, correction }] : [],
        )
        const unfinished = (await listUnfinished(db)).filter((one) => one.paper === paper)
        return { saved, unfinished, corrections }
      }),
    tidy: () => run(removeLeftovers),
    refresh: async (signal) => {
      const catalog = await http.catalog(signal)
      const context: UpkeepContext = { http, signing, network: networkKind(), signal, freeBytes, now: Date.now }
      await run((db) => updateSaved(db, catalog, context))
      await run((db) => saveNewest(db, catalog, context))
      await run((db) => fetchWithheld(db, paper, context))
      await keepPages()
      await showBadge()
      await registerMorningSave((await run(readPreferences)).newest)
    },
    onEvent: (listener) => void listeners.push(listener),
  }
}

import type { PaperSigning } from '@/bundle/signature'
import { createIssueHttp } from '@/library/issue-http'
import { openDrawnPages } from '@/library/drawn-pages'
import {
  fetchWithheld,
  finishSaves,
  keepDrawn,
  saveNewest,
  updateSaved,
  type UpkeepContext,
} from '@/library/keep-current'
import { networkKind } from '@/library/network-kind'
import { openLibrary } from '@/library/open-library'
import { countUnread } from '@/library/saved-issues'
import { freeBytes } from '@/library/storage-use'
import { dataPath } from '@/library/app-paths'

/**
 * What the library does while no page is open: it finishes unfinished saves, updates saved issues, saves the newest one if
 * the person wants that, and fetches pictures that waited for Wi-Fi. What fails is tried again when the browser next wakes the worker.
 * @param scope the worker's scope, below which the paper's data is
 * @param signing the paper's keys, if it signs
 */
export const saveNewestInBackground = async (scope: string, signing: PaperSigning): Promise<void> => {
  const library = openLibrary(() => undefined)
  const { signal } = new AbortController()
  const http = createIssueHttp(new URL(dataPath, scope).href)
  const context: UpkeepContext = { http, signing, network: networkKind(), signal, freeBytes, now: Date.now }
  try {
    const catalog = await http.catalog(signal)
    await library.run((db) => finishSaves(db, catalog.paper.id, context))
    await library.run((db) => updateSaved(db, catalog, context))
    await library.run((db) => saveNewest(db, catalog, context))
    await library.run((db) => fetchWithheld(db, catalog.paper.id, context))
    await library.run((db) => keepDrawn(db, catalog.paper.id, openDrawnPages(scope), signal))
    const unread = await library.run(countUnread)
    if (unread > 0) await navigator.setAppBadge?.(unread)
  } finally {
    library.close()
  }
}

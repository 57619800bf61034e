import type { PaperSigning } from '@/bundle/signature'
import { createIssueHttp } from '@/library/issue-http'
import { finishSaves, saveNewest, updateSaved, type Keeping } from '@/library/keep-current'
import { networkKind } from '@/library/network-kind'
import { openLibrary } from '@/library/open-library'
import { countUnread } from '@/library/saved-issues'
import { freeBytes } from '@/library/storage-use'
import { dataPath } from '@/library/worker-names'

/**
 * What the library does when no page is open: broken saves are finished, saved issues brought up to date, the newest saved where
 * the person wants that. What fails is tried again the next time the browser wakes the worker.
 * @param scope the worker's scope, below which the data lie
 * @param signing the paper's keys, where it signs
 */
export const saveNewestUnseen = async (scope: string, signing: PaperSigning): Promise<void> => {
  const library = openLibrary(() => undefined)
  const { signal } = new AbortController()
  const http = createIssueHttp(new URL(dataPath, scope).href)
  const keeping: Keeping = { http, signing, network: networkKind(), signal, freeBytes, now: Date.now }
  try {
    const catalog = await http.catalog(signal)
    await library.run((db) => finishSaves(db, catalog.paper.id, keeping))
    await library.run((db) => updateSaved(db, catalog, keeping))
    await library.run((db) => saveNewest(db, catalog, keeping))
    const unread = await library.run(countUnread)
    if (unread > 0) await navigator.setAppBadge?.(unread)
  } finally {
    library.close()
  }
}

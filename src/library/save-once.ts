import { withIssueLock } from './issue-lock'
import type { LibraryDb } from './library-db'
import { issueRowKey } from './row-keys'
import { listenToProgress, announceProgress } from './save-channel'
import { saveIssue, type SaveRequest } from './save-issue'

/**
 * Saves an issue once, even if several tabs ask for it: one tab does the work, the others show its progress and then
 * find the issue saved. If the first tab fails, the next one continues from there.
 * @throws as `saveIssue`
 */
export const saveOnce = async (db: LibraryDb, request: SaveRequest): Promise<void> => {
  const { signal, onProgress } = request
  const before = await db.issues.get(issueRowKey(request))
  let stopListening = (): void => undefined
  const onWait = (): void => {
    stopListening = listenToProgress(request, (progress) => onProgress?.(progress))
  }
  try {
    await withIssueLock(request, { signal, onWait }, async ({ hasWaited }) => {
      stopListening()
      if (hasWaited) {
        const row = await db.issues.get(issueRowKey(request))
        const isAllThere = row !== undefined && (row.withheldBytes === undefined || request.withLarge === false)
        const isDone = isAllThere && (before === undefined || row.revision > before.revision)
        if (isDone && !(await db.saves.get(issueRowKey(request)))) return
      }
      const { announce, end } = announceProgress(request)
      try {
        await saveIssue(db, {
          ...request,
          onProgress: (progress) => {
            announce(progress)
            onProgress?.(progress)
          },
        })
      } finally {
        end()
      }
    })
  } finally {
    stopListening()
  }
}

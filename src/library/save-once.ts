import { withIssueLock } from './issue-lock'
import type { LibraryDb } from './library-db'
import { issueRowKey } from './row-keys'
import { hearProgress, tellProgress } from './save-channel'
import { saveIssue, type SaveRequest } from './save-issue'

/**
 * Saves an issue once, however many tabs ask for it: one does the work, the others show how far it is and then find it done.
 * Where the first fails, the next one goes on from there.
 * @throws as `saveIssue`
 */
export const saveOnce = async (db: LibraryDb, request: SaveRequest): Promise<void> => {
  const { signal, onProgress } = request
  const before = await db.issues.get(issueRowKey(request))
  let stopHearing = (): void => undefined
  const onWait = (): void => {
    stopHearing = hearProgress(request, (progress) => onProgress?.(progress))
  }
  try {
    await withIssueLock(request, { signal, onWait }, async ({ hasWaited }) => {
      stopHearing()
      if (hasWaited) {
        const row = await db.issues.get(issueRowKey(request))
        const isAllThere = row !== undefined && (row.withheldBytes === undefined || request.withLarge === false)
        const isDone = isAllThere && (before === undefined || row.revision > before.revision)
        if (isDone && !(await db.saves.get(issueRowKey(request)))) return
      }
      const { tell, end } = tellProgress(request)
      try {
        await saveIssue(db, {
          ...request,
          onProgress: (progress) => {
            tell(progress)
            onProgress?.(progress)
          },
        })
      } finally {
        end()
      }
    })
  } finally {
    stopHearing()
  }
}

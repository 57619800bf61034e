import { withIssueLock } from './issue-lock'
import type { LibraryDb } from './library-db'
import { hearProgress, tellProgress } from './save-channel'
import { saveIssue, type SaveRequest } from './save-issue'

/**
 * Saves an issue once, however many tabs ask for it: one does the work, the others show how far it is and then find it done.
 * Where the first fails, the next one goes on from there.
 * @throws as `saveIssue`
 */
export const saveOnce = async (db: LibraryDb, request: SaveRequest): Promise<void> => {
  const { paper, issue, signal, onProgress } = request
  const before = await db.issues.get([paper, issue])
  let stopHearing = (): void => undefined
  const onWait = (): void => {
    stopHearing = hearProgress(paper, issue, (progress) => onProgress?.(progress))
  }
  try {
    await withIssueLock(`${paper}/${issue}`, { signal, onWait }, async ({ hasWaited }) => {
      stopHearing()
      if (hasWaited) {
        const row = await db.issues.get([paper, issue])
        const isAllThere = row !== undefined && (row.withheldBytes === undefined || request.withLarge === false)
        const isDone = isAllThere && (before === undefined || row.revision > before.revision)
        if (isDone && !(await db.saves.get([paper, issue]))) return
      }
      const { tell, end } = tellProgress(paper, issue)
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

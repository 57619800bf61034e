import type { PaperId } from '@/bundle/ids'
import type { PaperSigning } from '@/bundle/signature'
import type { IssueHttp } from '@/library/issue-http'
import { deleteIssue, saveIssue } from '@/library/save-issue'
import { isFromFile, listSaved, openSaved, readSavedPart } from '@/library/saved-issues'
import type { LibraryDb } from '@/library/library-db'
import type { LibraryAccess } from './library-access'

/** The library of this browser. Dexie is loaded at the first call, not before: a page from the network needs none of it. */
export const createLibraryAccess = (http: IssueHttp, paper: PaperId, signing: PaperSigning = {}): LibraryAccess => {
  let opened: Promise<LibraryDb> | undefined
  const db = (): Promise<LibraryDb> => (opened ??= import('@/library/library-db').then(({ LibraryDb: Db }) => new Db()))
  return {
    paper,
    save: async (issue, signal, onProgress) =>
      saveIssue(await db(), { paper, issue, signing, http, signal, onProgress, now: Date.now }),
    remove: async (ofPaper, issue) => deleteIssue(await db(), ofPaper, issue),
    list: async () => listSaved(await db()),
    open: async (issue) => openSaved(await db(), paper, issue, signing),
    isUnproven: async (issue) => !signing.keys && (await isFromFile(await db(), paper, issue)),
    importFile: async (file, signal) => {
      const { importIssue } = await import('@/library/issue-file/import-issue')
      return importIssue(await db(), { file, own: { id: paper, signing }, signal, now: Date.now })
    },
    exportFile: async (ofPaper, issue) => {
      const { exportIssue } = await import('@/library/issue-file/export-issue')
      return exportIssue(await db(), ofPaper, issue)
    },
    part: async (issue, name) => readSavedPart(await db(), issue, name),
  }
}

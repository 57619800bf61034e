import type { InjectionKey } from 'vue'
import type { IssueId, PaperId, PartName } from '@/bundle/ids'
import type { Issue } from '@/bundle/issue'
import type { Imported } from '@/library/issue-file/import-issue'
import type { SaveProgress } from '@/library/save-issue'
import type { SavedIssue } from '@/library/saved-issues'

/** What the reader asks of the library; loaded with its database when first asked. */
export interface LibraryAccess {
  /** The paper that this library is asked for: the app's own, or the one of a foreign issue. */
  readonly paper: PaperId
  readonly save: (issue: IssueId, signal: AbortSignal, onProgress: (progress: SaveProgress) => void) => Promise<void>
  readonly remove: (paper: PaperId, issue: IssueId) => Promise<void>
  readonly list: () => Promise<SavedIssue[]>
  readonly open: (issue: IssueId) => Promise<Issue | undefined>
  /** Whether the issue came in as a file and its paper does not sign: nobody can say who made it. */
  readonly isUnproven: (issue: IssueId) => Promise<boolean>
  /** Takes an issue's file in. @throws IssueFileError */
  readonly importFile: (file: Blob, signal: AbortSignal) => Promise<Imported>
  /** A saved issue as one file. */
  readonly exportFile: (paper: PaperId, issue: IssueId) => Promise<Blob>
  readonly part: (issue: Issue, name: PartName) => Promise<Uint8Array<ArrayBuffer>>
}

export const libraryAccessKey: InjectionKey<LibraryAccess> = Symbol('library')

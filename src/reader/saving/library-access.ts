import type { InjectionKey } from 'vue'
import type { IssueId, PaperId, PartName } from '@/bundle/ids'
import type { Issue } from '@/bundle/issue'
import type { SaveProgress } from '@/library/save-issue'
import type { SavedIssue } from '@/library/saved-issues'
import type { ReadSavedTexts } from '@/library/saved-texts'

/** What the reader asks of the library; loaded with its database when first asked. */
export interface LibraryAccess {
  readonly save: (issue: IssueId, signal: AbortSignal, onProgress: (progress: SaveProgress) => void) => Promise<void>
  readonly remove: (paper: PaperId, issue: IssueId) => Promise<void>
  readonly list: () => Promise<SavedIssue[]>
  readonly open: (issue: IssueId) => Promise<Issue | undefined>
  readonly part: (issue: Issue, name: PartName) => Promise<Uint8Array<ArrayBuffer>>
  /** Reads the texts of saved issues, for search. */
  readonly texts: () => Promise<ReadSavedTexts>
}

export const libraryAccessKey: InjectionKey<LibraryAccess> = Symbol('library')

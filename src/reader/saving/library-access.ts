import type { InjectionKey } from 'vue'
import type { IssueId, PaperId, PartName } from '@/bundle/ids'
import type { Issue } from '@/bundle/issue'
import type { IssueKey } from '@/bundle/issue-key'
import type { Correction, UnfinishedSaveRow } from '@/library/library-db'
import type { Imported } from '@/library/issue-file/import-issue'
import type { Library, LibraryEvent } from '@/library/open-library'
import type { SaveProgress } from '@/library/save-issue'
import type { SavePreferences } from '@/library/save-preferences'
import type { SavedIssue, ShelfEntry } from '@/library/saved-issues'
import type { ReadSavedTexts } from '@/library/saved-texts'
import type { StorageUse } from '@/library/storage-use'

export interface SaveOrder {
  readonly key: IssueKey
  readonly signal: AbortSignal
  readonly onProgress: (progress: SaveProgress) => void
  /** Whether large pictures come too. Absent: as the network and the preferences say. */
  readonly withLarge?: boolean | undefined
  /** A person said so just now: remembered, and not asked again. */
  readonly isChoice?: boolean | undefined
  readonly isAutomatic?: boolean | undefined
}

export type SaveEnd =
  /** `isOffered` where the person was never asked whether the newest issue is to save itself. */
  | { readonly kind: 'saved'; readonly isOffered: boolean }
  /** Large pictures of so many bytes, over a network of which the browser does not tell what it is. Nothing was saved. */
  | { readonly kind: 'ask'; readonly largeBytes: number }

/** What became of the library since the app was last open. */
export interface LibraryNews {
  readonly saved: readonly IssueKey[]
  readonly unfinished: readonly UnfinishedSaveRow[]
  readonly corrections: readonly { readonly key: IssueKey; readonly correction: Correction }[]
}

/** Everything that the library does, once it is loaded. */
export interface LibraryCalls {
  /** Calls with the database, for what others keep in it. */
  readonly run: Library['run']
  readonly save: (order: SaveOrder) => Promise<SaveEnd>
  readonly remove: (key: IssueKey) => Promise<void>
  readonly pause: (key: IssueKey) => Promise<void>
  readonly abandon: (key: IssueKey) => Promise<void>
  readonly pin: (key: IssueKey, isPinned: boolean) => Promise<void>
  readonly list: () => Promise<SavedIssue[]>
  /** The newest saved issue of this paper. */
  readonly newest: () => Promise<IssueId | undefined>
  readonly shelf: () => Promise<ShelfEntry[]>
  /** Verified, where the paper signs. @throws BundleError */
  readonly open: (key: IssueKey) => Promise<Issue | undefined>
  /** Whether the issue came in as a file and its paper does not sign: nobody can say who made it. */
  readonly isUnproven: (key: IssueKey) => Promise<boolean>
  /** Takes an issue's file in. @throws IssueFileError */
  readonly importFile: (file: Blob, signal: AbortSignal) => Promise<Imported>
  /** A saved issue as one file. */
  readonly exportFile: (key: IssueKey) => Promise<Blob>
  readonly part: (issue: Issue, name: PartName) => Promise<Uint8Array<ArrayBuffer>>
  /** Reads the texts of saved issues, for search. */
  readonly texts: () => Promise<ReadSavedTexts>
  readonly use: () => Promise<StorageUse | undefined>
  readonly preferences: () => Promise<SavePreferences>
  readonly choose: (change: Partial<SavePreferences>) => Promise<SavePreferences>
  readonly dismissCorrection: (key: IssueKey) => Promise<void>
  readonly news: () => Promise<LibraryNews>
  /** Removes what broken saves left behind. */
  readonly tidy: () => Promise<void>
  /** Asks the site: brings saved issues up to date, saves the newest where that is wanted, counts the unread. */
  readonly refresh: (signal: AbortSignal) => Promise<void>
  readonly onEvent: (listener: (event: LibraryEvent) => void) => void
}

/** What the first page asks of the library, and the way to the rest of it; loaded with its database when first asked. */
export interface LibraryAccess extends Pick<LibraryCalls, 'list' | 'open' | 'isUnproven' | 'part' | 'texts'> {
  /** The paper that this library is asked for: the app's own, or the one of a foreign issue. */
  readonly paper: PaperId
  readonly calls: () => Promise<LibraryCalls>
}

export const libraryAccessKey: InjectionKey<LibraryAccess> = Symbol('library')

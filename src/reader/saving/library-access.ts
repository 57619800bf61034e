import type { InjectionKey } from 'vue'
import type { IssueId, PaperId, PartName } from '@/bundle/ids'
import type { Issue } from '@/bundle/issue'
import type { IssueKey } from '@/bundle/issue-key'
import type { Correction, UnfinishedSaveRow } from '@/library/library-db'
import type { Imported, PeekedFile } from '@/library/issue-file/import-issue'
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
  /** Whether large pictures are saved too. If absent, the network and the preferences decide. */
  readonly withLarge?: boolean | undefined
  /** The reader has just chosen this: it is remembered, and the question is not asked again. */
  readonly isChoice?: boolean | undefined
  readonly isAutomatic?: boolean | undefined
}

export type SaveEnd =
  /** `isOffered` if the reader was never asked whether the newest issue should be saved automatically. */
  | { readonly kind: 'saved'; readonly isOffered: boolean }
  /**
   * The reader has to decide about large pictures of this size, because the browser does not tell the kind of network.
   * Nothing was saved.
   */
  | { readonly kind: 'ask'; readonly largeBytes: number }

/** What happened to the library since the app was last open. */
export interface LibraryNews {
  readonly saved: readonly IssueKey[]
  readonly unfinished: readonly UnfinishedSaveRow[]
  readonly corrections: readonly { readonly key: IssueKey; readonly correction: Correction }[]
}

/** Everything that the library can do once it is loaded. */
export interface LibraryCalls {
  /** Runs a call with the database, for features that store data of their own in it. */
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
  /** Verified if the paper signs. @throws BundleError */
  readonly open: (key: IssueKey) => Promise<Issue | undefined>
  /** Remembers that an issue was opened. */
  readonly noteOpened: (key: IssueKey) => Promise<void>
  /** Whether the issue was imported from a file and its paper does not sign, so that its origin can't be proved. */
  readonly isUnproven: (key: IssueKey) => Promise<boolean>
  /** Imports an issue's file. @throws IssueFileError */
  readonly importFile: (file: Blob, signal: AbortSignal) => Promise<Imported>
  /** Looks into an issue's file. @throws IssueFileError */
  readonly peekFile: (file: Blob) => Promise<PeekedFile>
  /** Exports a saved issue as one file. */
  readonly exportFile: (key: IssueKey) => Promise<Blob>
  readonly part: (issue: Issue, name: PartName) => Promise<Uint8Array<ArrayBuffer>>
  /** Reads the texts of saved issues, for search. */
  readonly texts: () => Promise<ReadSavedTexts>
  readonly use: () => Promise<StorageUse | undefined>
  readonly preferences: () => Promise<SavePreferences>
  readonly choose: (change: Partial<SavePreferences>) => Promise<SavePreferences>
  readonly dismissCorrection: (key: IssueKey) => Promise<void>
  readonly news: () => Promise<LibraryNews>
  /** Removes what interrupted saves left behind. */
  readonly tidy: () => Promise<void>
  /**
   * Asks the site: updates saved issues, saves the newest if the reader wants that, fetches what waited for Wi-Fi, counts the
   * unread.
   */
  readonly refresh: (signal: AbortSignal) => Promise<void>
  readonly onEvent: (listener: (event: LibraryEvent) => void) => void
}

/** What the first page needs of the library, with access to the rest. Loaded with its database on first use. */
export interface LibraryAccess extends Pick<LibraryCalls, 'list' | 'open' | 'isUnproven' | 'part' | 'texts'> {
  /** The paper that this library serves: the app's own, or the one of a foreign issue. */
  readonly paper: PaperId
  readonly calls: () => Promise<LibraryCalls>
}

export const libraryAccessKey: InjectionKey<LibraryAccess> = Symbol('library')

import { Dexie, type Table, type Transaction } from 'dexie'
import { decodeIssue } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { ArticleId, Sha256 } from '@/bundle/ids'
import type { Issue } from '@/bundle/issue'
import type { IssueKey } from '@/bundle/issue-key'
import type { Bookmark, ReadingPlace } from './reading-rows'
import type { ArticleRowKey, IssueRowKey, PartRowKey } from './row-keys'

/** What a list shows of an issue without decoding it. */
export interface IssueSummary {
  readonly paperName: string
  readonly date: string
  readonly edition?: string
  readonly weekday?: string
  readonly lunarDate?: string
}

/** What a newer revision changed in a saved issue. */
export interface Correction {
  readonly from: number
  readonly to: number
  readonly changed: readonly ArticleId[]
  readonly withdrawn: readonly ArticleId[]
  readonly added: readonly ArticleId[]
}

/**
 * A saved issue. The row is written last: where it stands, every part stands but those that wait for Wi-Fi. Keyed by paper
 * and issue. [B2]
 */
export interface SavedIssueRow extends IssueKey {
  /** The exact bytes of issue.json, decoded anew at every opening. */
  readonly issueJson: Uint8Array<ArrayBuffer>
  /** The bytes of issue.sig, so that what is saved can be verified without a network. */
  readonly signature?: Uint8Array<ArrayBuffer>
  /** It came in as a file, not from the paper's site. */
  readonly isFromFile?: boolean
  readonly revision: number
  /** Sum of issue.json and all parts that are saved. */
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly savedAt: number
  /** Absent on a row that nobody summed up: it is decoded for a list. */
  readonly summary?: IssueSummary
  /** It saved itself, and goes by itself when newer ones come. Absent on what a person saved or wants to keep. */
  readonly isPrunable?: true
  /** It saved itself and nobody has opened it yet. */
  readonly isUnread?: true
  /** Sum of the parts that wait for Wi-Fi; absent where all are here. */
  readonly withheldBytes?: number
  /** The last correction, until the reader was told. */
  readonly correction?: Correction
}

/** One part's bytes, verified before they were written; known by its content, as every part is. [B5] */
export interface SavedPartRow extends IssueKey {
  readonly sha256: Sha256
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A save that was begun and has not come to its end. */
export interface UnfinishedSaveRow extends IssueKey {
  /** Milliseconds since 1970. */
  readonly since: number
  /** A person stopped it for a while; it goes on at their word only. */
  readonly isPaused: boolean
  /** Whether the parts that may wait for Wi-Fi are wanted too. */
  readonly withLarge: boolean
  readonly isAutomatic: boolean
}

/** Something the library was told, by name; decoded when it is read. */
export interface PreferenceRow {
  readonly name: string
  readonly value: unknown
}

export const summaryOf = ({ paper, date, edition, masthead: { weekday, lunarDate } }: Issue): IssueSummary => ({
  paperName: paper.name,
  date,
  ...(edition && { edition }),
  ...(weekday && { weekday }),
  ...(lunarDate && { lunarDate }),
})

/** A row that does not decode stays as it is: nothing is lost by an upgrade, and opening it says what is wrong. */
const addSummaries = (transaction: Transaction): PromiseLike<unknown> =>
  transaction
    .table<SavedIssueRow>('issues')
    .toCollection()
    .modify((row, at) => {
      try {
        at.value = { ...row, summary: summaryOf(decodeIssue(row.issueJson)) }
      } catch (error) {
        if (!(error instanceof BundleError)) throw error
      }
    })

/** One version of the database: the stores that it adds or changes, and what it does to what the version before it wrote. */
export interface LibraryVersion {
  readonly stores: Readonly<Record<string, string>>
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>
}

/** In order; one that was released is never edited. */
export const libraryVersions: readonly LibraryVersion[] = [
  { stores: { issues: '[paper+issue], savedAt', parts: '[paper+issue+sha256], [paper+issue]' } },
  { stores: { saves: '[paper+issue]', preferences: 'name' }, upgrade: addSummaries },
  { stores: { readings: '[paper+issue+article], readAt', bookmarks: '[paper+issue+article], markedAt' } },
]

export const libraryName = 'banmian-library'

export class LibraryDb extends Dexie {
  readonly issues!: Table<SavedIssueRow, IssueRowKey>
  readonly parts!: Table<SavedPartRow, PartRowKey>
  readonly saves!: Table<UnfinishedSaveRow, IssueRowKey>
  readonly preferences!: Table<PreferenceRow, string>
  /** Where the reader is in articles. */
  readonly readings!: Table<ReadingPlace, ArticleRowKey>
  readonly bookmarks!: Table<Bookmark, ArticleRowKey>

  constructor(name = libraryName, versions = libraryVersions) {
    super(name, { chromeTransactionDurability: 'strict' })
    versions.forEach(({ stores, upgrade }, index) => {
      const version = this.version(index + 1).stores(stores)
      if (upgrade) version.upgrade(upgrade)
    })
  }
}

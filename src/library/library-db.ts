import { Dexie, type Table, type Transaction } from 'dexie'
import { decodeIssue } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { ArticleId, Sha256 } from '@/bundle/ids'
import type { Issue } from '@/bundle/issue'
import type { IssueKey } from '@/bundle/issue-key'
import type { Bookmark, ReadingPlace } from './reading-rows'
import { libraryName, type ArticleRowKey, type IssueRowKey, type PartRowKey } from './row-keys'

/** What a list shows of an issue, so that it need not be decoded. */
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
 * A saved issue. The row is written last: if it exists, so do all parts, except those that wait for Wi-Fi. Keyed by
 * paper and issue. [B2]
 */
export interface SavedIssueRow extends IssueKey {
  /** The exact bytes of issue.json, decoded each time the issue is opened. */
  readonly issueJson: Uint8Array<ArrayBuffer>
  /** The bytes of issue.sig, so that a saved issue can be verified offline. */
  readonly signature?: Uint8Array<ArrayBuffer>
  /** It was imported from a file, not fetched from the paper's site. */
  readonly isFromFile?: boolean
  readonly revision: number
  /** Size of issue.json and all saved parts. */
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly savedAt: number
  /** Absent on rows that have none yet: lists decode those issues. */
  readonly summary?: IssueSummary
  /** It was saved automatically, and newer ones will replace it. Absent if a person saved it or wants to keep it. */
  readonly isPrunable?: true
  /** It was saved automatically, and nobody has opened it yet. */
  readonly isUnread?: true
  /** Size of the parts that wait for Wi-Fi; absent if none does. */
  readonly withheldBytes?: number
  /** The latest correction, until the reader has seen it. */
  readonly correction?: Correction
}

/** The bytes of a part, verified before they were written and identified by their digest. [B5] */
export interface SavedPartRow extends IssueKey {
  readonly sha256: Sha256
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A save that has begun and not ended. */
export interface UnfinishedSaveRow extends IssueKey {
  /** Milliseconds since 1970. */
  readonly since: number
  /** A person paused it; only a person resumes it. */
  readonly isPaused: boolean
  /** Whether it includes the parts that may wait for Wi-Fi. */
  readonly withLarge: boolean
  readonly isAutomatic: boolean
}

/** A named preference of the library; decoded when it is read. */
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

/** A row that can't be decoded stays as it is: an upgrade loses nothing, and opening the issue shows what is wrong. */
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

/** A version of the database: the stores it adds or changes, and how it upgrades what the previous version wrote. */
export interface LibraryVersion {
  readonly stores: Readonly<Record<string, string>>
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>
}

/** In order. A released version is never edited. */
export const libraryVersions: readonly LibraryVersion[] = [
  { stores: { issues: '[paper+issue], savedAt', parts: '[paper+issue+sha256], [paper+issue]' } },
  { stores: { saves: '[paper+issue]', preferences: 'name' }, upgrade: addSummaries },
  { stores: { readings: '[paper+issue+article], readAt', bookmarks: '[paper+issue+article], markedAt' } },
]

export class LibraryDb extends Dexie {
  readonly issues!: Table<SavedIssueRow, IssueRowKey>
  readonly parts!: Table<SavedPartRow, PartRowKey>
  readonly saves!: Table<UnfinishedSaveRow, IssueRowKey>
  readonly preferences!: Table<PreferenceRow, string>
  /** How far articles have been read. */
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

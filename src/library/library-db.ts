import { Dexie, type Table } from 'dexie'
import type { IssueId, PaperId, Sha256 } from '@/bundle/ids'

/** A saved issue. The row is written last: where it stands, every part stands. Keyed by paper and issue. [B2] */
export interface SavedIssueRow {
  readonly paper: PaperId
  readonly issue: IssueId
  /** The exact bytes of issue.json, decoded anew at every opening. */
  readonly issueJson: Uint8Array<ArrayBuffer>
  /** The bytes of issue.sig, so that what is saved can be verified without a network. */
  readonly signature?: Uint8Array<ArrayBuffer>
  /** It came in as a file, not from the paper's site. */
  readonly isFromFile?: boolean
  readonly revision: number
  /** Sum of issue.json and all parts. */
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly savedAt: number
}

/** One part's bytes, verified before they were written; known by its content, as every part is. [B5] */
export interface SavedPartRow {
  readonly paper: PaperId
  readonly issue: IssueId
  readonly sha256: Sha256
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Dexie versions in order; one that was released is never edited. */
const versions: readonly Readonly<Record<string, string>>[] = [
  { issues: '[paper+issue], savedAt', parts: '[paper+issue+sha256], [paper+issue]' },
]

export class LibraryDb extends Dexie {
  readonly issues!: Table<SavedIssueRow, [PaperId, IssueId]>
  readonly parts!: Table<SavedPartRow, [PaperId, IssueId, Sha256]>

  constructor(name = 'banmian-library') {
    super(name, { chromeTransactionDurability: 'strict' })
    versions.forEach((stores, index) => this.version(index + 1).stores(stores))
  }
}

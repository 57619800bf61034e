import { Dexie, type Table } from 'dexie'
import * as v from 'valibot'
import { encode } from '@/bundle/codec'
import { digestOf } from '@/bundle/integrity'
import { formatIssueKey, type IssueKey } from '@/bundle/issue-key'
import { issueText, type IssueText } from './issue-text'
import { issueRowKey, keyOfRow, type IssueRowKey } from './row-keys'

interface CachedTextRow extends IssueKey {
  /** What the text was made from: the digest of issue.json, which lists every part by its digest. */
  readonly madeOf: string
  /** The text as JSON, and the digest of these bytes: what was altered in storage is assembled again. */
  readonly textJson: Uint8Array<ArrayBuffer>
  readonly sha256: string
}

/**
 * A cache of assembled texts of saved issues. It has its own database: whatever happens to it, it can be rebuilt from
 * the library, and nothing in the library depends on it.
 */
export interface TextCache {
  /** Undefined if there is none, or one made from something else. */
  readonly get: (key: IssueKey, madeOf: string) => Promise<IssueText | undefined>
  readonly put: (text: IssueText, madeOf: string) => Promise<void>
  /** Forgets all other issues. */
  readonly keepOnly: (issues: readonly IssueKey[]) => Promise<void>
}

class TextDb extends Dexie {
  readonly texts!: Table<CachedTextRow, IssueRowKey>

  constructor(name: string) {
    super(name)
    // The version stands for the shape of `issueText`: with a new shape the number changes, and all texts are rebuilt.
    this.version(2).stores({ texts: '[paper+issue]' })
  }
}

/** Names of the errors with which Dexie reports that storage failed. */
const storageErrors: ReadonlySet<string> = new Set(Object.values(Dexie.errnames))

/** The cache is optional: if storage fails, there is no result. */
const undefinedOnFailure = async <Value>(work: PromiseLike<Value>): Promise<Value | undefined> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && storageErrors.has(error.name)) return undefined
    throw error
  }
}

export const createTextCache = (name = 'banmian-texts'): TextCache => {
  const db = new TextDb(name)
  return {
    get: async (key, madeOf) => {
      const row = await undefinedOnFailure(db.texts.get(issueRowKey(key)))
      if (row?.madeOf !== madeOf || !(row.textJson instanceof Uint8Array)) return undefined
      if ((await digestOf(row.textJson)) !== row.sha256) return undefined
      const decoded = v.safeParse(issueText, JSON.parse(new TextDecoder().decode(row.textJson)))
      return decoded.success ? decoded.output : undefined
    },
    put: async (text, madeOf) => {
      const textJson = encode(text)
      const sha256 = await digestOf(textJson)
      await undefinedOnFailure(db.texts.put({ paper: text.paper, issue: text.issue, madeOf, textJson, sha256 }))
    },
    keepOnly: async (issues) => {
      const kept = new Set(issues.map(formatIssueKey))
      const keys = (await undefinedOnFailure(db.texts.toCollection().primaryKeys())) ?? []
      const gone = keys.filter((key) => !kept.has(formatIssueKey(keyOfRow(key))))
      if (gone.length > 0) await undefinedOnFailure(db.texts.bulkDelete(gone))
    },
  }
}

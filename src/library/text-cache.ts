import { Dexie, type Table } from 'dexie'
import * as v from 'valibot'
import { formatIssueKey, type IssueKey } from '@/bundle/issue-key'
import { issueText, type IssueText } from './issue-text'
import { issueRowKey, keyOfRow, type IssueRowKey } from './row-keys'

interface CachedTextRow extends IssueKey {
  /** Of what the text was made: the digest of issue.json, which names every part by its digest. */
  readonly madeOf: string
  readonly text: unknown
}

/**
 * Texts of saved issues, put together once. A cache in a database of its own: whatever happens to it, it is made anew from
 * the library, and nothing of the library depends on it.
 */
export interface TextCache {
  /** Undefined where there is none, or one made of something else. */
  readonly get: (key: IssueKey, madeOf: string) => Promise<IssueText | undefined>
  readonly put: (text: IssueText, madeOf: string) => Promise<void>
  /** Forgets every issue but these. */
  readonly keepOnly: (issues: readonly IssueKey[]) => Promise<void>
}

class TextDb extends Dexie {
  readonly texts!: Table<CachedTextRow, IssueRowKey>

  constructor(name: string) {
    super(name)
    // The shape of `issueText` belongs to the version: another shape is another number, and everything is made anew.
    this.version(1).stores({ texts: '[paper+issue]' })
  }
}

/** Names under which Dexie hands on what went wrong in storage. */
const storageErrors: ReadonlySet<string> = new Set(Object.values(Dexie.errnames))

/** What storage refuses, the cache goes without. */
const orNothing = async <Value>(work: PromiseLike<Value>): Promise<Value | undefined> => {
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
      const row = await orNothing(db.texts.get(issueRowKey(key)))
      if (row?.madeOf !== madeOf) return undefined
      const decoded = v.safeParse(issueText, row.text)
      return decoded.success ? decoded.output : undefined
    },
    put: async (text, madeOf) => {
      await orNothing(db.texts.put({ paper: text.paper, issue: text.issue, madeOf, text }))
    },
    keepOnly: async (issues) => {
      const kept = new Set(issues.map(formatIssueKey))
      const keys = (await orNothing(db.texts.toCollection().primaryKeys())) ?? []
      const gone = keys.filter((key) => !kept.has(formatIssueKey(keyOfRow(key))))
      if (gone.length > 0) await orNothing(db.texts.bulkDelete(gone))
    },
  }
}

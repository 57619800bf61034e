import { decodeIssue, decodePagePart } from '@/bundle/codec'
import { BundleError, type BundleFault } from '@/bundle/fault'
import { digestOf } from '@/bundle/integrity'
import { formatIssueKey, type IssueKey } from '@/bundle/issue-key'
import type { PagePart } from '@/bundle/page-part'
import { issueTextOf, type IssueText } from './issue-text'
import type { LibraryDb, SavedIssueRow } from './library-db'
import { issueRowKey, keyOfRow } from './row-keys'
import { readSavedPart } from './saved-issues'
import type { TextCache } from './text-cache'

/** One saved issue's text, or why it can't be read; `done` of `total` issues have been gone through with it. */
export type TextStep = { readonly done: number; readonly total: number } & (
  | { readonly kind: 'text'; readonly text: IssueText }
  | { readonly kind: 'fault'; readonly key: IssueKey; readonly fault: BundleFault }
)

/** Lets others have their turn: after an issue was put together, which is `heavy`, and between those that were at hand. */
export type Pause = (weight: 'light' | 'heavy') => Promise<void>

export type ReadSavedTexts = (signal: AbortSignal, pause: Pause) => AsyncGenerator<TextStep>

/** So many characters are held in memory; beyond that the cache is asked. */
const mostCharacters = 20_000_000
const sizeOf = ({ articles }: IssueText): number => articles.reduce((sum, { text }) => sum + text.length, 0)

/** The newest date first; papers of one day in the order of their ids. */
const newestFirst = (a: IssueKey, b: IssueKey): number =>
  a.issue === b.issue ? (a.paper < b.paper ? -1 : 1) : a.issue < b.issue ? 1 : -1

/** A saved issue's text, from its parts. @throws BundleError */
const putTogether = async (db: LibraryDb, row: SavedIssueRow): Promise<IssueText> => {
  const issue = decodeIssue(row.issueJson)
  const parts = new Map<number, PagePart>()
  for (const page of issue.pages)
    parts.set(page.no, decodePagePart(await readSavedPart(db, issue, page.part), page.part, issue))
  return issueTextOf(issue, ({ no }) => parts.get(no))
}

/**
 * The texts of all saved issues, the newest first, one at a time. Made once, kept in the cache, and in memory while the app
 * lives: a row that is written again has a new `savedAt`, and its text is looked at anew.
 */
export const createSavedTexts = (db: LibraryDb, cache: TextCache): ReadSavedTexts => {
  const inMemory = new Map<string, { readonly savedAt: number; readonly text: IssueText }>()
  let characters = 0
  const remember = (key: string, savedAt: number, text: IssueText): void => {
    const before = inMemory.get(key)
    characters += sizeOf(text) - (before ? sizeOf(before.text) : 0)
    if (characters <= mostCharacters) inMemory.set(key, { savedAt, text })
    else {
      inMemory.delete(key)
      characters -= sizeOf(text)
    }
  }
  const fromRow = async (row: SavedIssueRow): Promise<{ text: IssueText; isMade: boolean }> => {
    const madeOf = await digestOf(row.issueJson)
    const cached = await cache.get(row, madeOf)
    if (cached) return { text: cached, isMade: false }
    const text = await putTogether(db, row)
    await cache.put(text, madeOf)
    return { text, isMade: true }
  }

  return async function* readSavedTexts(signal, pause) {
    const times = new Map<string, number>()
    const keys: IssueKey[] = []
    await db.transaction('r', db.issues, async () => {
      const primary = await db.issues.orderBy('savedAt').primaryKeys()
      const savedAt = await db.issues.orderBy('savedAt').keys()
      primary.map(keyOfRow).forEach((key, index) => {
        keys.push(key)
        times.set(formatIssueKey(key), Number(savedAt[index]))
      })
    })
    keys.sort(newestFirst)
    for (const [name, { text }] of inMemory)
      if (!times.has(name)) {
        inMemory.delete(name)
        characters -= sizeOf(text)
      }
    for (const [index, key] of keys.entries()) {
      signal.throwIfAborted()
      const counted = { done: index + 1, total: keys.length }
      const name = formatIssueKey(key)
      const known = inMemory.get(name)
      if (known && known.savedAt === times.get(name)) {
        yield { ...counted, kind: 'text', text: known.text }
        await pause('light')
        continue
      }
      const row = await db.issues.get(issueRowKey(key))
      if (!row) continue
      try {
        const { text, isMade } = await fromRow(row)
        remember(name, row.savedAt, text)
        yield { ...counted, kind: 'text', text }
        await pause(isMade ? 'heavy' : 'light')
      } catch (error) {
        if (!(error instanceof BundleError)) throw error
        yield { ...counted, kind: 'fault', key, fault: error.fault }
      }
    }
    await cache.keepOnly(keys)
  }
}

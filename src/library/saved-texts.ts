import { decodePagePart } from '@/bundle/codec'
import { BundleError, type BundleFault } from '@/bundle/fault'
import type { PaperId } from '@/bundle/ids'
import { digestOf } from '@/bundle/integrity'
import { formatIssueKey, type IssueKey } from '@/bundle/issue-key'
import type { PagePart } from '@/bundle/page-part'
import type { PaperSigning } from '@/bundle/signature'
import { issueTextOf, type IssueText } from './issue-text'
import type { LibraryDb, SavedIssueRow } from './library-db'
import { openRow } from './open-row'
import { issueRowKey, keyOfRow } from './row-keys'
import { readSavedPart } from './saved-issues'
import type { TextCache } from './text-cache'

/**
 * The text of one saved issue, or why it can't be read. `done` of `total` issues have been read, including this one.
 */
export type TextStep = { readonly done: number; readonly total: number } & (
  | { readonly kind: 'text'; readonly text: IssueText }
  | { readonly kind: 'fault'; readonly key: IssueKey; readonly fault: BundleFault }
)

/** Yields to other work: `heavy` after an issue was assembled from its parts, `light` after a cached one. */
export type Pause = (weight: 'light' | 'heavy') => Promise<void>

export type ReadSavedTexts = (signal: AbortSignal, pause: Pause) => AsyncGenerator<TextStep>

/** How many characters are kept in memory; further texts are read from the cache each time. */
const maxCharacters = 20_000_000
const sizeOf = ({ articles }: IssueText): number => articles.reduce((sum, { text }) => sum + text.length, 0)

/** Newest first; issues of the same date in the order of their papers' ids. */
const newestFirst = (a: IssueKey, b: IssueKey): number =>
  a.issue === b.issue ? (a.paper < b.paper ? -1 : 1) : a.issue < b.issue ? 1 : -1

/** Assembles an issue's text from its saved parts, verified as if the issue were opened. @throws BundleError */
const assembleText = async (db: LibraryDb, row: SavedIssueRow, signing: PaperSigning): Promise<IssueText> => {
  const issue = await openRow(row, signing)
  const parts = new Map<number, PagePart>()
  for (const page of issue.pages)
    parts.set(page.no, decodePagePart(await readSavedPart(db, issue, page.part), page.part, issue))
  return issueTextOf(issue, ({ no }) => parts.get(no))
}

/**
 * Reads the texts of all saved issues, newest first, one at a time. A text is assembled once and kept in the cache, and
 * in memory while the app runs. A row that was written again has a new `savedAt`, and its text is read again.
 * @param signingOf what is known of the signatures of a paper
 */
export const createSavedTexts = (
  db: LibraryDb,
  cache: TextCache,
  signingOf: (paper: PaperId) => PaperSigning = () => ({}),
): ReadSavedTexts => {
  const inMemory = new Map<string, { readonly savedAt: number; readonly text: IssueText }>()
  let characters = 0
  const remember = (key: string, savedAt: number, text: IssueText): void => {
    const before = inMemory.get(key)
    characters += sizeOf(text) - (before ? sizeOf(before.text) : 0)
    if (characters <= maxCharacters) inMemory.set(key, { savedAt, text })
    else {
      inMemory.delete(key)
      characters -= sizeOf(text)
    }
  }
  const fromRow = async (row: SavedIssueRow): Promise<{ text: IssueText; isNew: boolean }> => {
    const madeOf = await digestOf(row.issueJson)
    const cached = await cache.get(row, madeOf)
    if (cached) return { text: cached, isNew: false }
    const text = await assembleText(db, row, signingOf(row.paper))
    await cache.put(text, madeOf)
    return { text, isNew: true }
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
        const { text, isNew } = await fromRow(row)
        remember(name, row.savedAt, text)
        yield { ...counted, kind: 'text', text }
        await pause(isNew ? 'heavy' : 'light')
      } catch (error) {
        if (!(error instanceof BundleError)) throw error
        yield { ...counted, kind: 'fault', key, fault: error.fault }
      }
    }
    await cache.keepOnly(keys)
  }
}

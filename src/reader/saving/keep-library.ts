import { BundleError } from '@/bundle/fault'
import { formatIssueKey, type IssueKey } from '@/bundle/issue-key'
import { storageFaultOf } from '@/library/storage-fault'
import type { LibraryCalls } from './library-access'
import { hintedIssues, isHintedSaved, setSavedHint } from './saved-hint'
import type { useSavingStore } from './saving-store'

type SavingStore = ReturnType<typeof useSavingStore>

/** Minimum time before the site is asked again when the app comes to the front. */
const pollMs = 15 * 60_000

/** Issues that were saved but have been lost: the hint knows them, the database does not. */
export const lostIssues = async (calls: LibraryCalls): Promise<IssueKey[]> => {
  const { saved } = await calls.news()
  const there = new Set(saved.map(formatIssueKey))
  return hintedIssues().filter((key) => !there.has(formatIssueKey(key)))
}

/** Tells the store what the library knows: unfinished saves, corrections, issues saved automatically, lost issues. */
const takeStock = async (calls: LibraryCalls, store: SavingStore): Promise<void> => {
  const { saved, unfinished, corrections } = await calls.news()
  for (const key of saved) if (!isHintedSaved(key)) setSavedHint(key, true)
  for (const { key, correction } of corrections) store.setCorrection(key, correction)
  for (const { paper, issue, isPaused } of unfinished) {
    const key = { paper, issue }
    if (isPaused && store.phaseOf(key).kind !== 'saving') store.setPhase(key, { kind: 'paused' })
  }
  const lost = await lostIssues(calls)
  if (lost.length > 0) store.notice = { kind: 'lost', count: lost.length }
  store.rounds++
}

/**
 * A network or storage fault ends one round. The next starts when the network returns or the app comes to the front.
 */
const isExpected = (error: unknown): boolean =>
  error instanceof BundleError || storageFaultOf(error) !== undefined || error instanceof DOMException

const tolerant = async (action: () => Promise<void>): Promise<void> => {
  try {
    await action()
  } catch (error) {
    if (!isExpected(error)) throw error
  }
}

/**
 * Looks after the library while the app is open: finishes interrupted saves, cleans up, updates saved issues, saves the newest if
 * the reader wants that, and fetches pictures that waited for Wi-Fi. Runs at the start, when the network returns, and when the app comes
 * to the front after a while.
 */
export const keepLibrary = async (store: SavingStore): Promise<void> => {
  const calls = await store.calls()
  calls.onEvent((event) => {
    if (event !== 'rebuilt') store.notice = { kind: event }
  })
  let askedAt = 0
  const finish = async (): Promise<void> => {
    for (const { paper, issue, isPaused, withLarge, isAutomatic } of (await calls.news()).unfinished)
      if (!isPaused) await store.save({ paper, issue }, { withLarge, isAutomatic })
  }
  const look = (): Promise<void> =>
    tolerant(async () => {
      askedAt = Date.now()
      await finish()
      await calls.refresh(new AbortController().signal)
      await takeStock(calls, store)
    })
  await tolerant(async () => {
    await takeStock(calls, store)
    await calls.tidy()
  })
  window.addEventListener('online', () => void look())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - askedAt > pollMs) void look()
  })
  await look()
}

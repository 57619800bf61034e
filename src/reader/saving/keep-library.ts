import { issueId, paperId, type PaperId } from '@/bundle/ids'
import { BundleError } from '@/bundle/fault'
import { storageFaultOf } from '@/library/storage-fault'
import * as v from 'valibot'
import type { LibraryCalls } from './library-access'
import { hintedNames, isHintedSaved, setSavedHint } from './saved-hint'
import type { IssueName, useSavingStore } from './saving-store'

type SavingStore = ReturnType<typeof useSavingStore>

/** Minimum time before the site is asked again when the app comes to the front. */
const pollMs = 15 * 60_000

const nameOf = (hint: string): IssueName | undefined => {
  const [paper, issue] = hint.split('/')
  const read = v.safeParse(v.object({ paper: paperId, issue: issueId }), { paper, issue })
  return read.success ? { paper: { id: read.output.paper }, id: read.output.issue } : undefined
}

/** Issues that were saved but have been lost: the hint knows them, the database does not. */
export const lostIssues = async (calls: LibraryCalls): Promise<IssueName[]> => {
  const { saved } = await calls.news()
  const there = new Set(saved.map(({ paper, issue }) => `${paper}/${issue}`))
  return hintedNames().flatMap((hint) => (there.has(hint) ? [] : (nameOf(hint) ?? [])))
}

/** Tells the store what the library knows: unfinished saves, corrections, issues saved automatically, lost issues. */
const takeStock = async (calls: LibraryCalls, store: SavingStore, paper: PaperId): Promise<void> => {
  const { saved, unfinished, corrections } = await calls.news()
  for (const { paper: of, issue } of saved) if (!isHintedSaved(of, issue)) setSavedHint(of, issue, true)
  for (const [issue, correction] of corrections) store.corrections.set(`${paper}/${issue}`, correction)
  for (const { issue, isPaused } of unfinished) {
    const name = { paper: { id: paper }, id: issue }
    if (isPaused && store.phaseOf(name).kind !== 'saving') store.setPhase(name, { kind: 'paused' })
  }
  const lost = await lostIssues(calls)
  if (lost.length > 0) store.notice = { kind: 'lost', count: lost.length }
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
 * Looks after the library while the app is open: finishes interrupted saves, cleans up, updates saved issues, and saves
 * the newest if the reader wants that. Runs at the start, when the network returns, and when the app comes to the front
 * after a while.
 */
export const keepLibrary = async (store: SavingStore, paper: PaperId): Promise<void> => {
  const calls = await store.calls()
  calls.onEvent((event) => {
    if (event !== 'rebuilt') store.notice = { kind: event }
  })
  let askedAt = 0
  const finish = async (): Promise<void> => {
    for (const { issue, isPaused, withLarge, isAutomatic } of (await calls.news()).unfinished)
      if (!isPaused) await store.save({ paper: { id: paper }, id: issue }, { withLarge, isAutomatic })
  }
  const look = (): Promise<void> =>
    tolerant(async () => {
      askedAt = Date.now()
      await finish()
      await calls.refresh(new AbortController().signal)
      await takeStock(calls, store, paper)
    })
  await tolerant(async () => {
    await takeStock(calls, store, paper)
    await calls.tidy()
  })
  window.addEventListener('online', () => void look())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - askedAt > pollMs) void look()
  })
  await look()
}

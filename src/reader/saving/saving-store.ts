import { defineStore } from 'pinia'
import { inject, shallowReactive, shallowRef } from 'vue'
import { BundleError, type BundleFault } from '@/bundle/fault'
import { formatIssueKey, issueKeyOf, type IssueKey } from '@/bundle/issue-key'
import type { Imported } from '@/library/issue-file/import-issue'
import type { Correction } from '@/library/library-db'
import type { SaveProgress } from '@/library/save-issue'
import { libraryAccessKey, type LibraryCalls, type SaveOrder } from './library-access'
import { isHintedSaved, setSavedHint } from './saved-hint'

/** Why a save did not come to its end. */
export type SaveFailure =
  | { readonly kind: 'fault'; readonly fault: BundleFault }
  /** The browser has no room, allows no storage, or its storage answers with errors of its own. */
  | { readonly kind: 'storage'; readonly reason: 'full' | 'refused' | 'broken' }

export type SavingPhase =
  | { readonly kind: 'absent' }
  /** A person is to say whether large pictures come too. */
  | { readonly kind: 'asking'; readonly largeBytes: number }
  | { readonly kind: 'saving'; readonly progress: SaveProgress }
  | { readonly kind: 'paused' }
  /** `isOffered`: a person may say now whether the newest issue is to save itself. */
  | { readonly kind: 'saved'; readonly isOffered?: boolean }
  | { readonly kind: 'failed'; readonly failure: SaveFailure }

/** What the app says of the library wherever the reader is. */
export type LibraryNotice =
  | { readonly kind: 'outdated' | 'blocked' }
  /** So many issues that were saved are there no more. */
  | { readonly kind: 'lost'; readonly count: number }

const failureOf = async (error: unknown): Promise<SaveFailure> => {
  if (error instanceof BundleError) return { kind: 'fault', fault: error.fault }
  const { storageFaultOf } = await import('@/library/storage-fault')
  const fault = storageFaultOf(error)
  if (!fault) throw error
  return { kind: 'storage', reason: fault === 'full' || fault === 'refused' ? fault : 'broken' }
}

/** Saves under way and what is saved, by issue; outlives the view that began them. */
export const useSavingStore = defineStore('saving', () => {
  const library = inject(libraryAccessKey)
  if (!library) throw new Error('the app has no library')
  const phases = shallowReactive(new Map<string, SavingPhase>())
  const corrections = shallowReactive(new Map<string, Correction>())
  const notice = shallowRef<LibraryNotice>()
  const running = new Map<string, AbortController>()

  const phaseOf = (key: IssueKey): SavingPhase =>
    phases.get(formatIssueKey(key)) ?? { kind: isHintedSaved(key) ? 'saved' : 'absent' }
  const setPhase = (key: IssueKey, phase: SavingPhase): void => void phases.set(formatIssueKey(key), phase)
  const correctionOf = (key: IssueKey): Correction | undefined => corrections.get(formatIssueKey(key))
  const setCorrection = (key: IssueKey, correction: Correction): void =>
    void corrections.set(formatIssueKey(key), correction)

  /** Saves an issue, or goes on with a save. Never rejects for a fault. */
  const save = async (
    key: IssueKey,
    how: Pick<SaveOrder, 'withLarge' | 'isChoice' | 'isAutomatic'> = {},
  ): Promise<void> => {
    const name = formatIssueKey(key)
    if (running.has(name)) return
    const own = new AbortController()
    running.set(name, own)
    const onProgress = (progress: SaveProgress): void => {
      if (!own.signal.aborted) setPhase(key, { kind: 'saving', progress })
    }
    onProgress({ doneBytes: 0, totalBytes: 0 })
    try {
      const calls = await library.calls()
      const end = await calls.save({ key, signal: own.signal, onProgress, ...how })
      if (end.kind === 'saved') setSavedHint(key, true)
      setPhase(key, end.kind === 'ask' ? { kind: 'asking', largeBytes: end.largeBytes } : end)
    } catch (error) {
      const failure = own.signal.aborted ? undefined : await failureOf(error)
      // What was saved before stays saved when bringing it up to date fails.
      if (failure) setPhase(key, isHintedSaved(key) ? { kind: 'saved' } : { kind: 'failed', failure })
    } finally {
      running.delete(name)
    }
  }

  /** Stops what is under way and does something with what came of it. */
  const stop = async (
    key: IssueKey,
    then: (calls: LibraryCalls) => Promise<void>,
    kind: 'paused' | 'absent',
  ): Promise<void> => {
    running.get(formatIssueKey(key))?.abort()
    await then(await library.calls())
    // Given up, a newer revision leaves the one that was saved.
    setPhase(key, { kind: kind === 'absent' && isHintedSaved(key) ? 'saved' : kind })
  }
  const pause = (key: IssueKey) => stop(key, ({ pause: rest }) => rest(key), 'paused')
  const cancel = (key: IssueKey) => stop(key, ({ abandon }) => abandon(key), 'absent')
  const remove = (key: IssueKey) =>
    stop(
      key,
      async (calls) => {
        await calls.remove(key)
        setSavedHint(key, false)
      },
      'absent',
    )

  const chooseNewest = async (key: IssueKey, newest: 'always' | 'wifi' | 'never'): Promise<void> => {
    setPhase(key, { kind: 'saved' })
    await (await library.calls()).choose({ newest })
  }
  const dismissCorrection = async (key: IssueKey): Promise<void> => {
    // The line goes when the library has taken note: gone, it does not come back.
    await (await library.calls()).dismissCorrection(key)
    corrections.delete(formatIssueKey(key))
  }

  /** Takes an issue's file in. @throws IssueFileError, or what storage throws */
  const importFile = async (file: Blob, signal: AbortSignal): Promise<Imported> => {
    const imported = await (await library.calls()).importFile(file, signal)
    const key = issueKeyOf(imported.issue)
    setSavedHint(key, true)
    setPhase(key, { kind: 'saved' })
    return imported
  }

  return {
    paper: library.paper,
    chooseNewest,
    dismissCorrection,
    phases,
    correctionOf,
    setCorrection,
    notice,
    phaseOf,
    setPhase,
    save,
    pause,
    cancel,
    remove,
    importFile,
    calls: library.calls,
  }
})

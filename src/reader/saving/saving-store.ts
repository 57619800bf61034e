import { defineStore } from 'pinia'
import { inject, ref, shallowReactive, shallowRef } from 'vue'
import { BundleError, type BundleFault } from '@/bundle/fault'
import { formatIssueKey, issueKeyOf, type IssueKey } from '@/bundle/issue-key'
import type { Imported } from '@/library/issue-file/import-issue'
import type { Correction } from '@/library/library-db'
import type { SaveProgress } from '@/library/save-issue'
import { libraryAccessKey, type LibraryCalls, type SaveOrder } from './library-access'
import { hintedIssues, isHintedSaved, setSavedHint } from './saved-hint'

/** Why a save was not completed. */
export type SaveFailure =
  | { readonly kind: 'fault'; readonly fault: BundleFault }
  /** The browser has no space left, has none for even one issue, allows no storage, or its storage fails in another way. */
  | { readonly kind: 'storage'; readonly reason: 'full' | 'cramped' | 'refused' | 'broken' }

export type SavingPhase =
  | { readonly kind: 'absent' }
  /** The reader has to decide whether large pictures are saved too. */
  | { readonly kind: 'asking'; readonly largeBytes: number }
  | { readonly kind: 'saving'; readonly progress: SaveProgress }
  | { readonly kind: 'paused' }
  /** `isOffered`: the reader may now choose whether the newest issue is saved automatically. */
  | { readonly kind: 'saved'; readonly isOffered?: boolean }
  | { readonly kind: 'failed'; readonly failure: SaveFailure }

/** What the app says about the library, whatever the view. */
export type LibraryNotice =
  | { readonly kind: 'outdated' | 'blocked' }
  /** How many saved issues have been lost. */
  | { readonly kind: 'lost'; readonly count: number }

const failureOf = async (error: unknown): Promise<SaveFailure> => {
  if (error instanceof BundleError) return { kind: 'fault', fault: error.fault }
  const { storageFaultOf } = await import('@/library/storage-fault')
  const fault = storageFaultOf(error)
  if (!fault) throw error
  // With nothing saved there is nothing to make room with.
  const reason = fault === 'full' && hintedIssues().length === 0 ? 'cramped' : fault
  return { kind: 'storage', reason: reason === 'closed' || reason === 'damaged' ? 'broken' : reason }
}

/** Saves in progress and saved issues. Outlives the view that started a save. */
export const useSavingStore = defineStore('saving', () => {
  const library = inject(libraryAccessKey)
  if (!library) throw new Error('the app has no library')
  const phases = shallowReactive(new Map<string, SavingPhase>())
  const corrections = shallowReactive(new Map<string, Correction>())
  const notice = shallowRef<LibraryNotice>()
  /** How often the library was looked through: each time it may hold something else. */
  const rounds = ref(0)
  const running = new Map<string, AbortController>()

  const phaseOf = (key: IssueKey): SavingPhase =>
    phases.get(formatIssueKey(key)) ?? { kind: isHintedSaved(key) ? 'saved' : 'absent' }
  const setPhase = (key: IssueKey, phase: SavingPhase): void => void phases.set(formatIssueKey(key), phase)
  const correctionOf = (key: IssueKey): Correction | undefined => corrections.get(formatIssueKey(key))
  const setCorrection = (key: IssueKey, correction: Correction): void =>
    void corrections.set(formatIssueKey(key), correction)

  /** Saves an issue, or resumes a save. Never rejects on a fault. */
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
      // When an update fails, what was saved before stays saved.
      if (failure) setPhase(key, isHintedSaved(key) ? { kind: 'saved' } : { kind: 'failed', failure })
    } finally {
      running.delete(name)
    }
  }

  /** Aborts a save in progress, then pauses or removes what it left. */
  const stop = async (
    key: IssueKey,
    then: (calls: LibraryCalls) => Promise<void>,
    kind: 'paused' | 'absent',
  ): Promise<void> => {
    running.get(formatIssueKey(key))?.abort()
    await then(await library.calls())
    // If the save of a newer revision is abandoned, the older one stays saved.
    setPhase(key, { kind: kind === 'absent' && isHintedSaved(key) ? 'saved' : kind })
  }
  const pause = (key: IssueKey) => stop(key, ({ pause: rest }) => rest(key), 'paused')
  const cancel = (key: IssueKey) => stop(key, ({ abandon }) => abandon(key), 'absent')
  const remove = (key: IssueKey) =>
    stop(
      key,
      async (calls) => {
        // First, because an issue that is only hinted would be told as lost if the page is closed meanwhile.
        const wasHinted = isHintedSaved(key)
        setSavedHint(key, false)
        try {
          await calls.remove(key)
        } catch (error) {
          setSavedHint(key, wasHinted)
          throw error
        }
      },
      'absent',
    )

  const chooseNewest = async (key: IssueKey, newest: 'always' | 'wifi' | 'never'): Promise<void> => {
    setPhase(key, { kind: 'saved' })
    await (await library.calls()).choose({ newest })
  }
  const dismissCorrection = async (key: IssueKey): Promise<void> => {
    // The notice goes when the library has stored the dismissal, so that it does not come back.
    await (await library.calls()).dismissCorrection(key)
    corrections.delete(formatIssueKey(key))
  }

  /** Imports an issue's file. @throws IssueFileError, or a storage error */
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
    rounds,
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

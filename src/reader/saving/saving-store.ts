import { defineStore } from 'pinia'
import { inject, shallowReactive, shallowRef } from 'vue'
import { BundleError, type BundleFault } from '@/bundle/fault'
import type { IssueId, PaperId } from '@/bundle/ids'
import type { Imported } from '@/library/issue-file/import-issue'
import type { Correction } from '@/library/library-db'
import type { SaveProgress } from '@/library/save-issue'
import { libraryAccessKey, type LibraryCalls, type SaveOrder } from './library-access'
import { isHintedSaved, setSavedHint } from './saved-hint'

/** Why a save was not completed. */
export type SaveFailure =
  | { readonly kind: 'fault'; readonly fault: BundleFault }
  /** The browser has no space left, allows no storage, or its storage fails in another way. */
  | { readonly kind: 'storage'; readonly reason: 'full' | 'refused' | 'broken' }

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

/** An issue by its ids alone; every `Issue` is one. */
export interface IssueName {
  readonly paper: { readonly id: PaperId }
  readonly id: IssueId
}

const keyOf = ({ paper, id }: IssueName): string => `${paper.id}/${id}`

const failureOf = async (error: unknown): Promise<SaveFailure> => {
  if (error instanceof BundleError) return { kind: 'fault', fault: error.fault }
  const { storageFaultOf } = await import('@/library/storage-fault')
  const fault = storageFaultOf(error)
  if (!fault) throw error
  return { kind: 'storage', reason: fault === 'full' || fault === 'refused' ? fault : 'broken' }
}

/** Saves in progress and saved issues. Outlives the view that started a save. */
export const useSavingStore = defineStore('saving', () => {
  const library = inject(libraryAccessKey)
  if (!library) throw new Error('the app has no library')
  const phases = shallowReactive(new Map<string, SavingPhase>())
  const corrections = shallowReactive(new Map<string, Correction>())
  const notice = shallowRef<LibraryNotice>()
  const running = new Map<string, AbortController>()

  const phaseOf = (issue: IssueName): SavingPhase =>
    phases.get(keyOf(issue)) ?? { kind: isHintedSaved(issue.paper.id, issue.id) ? 'saved' : 'absent' }
  const setPhase = (issue: IssueName, phase: SavingPhase): void => void phases.set(keyOf(issue), phase)

  /** Saves an issue, or resumes a save. Never rejects on a fault. */
  const save = async (
    issue: IssueName,
    how: Pick<SaveOrder, 'withLarge' | 'isChoice' | 'isAutomatic'> = {},
  ): Promise<void> => {
    const key = keyOf(issue)
    if (running.has(key)) return
    const own = new AbortController()
    running.set(key, own)
    const onProgress = (progress: SaveProgress): void => {
      if (!own.signal.aborted) setPhase(issue, { kind: 'saving', progress })
    }
    onProgress({ doneBytes: 0, totalBytes: 0 })
    try {
      const calls = await library.calls()
      const end = await calls.save({ issue: issue.id, signal: own.signal, onProgress, ...how })
      if (end.kind === 'saved') setSavedHint(issue.paper.id, issue.id, true)
      setPhase(issue, end.kind === 'ask' ? { kind: 'asking', largeBytes: end.largeBytes } : end)
    } catch (error) {
      const failure = own.signal.aborted ? undefined : await failureOf(error)
      // When an update fails, what was saved before stays saved.
      if (failure)
        setPhase(issue, isHintedSaved(issue.paper.id, issue.id) ? { kind: 'saved' } : { kind: 'failed', failure })
    } finally {
      running.delete(key)
    }
  }

  /** Aborts a save in progress, then pauses or removes what it left. */
  const stop = async (
    issue: IssueName,
    then: (calls: LibraryCalls) => Promise<void>,
    kind: 'paused' | 'absent',
  ): Promise<void> => {
    running.get(keyOf(issue))?.abort()
    await then(await library.calls())
    // If the save of a newer revision is abandoned, the older one stays saved.
    setPhase(issue, { kind: kind === 'absent' && isHintedSaved(issue.paper.id, issue.id) ? 'saved' : kind })
  }
  const pause = (issue: IssueName) => stop(issue, ({ pause: rest }) => rest(issue.id), 'paused')
  const cancel = (issue: IssueName) => stop(issue, ({ abandon }) => abandon(issue.id), 'absent')
  const remove = (issue: IssueName) =>
    stop(
      issue,
      async (calls) => {
        await calls.remove(issue.paper.id, issue.id)
        setSavedHint(issue.paper.id, issue.id, false)
      },
      'absent',
    )

  const chooseNewest = async (issue: IssueName, newest: 'always' | 'wifi' | 'never'): Promise<void> => {
    setPhase(issue, { kind: 'saved' })
    await (await library.calls()).choose({ newest })
  }
  const dismissCorrection = async (issue: IssueName): Promise<void> => {
    // The notice goes when the library has stored the dismissal, so that it does not come back.
    await (await library.calls()).dismissCorrection(issue.id)
    corrections.delete(keyOf(issue))
  }

  /** Imports an issue's file. @throws IssueFileError, or a storage error */
  const importFile = async (file: Blob, signal: AbortSignal): Promise<Imported> => {
    const imported = await (await library.calls()).importFile(file, signal)
    const { issue } = imported
    setSavedHint(issue.paper.id, issue.id, true)
    setPhase(issue, { kind: 'saved' })
    return imported
  }

  return {
    paper: library.paper,
    chooseNewest,
    dismissCorrection,
    phases,
    corrections,
    notice,
    phaseOf,
    setPhase,
    keyOf,
    save,
    pause,
    cancel,
    remove,
    importFile,
    calls: library.calls,
  }
})

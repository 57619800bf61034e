import { defineStore } from 'pinia'
import { inject, shallowReactive } from 'vue'
import { BundleError, type BundleFault } from '@/bundle/fault'
import type { Issue } from '@/bundle/issue'
import type { Imported } from '@/library/issue-file/import-issue'
import type { SaveProgress } from '@/library/save-issue'
import { libraryAccessKey } from './library-access'
import { isHintedSaved, setSavedHint } from './saved-hint'

/** Why a save did not come to its end. */
export type SaveFailure =
  | { readonly kind: 'fault'; readonly fault: BundleFault }
  /** The browser has no room, or allows no storage. */
  | { readonly kind: 'storage'; readonly reason: 'full' | 'refused' }

export type SavingPhase =
  | { readonly kind: 'absent' }
  | { readonly kind: 'saving'; readonly progress: SaveProgress }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly failure: SaveFailure }

const keyOf = ({ paper, id }: Issue): string => `${paper.id}/${id}`

/** Dexie hands on the browser's own errors by name. */
const failureOf = (error: unknown): SaveFailure => {
  if (error instanceof BundleError) return { kind: 'fault', fault: error.fault }
  const name = error instanceof Error ? error.name : ''
  if (name === 'QuotaExceededError') return { kind: 'storage', reason: 'full' }
  if (/Error$/.test(name) && name !== 'TypeError') return { kind: 'storage', reason: 'refused' }
  throw error
}

/** Saves under way and what is saved, by issue; outlives the view that began them. */
export const useSavingStore = defineStore('saving', () => {
  const library = inject(libraryAccessKey)
  if (!library) throw new Error('the app has no library')
  const phases = shallowReactive(new Map<string, SavingPhase>())
  const running = new Map<string, AbortController>()

  const phaseOf = (issue: Issue): SavingPhase =>
    phases.get(keyOf(issue)) ?? { kind: isHintedSaved(issue.paper.id, issue.id) ? 'saved' : 'absent' }

  const save = async (issue: Issue): Promise<void> => {
    const key = keyOf(issue)
    if (running.has(key)) return
    const own = new AbortController()
    running.set(key, own)
    const show = (progress: SaveProgress): void => void phases.set(key, { kind: 'saving', progress })
    show({ doneBytes: 0, totalBytes: issue.parts.reduce((sum, { bytes }) => sum + bytes, 0) })
    try {
      await library.save(issue.id, own.signal, show)
      setSavedHint(issue.paper.id, issue.id, true)
      phases.set(key, { kind: 'saved' })
    } catch (error) {
      phases.set(key, own.signal.aborted ? { kind: 'absent' } : { kind: 'failed', failure: failureOf(error) })
    } finally {
      running.delete(key)
    }
  }

  const cancel = (issue: Issue): void => running.get(keyOf(issue))?.abort()

  const remove = async (issue: Issue): Promise<void> => {
    await library.remove(issue.paper.id, issue.id)
    setSavedHint(issue.paper.id, issue.id, false)
    phases.set(keyOf(issue), { kind: 'absent' })
  }

  /** Takes an issue's file in. @throws IssueFileError, or what storage throws */
  const importFile = async (file: Blob, signal: AbortSignal): Promise<Imported> => {
    const imported = await library.importFile(file, signal)
    const { issue } = imported
    setSavedHint(issue.paper.id, issue.id, true)
    phases.set(keyOf(issue), { kind: 'saved' })
    return imported
  }

  const { list, exportFile, paper } = library
  return { phaseOf, save, cancel, remove, list, importFile, exportFile, paper }
})

import { onMounted, shallowRef, watch } from 'vue'
import { BundleError } from '@/bundle/fault'
import { formatIssueKey, type IssueKey } from '@/bundle/issue-key'
import type { SavePreferences } from '@/library/save-preferences'
import type { ShelfEntry } from '@/library/saved-issues'
import type { StorageFault } from '@/library/storage-fault'
import { storageFaultOf } from '@/library/storage-fault'
import type { StorageUse } from '@/library/storage-use'
import { lostIssues } from '../saving/keep-library'
import { setSavedHint } from '../saving/saved-hint'
import { useSavingStore } from '../saving/saving-store'

/** What the library contains, and what it should contain. */
export interface LibraryContents {
  readonly shelf: readonly ShelfEntry[]
  /** Saves that were started; not those of issues that are saved in an older revision. */
  readonly unfinished: readonly IssueKey[]
  readonly lost: readonly IssueKey[]
  readonly use: StorageUse | undefined
  readonly preferences: SavePreferences
}

/** State and actions of the library view. */
export const useLibraryView = () => {
  const saving = useSavingStore()
  const contents = shallowRef<LibraryContents>()
  const fault = shallowRef<StorageFault | 'unreachable'>()

  /** The library's own script did not come, or the browser does not give its database. @throws anything else */
  const tell = (error: unknown): void => {
    fault.value = error instanceof BundleError ? 'unreachable' : storageFaultOf(error)
    if (!fault.value) throw error
  }
  const load = async (): Promise<void> => {
    try {
      const calls = await saving.calls()
      const [shelf, news, lost, use, preferences] = await Promise.all([
        calls.shelf(),
        calls.news(),
        lostIssues(calls),
        calls.use(),
        calls.preferences(),
      ])
      const saved = new Set(shelf.map(formatIssueKey))
      const unfinished = news.unfinished
        .map(({ paper, issue }) => ({ paper, issue }))
        .filter((key) => !saved.has(formatIssueKey(key)))
      contents.value = { shelf, unfinished, lost, use, preferences }
      fault.value = undefined
    } catch (error) {
      tell(error)
    }
  }
  const then = async (action: Promise<unknown>): Promise<void> => {
    try {
      await action
    } catch (error) {
      return tell(error)
    }
    await load()
  }
  /** Clears the hint first: from then on it is a save like any other, which the library itself remembers. */
  const fetchAgain = async (key: IssueKey): Promise<void> => {
    setSavedHint(key, false)
    await saving.save(key)
  }
  onMounted(load)
  // A save in the background may finish while the list is on screen.
  watch(
    () => [saving.rounds, ...[...saving.phases].map(([key, { kind }]) => `${key} ${kind}`)].join(),
    () => void load(),
  )

  return {
    contents,
    fault,
    load,
    /** The app's own paper. */
    own: saving.paper,
    importFile: saving.importFile,
    peekFile: async (file: Blob) => (await saving.calls()).peekFile(file),
    exportFile: async (key: IssueKey) => (await saving.calls()).exportFile(key),
    phaseOf: saving.phaseOf,
    remove: (key: IssueKey) => then(saving.remove(key)),
    pin: (key: IssueKey, isPinned: boolean) => then(saving.calls().then(({ pin }) => pin(key, isPinned))),
    save: (key: IssueKey, withLarge?: boolean) => then(saving.save(key, { withLarge, isChoice: true })),
    pause: (key: IssueKey) => then(saving.pause(key)),
    cancel: (key: IssueKey) => then(saving.cancel(key)),
    fetchAgain: (key: IssueKey) => then(fetchAgain(key)),
    forget: async (key: IssueKey) => {
      setSavedHint(key, false)
      await load()
    },
    choose: (change: Partial<SavePreferences>) => then(saving.calls().then(({ choose }) => choose(change))),
  }
}

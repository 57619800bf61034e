import { onMounted, shallowRef, watch } from 'vue'
import type { IssueId, PaperId } from '@/bundle/ids'
import type { SavePreferences } from '@/library/save-preferences'
import type { ShelfEntry } from '@/library/saved-issues'
import type { StorageFault } from '@/library/storage-fault'
import { storageFaultOf } from '@/library/storage-fault'
import type { StorageUse } from '@/library/storage-use'
import { lostIssues } from '../saving/keep-library'
import { setSavedHint } from '../saving/saved-hint'
import { useSavingStore, type IssueName } from '../saving/saving-store'

/** What the library contains, and what it should contain. */
export interface LibraryContents {
  readonly shelf: readonly ShelfEntry[]
  /** Saves that were started; not those of issues that are saved in an older revision. */
  readonly unfinished: readonly IssueName[]
  readonly lost: readonly IssueName[]
  readonly use: StorageUse | undefined
  readonly preferences: SavePreferences
}

/** State and actions of the library view. */
export const useLibraryView = () => {
  const saving = useSavingStore()
  const contents = shallowRef<LibraryContents>()
  const fault = shallowRef<StorageFault>()

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
      const saved = new Set(shelf.map(({ paper, issue }) => `${paper}/${issue}`))
      const unfinished = news.unfinished
        .map(({ paper, issue }) => ({ paper: { id: paper }, id: issue }))
        .filter((issue) => !saved.has(saving.keyOf(issue)))
      contents.value = { shelf, unfinished, lost, use, preferences }
      fault.value = undefined
    } catch (error) {
      fault.value = storageFaultOf(error)
      if (!fault.value) throw error
    }
  }
  const then = async (action: Promise<void>): Promise<void> => {
    await action
    await load()
  }
  /** Clears the hint first: from then on it is a save like any other, which the library itself remembers. */
  const fetchAgain = async (issue: IssueName): Promise<void> => {
    setSavedHint(issue.paper.id, issue.id, false)
    await saving.save(issue)
  }
  const nameOf = ({ paper, issue }: ShelfEntry): IssueName => ({ paper: { id: paper }, id: issue })
  onMounted(load)
  // A save in the background may finish while the list is on screen.
  watch(
    () => [...saving.phases].map(([key, { kind }]) => `${key} ${kind}`).join(),
    () => void load(),
  )

  return {
    contents,
    fault,
    load,
    /** The app's own paper. */
    own: saving.paper,
    importFile: saving.importFile,
    exportFile: async (paper: PaperId, issue: IssueId) => (await saving.calls()).exportFile(paper, issue),
    phaseOf: saving.phaseOf,
    remove: (entry: ShelfEntry) => then(saving.remove(nameOf(entry))),
    pin: async ({ paper, issue }: ShelfEntry, isPinned: boolean) =>
      then((await saving.calls()).pin([paper, issue], isPinned)),
    save: (issue: IssueName, withLarge?: boolean) => then(saving.save(issue, { withLarge, isChoice: true })),
    pause: (issue: IssueName) => then(saving.pause(issue)),
    cancel: (issue: IssueName) => then(saving.cancel(issue)),
    fetchAgain: (issue: IssueName) => then(fetchAgain(issue)),
    forget: async (issue: IssueName) => {
      setSavedHint(issue.paper.id, issue.id, false)
      await load()
    },
    choose: async (change: Partial<SavePreferences>) => {
      await (await saving.calls()).choose(change)
      await load()
    },
  }
}

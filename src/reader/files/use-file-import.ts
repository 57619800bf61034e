import { onScopeDispose, shallowRef } from 'vue'
import type { Issue } from '@/bundle/issue'
import type { Imported, PeekedFile } from '@/library/issue-file/import-issue'
import { IssueFileError } from '@/library/issue-file/issue-file-fault'
import type { FaultWords } from '../i18n/fault-text'
import { useWords } from '../i18n/use-words'
import { zhHansFiles } from '../i18n/zh-hans-files'

/** Progress of a file that was opened. */
export type FilePhase =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading' }
  /** It came from outside, unasked: the reader says whether to take it in. */
  | { readonly kind: 'asking'; readonly found: PeekedFile }
  | { readonly kind: 'done'; readonly issue: Issue; readonly outcome: Imported['outcome'] }
  | { readonly kind: 'failed'; readonly words: FaultWords }

/** A file that was opened, with its name if it has one. */
export interface OpenedFile {
  readonly id: number
  readonly file: Blob
  readonly name: string | undefined
  readonly phase: FilePhase
}

interface FileCalls {
  readonly importFile: (file: Blob, signal: AbortSignal) => Promise<Imported>
  readonly peekFile: (file: Blob) => Promise<PeekedFile>
  readonly onDone: () => void
}

/** Imports issue files one after the other, with a word for each. */
export const useFileImport = ({ importFile, peekFile, onDone }: FileCalls) => {
  const words = useWords(zhHansFiles)
  const wordsOf = (error: unknown): FaultWords => {
    if (error instanceof IssueFileError) return words.faultOf(error.fault)
    // Storage fails with errors of its own, whose names Dexie passes on. Anything else is a bug, so it is thrown.
    if (error instanceof Error && /^(?!Type|Reference).*Error$/.test(error.name)) return words.failed
    throw error
  }
  const opened = shallowRef<readonly OpenedFile[]>([])
  const stop = new AbortController()
  const { signal } = stop
  let count = 0
  let last: Promise<void> = Promise.resolve()

  const show = (id: number, phase: FilePhase): void => {
    if (!signal.aborted) opened.value = opened.value.map((one) => (one.id === id ? { ...one, phase } : one))
  }
  /** Runs the step after those that wait already, so that one file at a time is in memory. */
  const inTurn = (id: number, step: () => Promise<FilePhase>): Promise<void> => {
    last = last.then(async () => {
      if (signal.aborted) return
      show(id, { kind: 'reading' })
      try {
        show(id, await step())
      } catch (error) {
        show(id, { kind: 'failed', words: wordsOf(error) })
      }
    })
    return last
  }
  const takeIn = ({ id, file }: Pick<OpenedFile, 'id' | 'file'>): Promise<void> =>
    inTurn(id, async () => {
      const imported = await importFile(file, signal)
      onDone()
      return { kind: 'done', ...imported }
    })
  const add = (files: readonly Blob[]): readonly OpenedFile[] => {
    const added = files.map((file): OpenedFile => {
      const name = file instanceof File ? file.name : undefined
      return { id: count++, file, name, phase: { kind: 'waiting' } }
    })
    const isBusy = opened.value.some(({ phase }) => ['waiting', 'reading', 'asking'].includes(phase.kind))
    opened.value = [...(isBusy ? opened.value : []), ...added]
    return added
  }
  const open = async (files: readonly Blob[]): Promise<void> => void (await Promise.all(add(files).map(takeIn)))
  /** Looks into files that came unasked, and leaves it to the reader to take them in. */
  const ask = async (files: readonly Blob[]): Promise<void> =>
    void (await Promise.all(
      add(files).map(({ id, file }) => inTurn(id, async () => ({ kind: 'asking', found: await peekFile(file) }))),
    ))
  const dismiss = ({ id }: Pick<OpenedFile, 'id'>): void => {
    opened.value = opened.value.filter((one) => one.id !== id)
  }
  onScopeDispose(() => stop.abort())
  return { opened, open, ask, takeIn, dismiss }
}

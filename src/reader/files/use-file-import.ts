import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { Issue } from '@/bundle/issue'
import type { Imported } from '@/library/issue-file/import-issue'
import { IssueFileError } from '@/library/issue-file/issue-file-fault'
import type { FaultWords } from '../i18n/fault-text'
import { useWords } from '../i18n/use-words'
import { zhHansFiles } from '../i18n/zh-hans-files'

/** Progress of the file that was opened last. */
export type FilePhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'done'; readonly issue: Issue; readonly outcome: Imported['outcome'] }
  | { readonly kind: 'failed'; readonly words: FaultWords }

/** Imports issue files one at a time; opening another aborts the one before. */
export const useFileImport = (
  importFile: (file: Blob, signal: AbortSignal) => Promise<Imported>,
  onDone: () => void,
): { phase: Readonly<ShallowRef<FilePhase>>; open: (file: Blob) => Promise<void> } => {
  const words = useWords(zhHansFiles)
  const wordsOf = (error: unknown): FaultWords => {
    if (error instanceof IssueFileError) return words.faultOf(error.fault)
    // Storage fails with errors of its own, whose names Dexie passes on. Anything else is a bug, so it is thrown.
    if (error instanceof Error && /^(?!Type|Reference).*Error$/.test(error.name)) return words.failed
    throw error
  }
  const phase = shallowRef<FilePhase>({ kind: 'idle' })
  let running = new AbortController()
  const open = async (file: Blob): Promise<void> => {
    running.abort()
    const own = (running = new AbortController())
    phase.value = { kind: 'reading' }
    try {
      const { issue, outcome } = await importFile(file, own.signal)
      if (own === running) phase.value = { kind: 'done', issue, outcome }
      onDone()
    } catch (error) {
      if (own === running) phase.value = { kind: 'failed', words: wordsOf(error) }
    }
  }
  onScopeDispose(() => running.abort())
  return { phase, open }
}

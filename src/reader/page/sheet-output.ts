import type { Issue } from '@/bundle/issue'
import { copyFromPage } from './copy-page'
import type { LaidSheet } from './sheet-page'
import { createSheetPaper } from './sheet-paper'

/** A sheet that can be printed, and copied from where its element is known. */
export interface SheetOutput {
  readonly sheet: LaidSheet
  readonly element?: Element
  readonly issue: Issue
}

/**
 * Copies text of the sheet on show as paragraphs. While it is printed, gives paper its size, where the browser takes one from a page;
 * elsewhere the sheet is scaled to the paper that there is.
 */
export const attachSheetOutput = (output: () => SheetOutput | undefined, signal: AbortSignal): void => {
  const { take, drop } = createSheetPaper()
  const copy = (event: ClipboardEvent): void => {
    const { element, sheet, issue } = output() ?? {}
    if (!element || !sheet || !issue || !event.clipboardData || event.defaultPrevented) return
    if (copyFromPage(event.clipboardData, element, sheet.pages, issue)) event.preventDefault()
  }
  document.addEventListener('copy', copy, { signal })
  addEventListener('beforeprint', () => take(output()?.sheet), { signal })
  addEventListener('afterprint', drop, { signal })
  signal.addEventListener('abort', drop)
}

import { onBeforeUnmount, onMounted } from 'vue'
import type { Issue } from '@/bundle/issue'
import type { SheetPage } from './sheet-page'

/** The pages on show and their element; undefined while they are not on show. */
export interface CopiedSheet {
  readonly element: Element
  readonly pages: readonly SheetPage[]
  readonly issue: Issue
}

/** Copies text of the sheet as paragraphs. The code comes with the page's gestures, before anybody can have selected something. */
export const usePageCopy = (sheet: () => CopiedSheet | undefined): void => {
  const ended = new AbortController()
  onMounted(async () => {
    const { copyFromPage } = await import('./copy-page')
    const copy = (event: ClipboardEvent): void => {
      const shown = sheet()
      if (!shown || !event.clipboardData || event.defaultPrevented) return
      if (copyFromPage(event.clipboardData, shown.element, shown.pages, shown.issue)) event.preventDefault()
    }
    if (!ended.signal.aborted) document.addEventListener('copy', copy, { signal: ended.signal })
  })
  onBeforeUnmount(() => ended.abort())
}

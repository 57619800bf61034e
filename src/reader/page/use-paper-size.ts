import { onBeforeUnmount, onMounted } from 'vue'
import type { LaidSheet } from './sheet-page'

/**
 * While it is printed, gives paper the size of the sheet on show, where the browser takes one from a page; elsewhere, and before the code
 * has come with the page's gestures, the sheet is scaled to the paper that there is (styles/components.css).
 * @param sheet undefined while it is not on show
 */
export const usePaperSize = (sheet: () => LaidSheet | undefined): void => {
  const ended = new AbortController()
  const { signal } = ended
  onMounted(async () => {
    const { createSheetPaper } = await import('./sheet-paper')
    if (signal.aborted) return
    const { take, drop } = createSheetPaper()
    addEventListener('beforeprint', () => take(sheet()), { signal })
    addEventListener('afterprint', drop, { signal })
    signal.addEventListener('abort', drop)
  })
  onBeforeUnmount(() => ended.abort())
}

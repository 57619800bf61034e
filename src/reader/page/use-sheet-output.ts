import { onBeforeUnmount, onMounted } from 'vue'
import type { SheetOutput } from './sheet-output'

/**
 * Gives out the sheet on show: to the clipboard, and to the printer. The code comes with the page's gestures, before anybody can have
 * selected something; a page that is printed earlier is scaled to the paper that there is (styles/components.css).
 * @param output undefined while the sheet is not on show
 */
export const useSheetOutput = (output: () => SheetOutput | undefined): void => {
  const ended = new AbortController()
  onMounted(async () => {
    const { attachSheetOutput } = await import('./sheet-output')
    if (!ended.signal.aborted) attachSheetOutput(output, ended.signal)
  })
  onBeforeUnmount(() => ended.abort())
}

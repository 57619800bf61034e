import { onMounted, onScopeDispose } from 'vue'
import { pageRule, paperSizeOf } from '@/bundle/paper-size'
import type { LaidSheet } from './sheet-page'

/**
 * While it is printed, gives paper the size of the sheet on show, where the browser takes one from a page; elsewhere the sheet is scaled
 * to the paper that there is (styles/components.css). A style sheet of a script is allowed by every policy.
 * @param sheet undefined while it is not on show
 */
export const usePaperSize = (sheet: () => LaidSheet | undefined): void => {
  const ended = new AbortController()
  let adopted: CSSStyleSheet | undefined
  const drop = (): void => {
    if (adopted) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== adopted)
    adopted = undefined
  }
  const adopt = (): void => {
    drop()
    const shown = sheet()
    const [first] = shown?.pages ?? []
    if (!shown || !first || !('adoptedStyleSheets' in document)) return
    const width = (paperSizeOf(first.page).width * shown.width) / (first.nominal.width * first.scale)
    adopted = new CSSStyleSheet()
    adopted.replaceSync(pageRule({ width, height: (width * shown.height) / shown.width }, 'sheet'))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, adopted]
  }
  onMounted(() => {
    addEventListener('beforeprint', adopt, { signal: ended.signal })
    addEventListener('afterprint', drop, { signal: ended.signal })
  })
  onScopeDispose(() => {
    ended.abort()
    drop()
  })
}

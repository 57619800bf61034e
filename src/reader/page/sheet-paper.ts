import { pageRule, paperSizeOf } from '@/bundle/paper-size'
import type { LaidSheet } from './sheet-page'

/** Paper of the size of a sheet, for as long as it is printed. A style sheet of a script is allowed by every policy. */
export const createSheetPaper = () => {
  let adopted: CSSStyleSheet | undefined
  const drop = (): void => {
    if (adopted) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== adopted)
    adopted = undefined
  }
  /** @param sheet undefined while it is not on show */
  const take = (sheet: LaidSheet | undefined): void => {
    drop()
    const [first] = sheet?.pages ?? []
    if (!sheet || !first || !('adoptedStyleSheets' in document)) return
    const width = (paperSizeOf(first.page).width * sheet.width) / (first.nominal.width * first.scale)
    adopted = new CSSStyleSheet()
    adopted.replaceSync(pageRule({ width, height: (width * sheet.height) / sheet.width }, 'sheet'))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, adopted]
  }
  return { take, drop }
}

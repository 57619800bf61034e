import { tidy } from '@/text/tidy'
import type { Clipping } from '../passages/clipping'

const latin = /[A-Za-z0-9]/u

/** Line ends mean nothing in running text: between Latin words they become a space, in Chinese they vanish. */
const withoutLineEnds = (text: string): string =>
  text.replace(/(?<!\s)\s*[\n\f]\s*/gu, (_, at: number, whole: string) => {
    const after = whole.slice(at).trimStart()
    return latin.test(whole[at - 1] ?? '') && latin.test(after[0] ?? '') ? ' ' : ''
  })

/** A clipping as it goes into the manuscript: on one line, with the marks and widths of Chinese typesetting. */
export const printedText = ({ text }: Clipping): string => tidy(withoutLineEnds(text).replace(/\s+/gu, ' '))

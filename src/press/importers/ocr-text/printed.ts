import { tidy } from '@/text/tidy'
import { charactersOf, type Strip } from './strip'

const latin = /[A-Za-z0-9]/u

/** The ends of printed lines mean nothing in running text: between Latin words they are a space, in Chinese nothing. */
const withoutLineEnds = (text: string): string =>
  text.replace(/\s*[\n\f]\s*/gu, (_, at: number, whole: string) => {
    const after = whole.slice(at).trimStart()
    return latin.test(whole[at - 1] ?? '') && latin.test(after[0] ?? '') ? ' ' : ''
  })

/** A strip as it goes into the manuscript: one line, set as Chinese is set. */
export const printedText = (raw: string, strip: Strip): string =>
  tidy(withoutLineEnds(charactersOf(raw, strip)).replace(/\s+/gu, ' '))

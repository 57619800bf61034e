import { Ledger } from '@/press/importers/ocr-text/ledger'
import { Clipping } from '@/press/importers/ocr-text/passages/clipping'
import type { Passage } from '@/press/importers/ocr-text/passages/passage'
import { readPassages } from '@/press/importers/ocr-text/passages/read-passages'

/** A clipping with this text, from a raw text of its own. */
export const clippingOf = (text: string): Clipping => Clipping.whole(text)

/** Passages printed with a blank line between them. */
export const passagesOf = (...texts: readonly string[]): readonly Passage[] => readPassages(texts.join('\n\n'))

export const textsOf = (passages: readonly Passage[]): readonly string[] => passages.map(({ text }) => text)

/** A pass's result for these passages, with the codes of its findings and the text that it closed. */
export const runPass = (
  pass: (passages: readonly Passage[], ledger: Ledger) => readonly Passage[],
  ...texts: readonly string[]
) => {
  const raw = texts.join('\n\n')
  const ledger = new Ledger(raw, 'page.txt')
  const passages = pass(readPassages(raw), ledger)
  return {
    passages,
    texts: textsOf(passages),
    codes: ledger.findings.map(({ code }) => code),
    whys: ledger.findings.map(({ why }) => why),
    closed: ledger.closed.map(({ text }) => text),
  }
}

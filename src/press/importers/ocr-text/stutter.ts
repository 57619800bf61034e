import type { Ledger } from './ledger'
import { readingOf, type Reading } from './letters'
import type { Passage } from './passages'
import { joinStrips, sliceStrip } from './strip'

/** Text that stands twice, the second copy straight after the first, is at least this long; longer than this it is not looked for. */
const shortestCopy = 12
const longestCopy = 400

/**
 * The first place from which a run of letters is read twice in a row, and the run's length. Where a sentence ends between
 * the two, a new one may begin with the same words by right.
 */
const doubledRun = ({ letters, characters }: Reading): { readonly at: number; readonly length: number } | undefined => {
  const endsSentence = (at: number): boolean =>
    /[。！？!?]/u.test(characters.slice(letters[at - 1]?.end, letters[at]?.start))
  for (let length = shortestCopy; length <= Math.min(longestCopy, letters.length / 2); length++) {
    let same = 0
    for (let at = 0; at + length < letters.length; at++) {
      same = letters[at]?.key === letters[at + length]?.key ? same + 1 : 0
      if (same >= length && !endsSentence(at + 1)) return { at: at - length + 1, length }
    }
  }
  return undefined
}

const withoutStutter = (raw: string, passage: Passage, ledger: Ledger): Passage => {
  const reading = readingOf(raw, passage.strip)
  const { strip, letters } = reading
  const run = doubledRun(reading)
  if (!run) return passage
  const [from, to] = [letters[run.at]?.start ?? 0, letters[run.at + run.length]?.start ?? 0]
  const [copy, kept] = [sliceStrip(strip, from, to), sliceStrip(strip, to)]
  ledger.close('ocr-removed-twin', [copy], {
    text: ledger.quote(copy),
    at: ledger.positionOf(copy),
    twin: ledger.positionOf(kept),
  })
  return withoutStutter(raw, { ...passage, strip: joinStrips(sliceStrip(strip, 0, from), kept) }, ledger)
}

/** Removes text that was read twice in a row inside one passage. */
export const removeStutters = (raw: string, passages: readonly Passage[], ledger: Ledger): readonly Passage[] =>
  passages.map((passage) => withoutStutter(raw, passage, ledger))

import type { Ledger } from './ledger'
import { readingOf, type Reading } from './letters'
import type { Passage } from './passages'
import { joinStrips, sliceStrip } from './strip'

/** Text that stands twice, the second copy straight after the first, is at least this long; longer than this it is not looked for. */
const shortestCopy = 8
const longestCopy = 400

/** A run of letters that is followed by copies of itself. */
interface Stutter {
  readonly at: number
  /** Letters of all copies but the last. */
  readonly surplus: number
}

/**
 * The first stutter of a text. Where a sentence ends between two copies, a new one may begin with the same words by right.
 */
const stutterIn = ({ letters, characters }: Reading): Stutter | undefined => {
  const isSame = (at: number, length: number): boolean => letters[at]?.key === letters[at + length]?.key
  const endsSentence = (at: number): boolean =>
    /[。！？!?]/u.test(characters.slice(letters[at - 1]?.end, letters[at]?.start))
  for (let length = shortestCopy; length <= Math.min(longestCopy, letters.length / 2); length++)
    for (let [at, same] = [0, 0]; at + length < letters.length; at++) {
      same = isSame(at, length) ? same + 1 : 0
      if (same < length || endsSentence(at + 1)) continue
      const start = at - length + 1
      while (at + 1 + length < letters.length && isSame(at + 1, length)) at++
      return { at: start, surplus: Math.floor((at + 1 - start) / length) * length }
    }
  return undefined
}

const withoutStutter = (raw: string, passage: Passage, ledger: Ledger): Passage => {
  const reading = readingOf(raw, passage.strip)
  const { strip, letters } = reading
  const stutter = stutterIn(reading)
  if (!stutter) return passage
  const [from, to] = [letters[stutter.at]?.start ?? 0, letters[stutter.at + stutter.surplus]?.start ?? 0]
  const [copies, kept] = [sliceStrip(strip, from, to), sliceStrip(strip, to)]
  ledger.close('ocr-removed-twin', [copies], {
    text: ledger.quote(copies),
    at: ledger.positionOf(copies),
    twin: ledger.positionOf(kept),
  })
  return withoutStutter(raw, { ...passage, strip: joinStrips(sliceStrip(strip, 0, from), kept) }, ledger)
}

/** Removes text that was read twice in a row inside one passage. */
export const removeStutters = (raw: string, passages: readonly Passage[], ledger: Ledger): readonly Passage[] =>
  passages.map((passage) => withoutStutter(raw, passage, ledger))

import type { Ledger } from '../ledger'
import { Clipping } from '../passages/clipping'
import type { Passage } from '../passages/passage'
import { longestCopy, shortestCopy } from './thresholds'

/** A run of letters that is followed by one or more copies of itself. */
interface ImmediateRepeat {
  /** The index of its first letter. */
  readonly at: number
  /** Letters of all copies but the last. */
  readonly surplus: number
}

/** The first immediate repeat of a text, apart from the same words at the beginning of two sentences. */
const findImmediateRepeat = ({ letters, text }: Clipping): ImmediateRepeat | undefined => {
  const isSame = (at: number, length: number): boolean => letters[at]?.key === letters[at + length]?.key
  const endsSentence = (at: number): boolean => /[。！？!?]/u.test(text.slice(letters[at - 1]?.end, letters[at]?.start))
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

const withoutRepeats = (clipping: Clipping, ledger: Ledger): Clipping => {
  const repeat = findImmediateRepeat(clipping)
  if (!repeat) return clipping
  const { letters } = clipping
  const [from, to] = [letters[repeat.at]?.start ?? 0, letters[repeat.at + repeat.surplus]?.start ?? 0]
  const [copies, kept] = [clipping.slice(from, to), clipping.slice(to)]
  ledger.close('ocr-removed-twin', [copies], {
    text: ledger.quote(copies),
    at: ledger.positionOf(copies),
    twin: ledger.positionOf(kept),
  })
  return withoutRepeats(Clipping.join(clipping.slice(0, from), kept), ledger)
}

/** Removes text that was read twice in a row inside one passage. The last copy is kept. */
export const removeImmediateRepeats = (passages: readonly Passage[], ledger: Ledger): readonly Passage[] =>
  passages.map((passage) => passage.with({ clipping: withoutRepeats(passage.clipping, ledger) }))

import type { Ledger } from '../ledger'
import type { Clipping } from '../passages/clipping'
import type { Passage } from '../passages/passage'
import { longestCaption } from '../passages/thresholds'
import { shortestExactRepeat } from './thresholds'

/** Signatures and jump lines stand under many articles, so alone they are no repeat. */
const isSignature = ({ kind, text }: Passage): boolean =>
  ['byline', 'credit', 'empty'].includes(kind) || (kind === 'head' && /[)）]\s*$/u.test(text))

/** Of equal passages the first is kept, or a short one that stands over a credit: it is the caption. */
const keptOf = (passages: readonly Passage[], equal: readonly Passage[]): Passage | undefined =>
  equal.find((passage) => {
    const next = passages[passages.indexOf(passage) + 1]
    return next?.kind === 'credit' && passage.folded.length <= longestCaption
  }) ?? equal[0]

/** What passages are compared by: the text, or the jump line where it stands alone. */
const keyOf = ({ folded, printed }: Passage): string => folded || printed.map((clipping) => clipping.folded).join('')

/** Each repeat with the passage that is kept instead. */
const originalsOf = (passages: readonly Passage[]): ReadonlyMap<Passage, Passage> => {
  const keys = passages.map(keyOf)
  const originals = new Map<Passage, Passage>()
  passages.forEach((passage, at) => {
    const key = keys[at] ?? ''
    const countsAlone = key.length >= shortestExactRepeat && !isSignature(passage)
    const equal = countsAlone ? passages.filter((_, other) => keys[other] === key) : []
    const before = passages[at - 1]
    const originalBefore = before && originals.get(before)
    const follower = originalBefore ? passages.indexOf(originalBefore) + 1 : -1
    const original = keptOf(passages, equal) ?? (keys[follower] === key ? passages[follower] : undefined)
    if (original && original !== passage) originals.set(passage, original)
  })
  return originals
}

/**
 * Removes passages that repeat another letter for letter. A short passage or a signature goes only if the passage
 * before it is a repeat too, and the same line follows that one's original. If only the repeat has a jump line, the
 * original takes it over.
 */
export const removeExactRepeats = (passages: readonly Passage[], ledger: Ledger): readonly Passage[] => {
  const originals = originalsOf(passages)
  const jumps = new Map<Passage, Clipping>()
  for (const [repeat, original] of originals) {
    const keptJump = original.jump || jumps.has(original) ? undefined : repeat.jump
    if (keptJump) jumps.set(original, keptJump)
    const removed = repeat.printed.filter((clipping) => clipping !== keptJump)
    ledger.close('ocr-removed-twin', removed, {
      text: removed.map((clipping) => ledger.quote(clipping)).join(' … '),
      at: ledger.positionOf(removed[0] ?? repeat.clipping),
      twin: ledger.positionOf(original.printed[0] ?? original.clipping),
    })
  }
  return passages
    .filter((passage) => !originals.has(passage))
    .map((passage) => {
      const jump = jumps.get(passage)
      return jump ? passage.with({ jump }) : passage
    })
}

import type { Ledger } from './ledger'
import { foldedOf } from './letters'
import { kindOf, longestCaption } from './passage-kind'
import type { Passage } from './passages'
import { charactersOf, type Strip } from './strip'

/** A shorter line may be printed twice by right: 简讯, a subhead, a credit. */
const shortestAlone = 8

const isShort = (raw: string, { strip }: Passage): boolean =>
  foldedOf(charactersOf(raw, strip)).length <= longestCaption

/** The whole passage, jump lines included. */
export const wholeOf = ({ from, strip, jump }: Passage): readonly Strip[] =>
  [from ?? [], strip, jump ?? []].filter(({ length }) => length > 0)

/** Signatures and jump lines stand under many articles: alone they are no repeat. */
const isSignature = (raw: string, passage: Passage): boolean =>
  ['byline', 'credit', 'empty'].includes(kindOf(raw, passage)) ||
  (kindOf(raw, passage) === 'head' && /[)）]\s*$/u.test(charactersOf(raw, passage.strip)))

/** Of equal passages the first is kept, unless they are short, and a later one stands over a credit: a caption. */
const keptOf = (raw: string, passages: readonly Passage[], equal: readonly Passage[]): Passage | undefined =>
  equal.find((passage) => {
    const next = passages[passages.indexOf(passage) + 1]
    return next !== undefined && kindOf(raw, next) === 'credit' && isShort(raw, passage)
  }) ?? equal[0]

/** A passage's letters; of a jump line that stands alone, the line's. */
const keyOf = (raw: string, passage: Passage): string =>
  foldedOf(charactersOf(raw, passage.strip)) ||
  foldedOf(
    wholeOf(passage)
      .map((strip) => charactersOf(raw, strip))
      .join(''),
  )

/** Each repeat with the passage that is kept in its stead. */
const originalsOf = (raw: string, passages: readonly Passage[]): ReadonlyMap<Passage, Passage> => {
  const keys = passages.map((passage) => keyOf(raw, passage))
  const originals = new Map<Passage, Passage>()
  passages.forEach((passage, at) => {
    const key = keys[at] ?? ''
    const isAlone = key.length >= shortestAlone && !isSignature(raw, passage)
    const equal = isAlone ? passages.filter((_, other) => keys[other] === key) : []
    const before = passages[at - 1]
    const originalBefore = before && originals.get(before)
    const follower = originalBefore ? passages.indexOf(originalBefore) + 1 : -1
    const original = keptOf(raw, passages, equal) ?? (keys[follower] === key ? passages[follower] : undefined)
    if (original && original !== passage) originals.set(passage, original)
  })
  return originals
}

/**
 * Removes passages that stand there letter for letter already. A short one or a signature goes only with its neighbour:
 * where the passage before it was a repeat, and the same line follows the original. A jump line that only the repeat has
 * goes over to the original.
 */
export const removeExactTwins = (raw: string, passages: readonly Passage[], ledger: Ledger): readonly Passage[] => {
  const originals = originalsOf(raw, passages)
  const jumps = new Map<Passage, Strip>()
  for (const [twin, original] of originals) {
    const isJumpKept = twin.jump !== undefined && !original.jump && !jumps.has(original)
    if (isJumpKept && twin.jump) jumps.set(original, twin.jump)
    const gone = wholeOf(isJumpKept ? { ...twin, jump: [] } : twin)
    ledger.close('ocr-removed-twin', gone, {
      text: gone.map((strip) => ledger.quote(strip)).join(' … '),
      at: ledger.positionOf(gone[0] ?? twin.strip),
      twin: ledger.positionOf(wholeOf(original)[0] ?? original.strip),
    })
  }
  return passages
    .filter((passage) => !originals.has(passage))
    .map((passage) => {
      const jump = jumps.get(passage)
      return jump ? { ...passage, jump } : passage
    })
}

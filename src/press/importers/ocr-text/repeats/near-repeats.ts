import { tidy } from '@/text/tidy'
import type { Ledger } from '../ledger'
import type { Clipping } from '../passages/clipping'
import { foldLetters } from '../passages/letters'
import { Passage } from '../passages/passage'
import { isRunningText } from '../passages/passage-kind'
import { mendedOriginal, reportMatch } from './mend'
import { bestMatchAt, type NearMatch } from './near-match'
import { SeedIndex } from './seed-index'
import { sameEnd, shortestScrap } from './thresholds'

/** The repeat's jump line, if the original has none and ends as the repeat does. */
const jumpFor = ({ repeat, original, verdict }: NearMatch): Clipping | undefined => {
  const endOf = ({ letters }: Passage): string => foldLetters(letters.slice(-sameEnd))
  return !original.jump && (verdict.extension || endOf(repeat) === endOf(original)) ? repeat.jump : undefined
}

/** The passages without a repeat: its original mended, and text that was only glued to it left in its place. */
const applyMatch = (
  passages: readonly Passage[],
  index: SeedIndex<Passage>,
  match: NearMatch,
  ledger: Ledger,
): readonly Passage[] => {
  const { repeat, original, verdict } = match
  const clippings = { repeat: repeat.clipping, original: original.clipping, verdict }
  const jump = jumpFor(match)
  const jumpLines = [repeat.from, jump ? undefined : repeat.jump].filter((clipping) => clipping !== undefined)
  reportMatch(clippings, ledger, jumpLines)
  const mended = original.with({ clipping: mendedOriginal(clippings), ...(jump && { jump }) })
  const { order, gap } = repeat
  const leftOvers = verdict.leftOvers.map(
    ({ from, to }) => new Passage({ clipping: repeat.clipping.sliceLetters(from, to).trim(), order, gap }),
  )
  for (const gone of [repeat, original]) index.remove(gone)
  for (const come of [mended, ...leftOvers]) index.add(come)
  return passages.flatMap((passage) => (passage === repeat ? leftOvers : passage === original ? [mended] : [passage]))
}

/** Lines that look like titles, but stand word for word and mark for mark in running text. */
const scrapsAmong = (passages: readonly Passage[]): ReadonlySet<Passage> => {
  // In one string, because a title has no line break: a search of many texts for many titles takes long.
  const texts = passages.flatMap(({ kind, text }) => (isRunningText(kind) ? tidy(text) : [])).join('\n')
  return new Set(
    passages.filter(({ kind, text, letters }) => {
      const printed = tidy(text)
      return kind === 'title' && letters.length >= shortestScrap && /[，、；]/u.test(printed) && texts.includes(printed)
    }),
  )
}

/**
 * Removes passages that repeat another with damage: cut short, with a title glued before them, with text of their own.
 * Of two passages that one goes whose text the other has nearly complete. What it alone has is put back into the other,
 * where the text on both sides agrees. `elsewhere` is folded text that is no passage any more, such as captions.
 */
export const removeNearRepeats = (
  passages: readonly Passage[],
  elsewhere: readonly string[],
  ledger: Ledger,
): readonly Passage[] => {
  const scraps = scrapsAmong(passages)
  const index = new SeedIndex<Passage>()
  for (const passage of passages) index.add(passage)
  let rest = passages
  for (let at = 0; at < rest.length;) {
    const match = bestMatchAt({ passages: rest, index, scraps, elsewhere }, at)
    if (!match) at++
    else {
      // The mended original may now repeat a passage before it.
      at = Math.min(rest.indexOf(match.repeat), rest.indexOf(match.original))
      rest = applyMatch(rest, index, match, ledger)
    }
  }
  return rest
}

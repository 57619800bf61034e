import type { Clipping } from '../passages/clipping'
import { foldedOf } from '../passages/letters'
import { looksLikeTitle } from '../passages/passage-kind'
import { isCovered, isKnown, isKnownAtEnd, type Known } from './known-text'
import {
  beginsSentence,
  lettersIn,
  readAsRepeat,
  type Difference,
  type LetterRange,
  type RepeatReading,
  type Residue,
} from './repeat-reading'
import {
  alwaysLoose,
  alwaysVariant,
  fewestSharedAfterTitle,
  longestEntry,
  longestLoose,
  mostLooseShare,
  mostVariantShare,
  sharedPerTitleLetter,
  shortestGluedTitle,
} from './thresholds'

/** What becomes of the text that only a repeat has. */
export interface RepeatVerdict {
  readonly reading: RepeatReading
  /** Text that goes back into the original: between two of its letters, before its first, after its last. */
  readonly inserts: readonly Difference[]
  readonly prelude?: Residue
  readonly extension?: Residue
  /** Text that stays where it is: a title or whole sentences glued to the repeat. */
  readonly leftOvers: readonly Residue[]
  /** A title among the left-overs runs on into the repeat without a space or mark, so it may be no title. */
  readonly isRunOn: boolean
  /** A few letters that fit nowhere. The report names them. */
  readonly loose: readonly Residue[]
}

/** What is known of two passages besides their letters. */
export interface RepeatSituation {
  /** Text elsewhere that part of the repeat may repeat. */
  readonly known: Known
  /** No jump line ends the original, so text may follow where it breaks off. */
  readonly isOpen: boolean
  /** The repeat begins with a report head, which must not be lost. */
  readonly isHead: boolean
  /** A title may be glued before the repeat. */
  readonly mayHoldTitle: boolean
  /** How much whole text may be glued to the repeat, as a share of the original's length. */
  readonly leftOverShare: number
}

const hasNumeral = ({ letters }: Clipping, from: number, to: number): boolean =>
  letters.slice(from, to).some(({ key }) => /[\p{N}一二三四五六七八九十百千两]/u.test(key))

/** Whether text at the head or tail of a repeat is complete: a sentence ends between it and the rest. */
const standsAlone = (repeat: Clipping, { from, to, where }: Residue): boolean =>
  where === 'head' ? beginsSentence(repeat, to) : where === 'tail' && beginsSentence(repeat, from)

/** Letters with the marks after them, which tell a title from a scrap of running text. */
const wordsOf = ({ text, letters }: Clipping, { from, to }: LetterRange): string =>
  text.slice(letters[from]?.start, letters[to]?.start)

const runsOn = ({ letters }: Clipping, { to }: Residue): boolean => letters[to - 1]?.end === letters[to]?.start

const isGluedTitle = (repeat: Clipping, residue: Residue, shared: number): boolean => {
  const [words, length] = [wordsOf(repeat, residue), residue.to - residue.from]
  if (residue.where !== 'head' || length < shortestGluedTitle || !looksLikeTitle(words)) return false
  const isLongBefore = shared >= Math.max(fewestSharedAfterTitle, sharedPerTitleLetter * length)
  return !runsOn(repeat, residue) || (!/[，,、]/u.test(words) && isLongBefore)
}

/** Whether the letters in which two texts differ are too many for a repeat, or make two entries of a list of it. */
const differTooMuch = (repeat: Clipping, original: Clipping, variants: readonly Difference[]): boolean => {
  const lengths = variants.map(({ from, to, originalFrom, originalTo }) =>
    Math.max(to - from, originalTo - originalFrom),
  )
  const size = repeat.letters.length
  const most = Math.max(alwaysVariant, size * mostVariantShare)
  return (
    lengths.reduce((sum, length) => sum + length, 0) > most ||
    (size <= longestEntry &&
      variants.some(
        ({ from, to, originalFrom, originalTo }) =>
          hasNumeral(repeat, from, to) || hasNumeral(original, originalFrom, originalTo),
      ))
  )
}

/** Whether the letters that fit nowhere are so many that they would be missed. */
const wouldBeMissed = (repeat: Clipping, loose: readonly Residue[]): boolean => {
  const size = repeat.letters.length
  return (
    loose.some(({ from, to }) => to - from > longestLoose) ||
    lettersIn(loose) > Math.max(alwaysLoose, size * mostLooseShare) ||
    (size <= longestEntry && loose.some(({ from, to }) => hasNumeral(repeat, from, to)))
  )
}

/** What becomes of the text that only a repeat has; undefined if it is no repeat of the original. */
export const judgeRepeat = (
  repeat: Clipping,
  original: Clipping,
  { known, isOpen, isHead, mayHoldTitle, leftOverShare }: RepeatSituation,
): RepeatVerdict | undefined => {
  const reading = readAsRepeat(repeat, original)
  if (!reading) return undefined
  const { prelude, extension, residues, variants, inserts, shared } = reading
  if (isHead && (prelude || residues.some(({ where }) => where === 'head'))) return undefined
  if (differTooMuch(repeat, original, variants)) return undefined
  const isLost = (end: Residue | undefined): end is Residue =>
    end !== undefined && !isKnownAtEnd(wordsOf(repeat, end), end.where, known)
  const unknown = [...residues, ...(extension && !isOpen ? [extension] : [])].filter(
    (residue) => !isKnown(wordsOf(repeat, residue), known),
  )
  const titles = mayHoldTitle ? unknown.filter((residue) => isGluedTitle(repeat, residue, shared)) : []
  const rest = unknown.filter((residue) => !titles.includes(residue))
  const sentences = rest.filter((residue) => residue.to - residue.from > longestLoose && standsAlone(repeat, residue))
  const loose = rest.filter((residue) => !sentences.includes(residue))
  if (wouldBeMissed(repeat, loose) || lettersIn(sentences) > original.letters.length * leftOverShare) return undefined
  return {
    reading,
    inserts: inserts.filter((insert) => !isCovered(foldedOf(wordsOf(repeat, insert)), known.texts)),
    ...(isLost(prelude) && { prelude }),
    ...(isOpen && isLost(extension) && { extension }),
    leftOvers: [...titles, ...sentences].sort((one, other) => one.from - other.from),
    isRunOn: titles.some((title) => runsOn(repeat, title)),
    loose,
  }
}

import { isCovered, isKnown, isKnownAtEnd, type Known } from './known-text'
import { foldedOf, type Reading } from './letters'
import { looksLikeTitle } from './passage-kind'
import { beginsSentence, readAsTwin, type Difference, type Residue, type TwinReading } from './twin-reading'

/** What becomes of the text that only a twin holds. */
export interface TwinVerdict {
  readonly reading: TwinReading
  /** Text that goes back into the original: between two of its letters, before its first, after its last. */
  readonly inserts: readonly Difference[]
  readonly prelude?: Residue
  readonly extension?: Residue
  /** Text that has nothing to do with the original and stays where it is: a title or whole sentences glued to the repeat. */
  readonly leftOvers: readonly Residue[]
  /** A left over title runs into the repeat without a space or the end of a sentence: it may be no title. */
  readonly isRunOn: boolean
  /** A few letters that fit nowhere; they are named in the report. */
  readonly loose: readonly Residue[]
}

/** So many letters of a twin may fit nowhere before it is no twin. */
const looseShare = 0.15
const mostLoose = 12
const variantShare = 0.08
const shortestTitle = 4

/** Lines no longer than this that differ in a number are two entries of a list, not one read twice. */
const longestEntry = 60

const hasNumeral = ({ letters }: Reading, from: number, to: number): boolean =>
  letters.slice(from, to).some(({ key }) => /[\p{N}一二三四五六七八九十百千两]/u.test(key))

const differsInNumber = (twin: Reading, original: Reading, variants: readonly Difference[]): boolean =>
  variants.some(
    ({ from, to, originalFrom, originalTo }) =>
      hasNumeral(twin, from, to) || hasNumeral(original, originalFrom, originalTo),
  )

/** Text at the twin's head or tail that is whole by itself: it ends where the repeat begins a sentence, or the reverse. */
const standsAlone = (twin: Reading, { from, to, where }: Residue): boolean =>
  where === 'head' ? beginsSentence(twin, to) : where === 'tail' && beginsSentence(twin, from)

/** What is known of two passages beside their letters. */
export interface TwinSituation {
  /** Text that a piece of the twin may repeat. */
  readonly known: Known
  /** The original may go on where it breaks off: no jump line stands there. */
  readonly isOpen: boolean
  /** The twin begins with a report head, which must not be lost. */
  readonly isHead: boolean
  /** A title may have been glued before it. */
  readonly mayHoldTitle: boolean
  /** How much whole text may be glued to the repeat, against the original's length. */
  readonly leftOverShare: number
}

/** A title that runs straight into the repeat is believed only before a repeat of this length, and twice its own. */
const shortestAfterTitle = 40

const lengthOf = (pieces: readonly { readonly from: number; readonly to: number }[]): number =>
  pieces.reduce((sum, { from, to }) => sum + to - from, 0)

/** A piece with the marks after it, by which a title and a scrap of running text are told apart. */
const wordsOf = ({ characters, letters }: Reading, { from, to }: Pick<Residue, 'from' | 'to'>): string =>
  characters.slice(letters[from]?.start, letters[to]?.start)

const runsOn = ({ letters }: Reading, { to }: Residue): boolean => letters[to - 1]?.end === letters[to]?.start

/** A title that was glued before the repeat. */
const isGluedTitle = (twin: Reading, residue: Residue, shared: number): boolean => {
  const [words, length] = [wordsOf(twin, residue), residue.to - residue.from]
  if (residue.where !== 'head' || length < shortestTitle || !looksLikeTitle(words)) return false
  return !runsOn(twin, residue) || (!/[，,、]/u.test(words) && shared >= Math.max(shortestAfterTitle, 2 * length))
}

/** Judges whether a passage is a repeat of another, and what becomes of the text that only the repeat holds. */
export const judgeTwin = (
  twin: Reading,
  original: Reading,
  { known, isOpen, isHead, mayHoldTitle, leftOverShare }: TwinSituation,
): TwinVerdict | undefined => {
  const reading = readAsTwin(twin, original)
  if (!reading) return undefined
  const { prelude, extension, residues, variants, inserts, shared } = reading
  const isNew = (piece: Pick<Residue, 'from' | 'to'>): boolean => !isKnown(wordsOf(twin, piece), known)
  const unknown = [...residues, ...(extension && !isOpen ? [extension] : [])].filter(isNew)
  const isLost = (end: Residue | undefined): end is Residue =>
    end !== undefined && !isKnownAtEnd(wordsOf(twin, end), end.where, known)
  const titles = mayHoldTitle ? unknown.filter((residue) => isGluedTitle(twin, residue, shared)) : []
  const rest = unknown.filter((residue) => !titles.includes(residue))
  const sentences = rest.filter((residue) => residue.to - residue.from > mostLoose && standsAlone(twin, residue))
  const loose = rest.filter((residue) => !sentences.includes(residue))
  const size = twin.letters.length
  const differing = variants.map(({ from, to, originalFrom, originalTo }) =>
    Math.max(to - from, originalTo - originalFrom),
  )
  if (
    (isHead && (prelude ?? residues.some(({ where }) => where === 'head'))) ||
    loose.some(({ from, to }) => to - from > mostLoose) ||
    lengthOf(loose) > Math.max(2, size * looseShare) ||
    lengthOf(sentences) > original.letters.length * leftOverShare ||
    differing.reduce((sum, letters) => sum + letters, 0) > Math.max(3, size * variantShare) ||
    (size <= longestEntry &&
      (loose.some(({ from, to }) => hasNumeral(twin, from, to)) || differsInNumber(twin, original, variants)))
  )
    return undefined
  return {
    reading,
    inserts: inserts.filter((insert) => !isCovered(foldedOf(wordsOf(twin, insert)), known.texts)),
    ...(isLost(prelude) && { prelude }),
    ...(isOpen && isLost(extension) && { extension }),
    leftOvers: [...titles, ...sentences].sort((one, other) => one.from - other.from),
    isRunOn: titles.some((title) => runsOn(twin, title)),
    loose,
  }
}

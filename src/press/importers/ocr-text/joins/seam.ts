import { foldedOf } from '../passages/letters'
import { goesOnSign, knownPairSign, knownTripleSign, pairLength, seamReach, tripleLength } from './thresholds'

/** What speaks for one text going on in another. */
export interface SeamEvidence {
  /** The sum of the signs; 0 for none. */
  readonly strength: number
  /** The second text begins inside a sentence or a word: nowhere on the page do its first characters follow a mark. */
  readonly isTorn: boolean
  /** The second text begins as no sentence does. */
  readonly goesOn: boolean
  /** The second text begins as a sentence of its own would. */
  readonly isAgainst: boolean
}

const opensSentence =
  /^[\s“"‘「『（(【]*(?:本[报報][讯訊]|据悉|据了解|据介绍|近日|昨天|昨日|今天|今日|目前|当前|同时|此外|另外|下一步|与此同时|会上|活动中|随后|为此|[\p{Script=Han}·]{2,4}(?:表示|说|指出|认为|介绍|强调|告诉|代表|要求|坦言))/u
/** No sentence begins with such a mark or the last character of a word, nor ends after two or three characters. */
const goesOnWith =
  /^\s*(?:[，,、。；;：:！!？?）)”’」』》的了们]|\p{Script=Han}[，,、。；;）)”]|\p{Script=Han}{2,4}[。；;])/u

/** Whether a text begins as no sentence does, so that something before it was cut off. */
export const goesOn = (text: string): boolean => goesOnWith.test(text)

/** What stands together on a page. */
export interface PageText {
  /** Every two and every three letters or digits that follow one another, folded. */
  readonly sequences: ReadonlySet<string>
  /** Every one and every two characters that follow a mark, as the beginning of a word does. */
  readonly openings: ReadonlySet<string>
}

const marks = '，,、。；;：:！!？?（(“"‘「『《【\n'

/**
 * @param folded letters and digits, folded
 * @param printed with its marks
 */
export const pageTextOf = (folded: string, printed: string): PageText => {
  const letters = [...folded]
  const sequences = new Set<string>()
  const openings = new Set<string>()
  for (let at = 0; at < letters.length; at++)
    for (const length of [pairLength, tripleLength]) sequences.add(letters.slice(at, at + length).join(''))
  for (let at = 0; at < printed.length; at++)
    if (marks.includes(printed.charAt(at)))
      for (const length of [0, 1, 2]) openings.add(printed.slice(at + 1, at + 1 + length))
  return { sequences, openings }
}

/**
 * Weighs whether `after` goes on where `before` breaks off. A word that was cut in two at the end of a column
 * (免费借｜阅) often stands whole elsewhere on the page (借阅).
 */
export const seamEvidence = (before: string, after: string, { sequences, openings }: PageText): SeamEvidence => {
  const [left, right] = [[...foldedOf(before.slice(-seamReach))], [...foldedOf(after.slice(0, seamReach))]]
  const isKnown = (word: readonly (string | undefined)[]): boolean => {
    const letters = word.filter((letter) => letter !== undefined)
    return letters.length === word.length && sequences.has(letters.join(''))
  }
  const pair = isKnown([left.at(-1), right[0]])
  const triple = isKnown([left.at(-2), left.at(-1), right[0]]) || isKnown([left.at(-1), right[0], right[1]])
  return {
    strength: (goesOn(after) ? goesOnSign : 0) + (pair ? knownPairSign : 0) + (triple ? knownTripleSign : 0),
    isTorn: goesOn(after) || !openings.has(after.trimStart().slice(0, 2)),
    goesOn: goesOn(after),
    isAgainst: opensSentence.test(after),
  }
}

import { foldedOf } from '../passages/letters'
import { goesOnSign, knownPairSign, knownTripleSign, seamReach } from './thresholds'

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

/** A page's text, to look up what stands together on it. */
export interface PageText {
  /** Letters and digits, folded. */
  readonly folded: string
  /** As printed, with its marks. */
  readonly printed: string
}

const marks = '，,、。；;：:！!？?（(“"‘「『《【\n'

/** Whether the first two characters of a text follow a mark somewhere on the page, as the beginning of a word does. */
const beginsWord = (text: string, printed: string): boolean => {
  const opening = text.trimStart().slice(0, 2)
  return [...marks].some((mark) => printed.includes(mark + opening))
}

/**
 * Weighs whether `after` goes on where `before` breaks off. A word that was cut in two at the end of a column
 * (免费借｜阅) often stands whole elsewhere on the page (借阅).
 */
export const seamEvidence = (before: string, after: string, { folded, printed }: PageText): SeamEvidence => {
  const [left, right] = [[...foldedOf(before.slice(-seamReach))], [...foldedOf(after.slice(0, seamReach))]]
  const isKnown = (word: readonly (string | undefined)[]): boolean => {
    const letters = word.filter((letter) => letter !== undefined).join('')
    return letters.length === word.length && folded.includes(letters)
  }
  const pair = isKnown([left.at(-1), right[0]])
  const triple = isKnown([left.at(-2), left.at(-1), right[0]]) || isKnown([left.at(-1), right[0], right[1]])
  return {
    strength: (goesOn(after) ? goesOnSign : 0) + (pair ? knownPairSign : 0) + (triple ? knownTripleSign : 0),
    isTorn: goesOn(after) || !beginsWord(after, printed),
    goesOn: goesOn(after),
    isAgainst: opensSentence.test(after),
  }
}

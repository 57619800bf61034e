import { foldedOf } from './letters'

/** What speaks for one text going on in another. `against`: the second begins like a sentence of its own. */
export interface SeamEvidence {
  /** 0 nothing; 1 the two characters at the seam stand together elsewhere on the page; more for stronger signs. */
  readonly strength: number
  /** The second begins in the middle of a sentence or a word: no mark on the page is followed by its first characters. */
  readonly isTorn: boolean
  /** The second begins with a mark, or the end of a word, that no sentence begins with. */
  readonly goesOn: boolean
  readonly isAgainst: boolean
}

const opens =
  /^[\s“"‘「『（(【]*(?:本[报報][讯訊]|据悉|据了解|据介绍|近日|昨天|昨日|今天|今日|目前|当前|同时|此外|另外|下一步|与此同时|会上|活动中|随后|为此|[\p{Script=Han}·]{2,4}(?:表示|说|指出|认为|介绍|强调|告诉|代表|要求|坦言))/u
/** No sentence begins with these, nor with the last character of a word, nor ends after two or three. */
const goesOnWith =
  /^\s*(?:[，,、。；;：:！!？?）)”’」』》的了们]|\p{Script=Han}[，,、。；;）)”]|\p{Script=Han}{2,4}[。；;])/u

/** Whether a text begins as no sentence does, so that something before it was cut. */
export const goesOn = (text: string): boolean => goesOnWith.test(text)

/** A page's text, to look up what stands together on it. */
export interface PageText {
  /** Letters and digits, folded. */
  readonly folded: string
  /** As printed, with its marks. */
  readonly printed: string
}

const marks = '，,、。；;：:！!？?（(“"‘「『《【\n'

/** Whether the first two characters of a text stand after a mark somewhere, as the beginning of a word does. */
const beginsWord = (text: string, printed: string): boolean => {
  const opening = text.trimStart().slice(0, 2)
  return [...marks].some((mark) => printed.includes(mark + opening))
}

/**
 * Weighs whether `after` goes on where `before` breaks off. A word cut in two at a column's end (免费借｜阅) often stands
 * whole elsewhere on the page (借阅).
 */
export const seamEvidence = (before: string, after: string, { folded, printed }: PageText): SeamEvidence => {
  const [left, right] = [[...foldedOf(before.slice(-12))], [...foldedOf(after.slice(0, 12))]]
  const isKnown = (word: readonly (string | undefined)[]): boolean => {
    const letters = word.filter((letter) => letter !== undefined).join('')
    return letters.length === word.length && folded.includes(letters)
  }
  const pair = isKnown([left.at(-1), right[0]])
  const triple = isKnown([left.at(-2), left.at(-1), right[0]]) || isKnown([left.at(-1), right[0], right[1]])
  return {
    strength: (goesOn(after) ? 3 : 0) + (pair ? 1 : 0) + (triple ? 2 : 0),
    isTorn: goesOn(after) || !beginsWord(after, printed),
    goesOn: goesOn(after),
    isAgainst: opens.test(after),
  }
}

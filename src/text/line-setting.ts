import { advanceOf, drawingOf, isCommonHan, type Drawing, type SettingWeight } from './advance'
import { isTraditional } from './language'

/**
 * Spacing in a line that the press and the reader compute in the same way, so that a bundle need not store it: the gap
 * between Chinese and Latin, and punctuation that gives up its blank half next to other punctuation or at the end of
 * the line. Source: W3C Requirements for Chinese Text Layout (clreq), 3.1.6 adjustment of punctuation, 3.2.2 mixed
 * text.
 */

/** Where stops and commas sit in their em: in the corner (simplified Chinese) or in the middle (traditional). */
export type MarkPlacement = 'corner' | 'centred'

/** @param lang BCP 47 */
export const markPlacementOf = (lang: string): MarkPlacement => (isTraditional(lang) ? 'centred' : 'corner')

/** How a line is set: the weight of its Latin characters, and where its language puts punctuation. */
export interface LineFace {
  readonly weight: SettingWeight
  readonly marks: MarkPlacement
}

const closingBrackets = '）》〉】」』〕｝］’”'
const stops = '，。、；：！？'
/** Marks whose right half is blank; a stop in the middle of its em has no blank half. */
const blankAfter: Readonly<Record<MarkPlacement, ReadonlySet<string>>> = {
  corner: new Set(closingBrackets + stops),
  centred: new Set(closingBrackets),
}
const closing = new Set(closingBrackets + stops)
/** Marks whose left half is blank. */
const opening = new Set('（《〈【「『〔｛［‘“')
/** Letters and digits narrower than an em; full-width forms bring their own space. */
const word = /^(?![\uff01-\uff60])[\p{Script=Latin}\p{Nd}%$£¥°℃‰]$/u
const ideograph = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u

export const isClosingMark = (character: string): boolean => closing.has(character)
export const isOpeningMark = (character: string): boolean => opening.has(character)

/** Gap between Chinese and Latin, thousandths of an em. */
const mixedGap = 125
/** Width that a mark gives up, thousandths of an em. */
const blankHalf = 500

/** Extra space after a character, in thousandths of an em; `next` is undefined at the end of the line. */
export const extraAfter = (character: string, next: string | undefined, marks: MarkPlacement): number => {
  if (next !== undefined && isCommonHan(character) && isCommonHan(next)) return 0
  if (blankAfter[marks].has(character))
    return next === undefined || closing.has(next) || opening.has(next) ? -blankHalf : 0
  if (next === undefined) return 0
  if (opening.has(character)) return opening.has(next) ? -blankHalf : 0
  const isMixed = (ideograph.test(character) && word.test(next)) || (word.test(character) && ideograph.test(next))
  return isMixed ? mixedGap : 0
}

/** Adjacent characters of a line that are drawn in the same way. */
export interface LineSegment {
  readonly text: string
  readonly drawing: Drawing
  /** Letter-spacing in addition to the line's own, thousandths of an em. */
  readonly extra: number
}

/** The line as the reader draws it; the texts of the segments, joined, are the line. */
export const segmentsOf = (line: string, { weight, marks }: LineFace): LineSegment[] => {
  const segments: { text: string; drawing: Drawing; extra: number }[] = []
  const characters = [...line]
  characters.forEach((character, index) => {
    const drawing = drawingOf(character, weight)
    const extra = extraAfter(character, characters[index + 1], marks)
    const before = segments.at(-1)
    const isOwnBox = drawing === 'boxed' || drawing === 'gaiji'
    if (before && before.extra === extra && !isOwnBox && before.drawing !== 'boxed' && before.drawing !== 'gaiji')
      before.text += character
    else segments.push({ text: character, drawing, extra })
  })
  return segments
}

/** Width of a line without letter-spacing, thousandths of an em. */
export const lineWidthOf = (line: string, { weight, marks }: LineFace): number => {
  const characters = [...line]
  return characters.reduce(
    (sum, character, index) => sum + advanceOf(character, weight) + extraAfter(character, characters[index + 1], marks),
    0,
  )
}

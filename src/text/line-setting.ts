import { advanceOf, drawingOf, isCommonHan, type Drawing, type SettingWeight } from './advance'
import { isTraditional } from './language'

/**
 * What the press counts and the reader draws alike in one line of type, so that neither is stored: room between Chinese and
 * Latin, and marks that give up their blank half beside another mark or at the line's end. Source: W3C Requirements for
 * Chinese Text Layout (clreq), 3.1.6 adjustment of punctuation, 3.2.2 mixed text.
 */

/** Where stops and commas stand in their em: in the corner (simplified Chinese), or in the middle (traditional). */
export type MarkPlacement = 'corner' | 'centred'

/** By BCP 47 language. */
export const markPlacementOf = (lang: string): MarkPlacement => (isTraditional(lang) ? 'centred' : 'corner')

/** What a line is set in: the weight of its Latin, and its language's way with marks. */
export interface LineFace {
  readonly weight: SettingWeight
  readonly marks: MarkPlacement
}

const closingBrackets = '）》〉】」』〕｝］’”'
const stops = '，。、；：！？'
/** Marks whose right half is blank; a stop in the middle of its em has no half to give. */
const blankAfter: Readonly<Record<MarkPlacement, ReadonlySet<string>>> = {
  corner: new Set(closingBrackets + stops),
  centred: new Set(closingBrackets),
}
const closing = new Set(closingBrackets + stops)
/** Marks whose left half is blank. */
const opening = new Set('（《〈【「『〔｛［‘“')
/** Letters and digits of their own width; full-width forms have their room within their em. */
const word = /^(?![\uff01-\uff60])[\p{Script=Latin}\p{Nd}%$£¥°℃‰]$/u
const ideograph = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u

export const isClosingMark = (character: string): boolean => closing.has(character)
export const isOpeningMark = (character: string): boolean => opening.has(character)

/** Room between Chinese and Latin, thousandths of an em. */
const mixedGap = 125
/** What a mark gives up, thousandths of an em. */
const blankHalf = 500

/** Extra room after a character that `next` follows (undefined at the line's end), thousandths of an em. */
export const extraAfter = (character: string, next: string | undefined, marks: MarkPlacement): number => {
  if (next !== undefined && isCommonHan(character) && isCommonHan(next)) return 0
  if (blankAfter[marks].has(character))
    return next === undefined || closing.has(next) || opening.has(next) ? -blankHalf : 0
  if (next === undefined) return 0
  if (opening.has(character)) return opening.has(next) ? -blankHalf : 0
  const isMixed = (ideograph.test(character) && word.test(next)) || (word.test(character) && ideograph.test(next))
  return isMixed ? mixedGap : 0
}

/** Neighbouring characters of a line that are drawn alike. */
export interface LineSegment {
  readonly text: string
  readonly drawing: Drawing
  /** Letter-spacing on top of the line's own, thousandths of an em. */
  readonly extra: number
}

/** The line as a reader draws it; the segments' texts joined are the line. */
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

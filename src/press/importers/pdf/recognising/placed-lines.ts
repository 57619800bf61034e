import type { CutPiece } from './cut-piece'
import type { LineBand, TextPiece } from './line-bands'
import { coreOfEm, type PlacedCharacter, type PlacedLine } from './line-glyphs'
import type { RecognisedLine, RecognisedWord } from './recogniser'

/** How sure the recogniser is of a word. */
export interface WordOpinion {
  readonly characters: number
  /** Mean of its characters, 0 to 1. */
  readonly confidence: number
  readonly isDoubtful: boolean
}

/** A line as it stands on the page. */
export interface ReadLine {
  readonly line: PlacedLine
  /** Of its type, pixels of the page. */
  readonly em: number
  readonly words: readonly WordOpinion[]
}

/** Lines of less are no text, but marks of a scan and pieces of drawings. */
const least = 0.35
/** What strokes of drawings and edges of pictures look like to a recogniser. */
const strokes = /^[\p{P}\p{S}1lI一]{1,3}$/u
/** Words of less are doubtful. */
const doubtful = 0.6

const opinionOf = (word: RecognisedWord): WordOpinion => {
  const confidence = word.reduce((sum, one) => sum + one.confidence, 0) / (word.length || 1)
  return { characters: word.length, confidence, isDoubtful: confidence < doubtful }
}

const isBelievable = (words: readonly RecognisedWord[]): boolean => {
  const characters = words.flat()
  const confidence = opinionOf(characters).confidence
  const text = characters.map((one) => one.text).join('')
  return /[\p{L}\p{N}]/u.test(text) && !strokes.test(text) && confidence >= least
}

/** The ink of a line: the band that it shares most with. */
const bandOf = (top: number, bottom: number, bands: readonly LineBand[]): LineBand => {
  const own = { top, bottom }
  const sharedWith = (band: LineBand): number => Math.min(bottom, band.bottom) - Math.max(top, band.top)
  const best = bands.reduce<LineBand>((most, band) => (sharedWith(band) > sharedWith(most) ? band : most), {
    top: bottom,
    bottom: top,
  })
  // Two lines whose ink touches are one band: then the recogniser knows better.
  const isOwn = sharedWith(best) > 0 && best.bottom - best.top < 1.6 * (bottom - top)
  return isOwn ? best : own
}

/** Lines that were recognised in a piece, at their places on the page. */
export const placedLines = (piece: TextPiece, cut: CutPiece, lines: readonly RecognisedLine[]): ReadLine[] => {
  const across = (x: number): number => cut.left + x * cut.factor
  const downTo = (y: number): number => cut.top + y * cut.factor
  return lines
    .map((line) => ({ ...line, words: line.words.filter((word) => word.length > 0) }))
    .filter(({ words }) => isBelievable(words))
    .map(({ top, bottom, words }) => ({
      line: {
        band: bandOf(downTo(top), downTo(bottom), piece.bands),
        characters: words.flatMap((word) =>
          word.map(({ text, left, right, top: upper, bottom: lower }, index): PlacedCharacter => ({
            text,
            left: across(left),
            right: across(right),
            top: downTo(upper),
            bottom: downTo(lower),
            isAfterBlank: index === 0,
          })),
        ),
      },
      em: piece.coreHeight / coreOfEm,
      words: words.map(opinionOf),
    }))
}

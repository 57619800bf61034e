import type { CutPiece } from './cut-piece'
import type { RecognisedLine, TextRecogniser } from './recogniser'

/** What one language makes of a piece is believed from here on, unless it is Latin that Chinese took on. */
const believed = 0.85

const east = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

interface Opinion {
  readonly lines: readonly RecognisedLine[]
  /** Mean of the characters, 0 to 1. */
  readonly confidence: number
  /** Shares of the characters. */
  readonly isLatin: boolean
}

const opinionOn = (lines: readonly RecognisedLine[]): Opinion => {
  const characters = lines.flatMap(({ words }) => words.flat())
  const count = characters.length || 1
  const letters = characters.filter(({ text }) => /\p{L}/u.test(text))
  return {
    lines,
    confidence: characters.reduce((sum, one) => sum + one.confidence, 0) / count,
    isLatin: letters.length > 0 && letters.filter(({ text }) => east.test(text)).length < 0.3 * letters.length,
  }
}

/**
 * Reads in one language, and in the next where that one is unsure, or where it found Latin and is none of the Latin ones; the surest is taken. Both at once
 * would read Chinese as odd English here and there.
 * @param starters one for each language, of which all but the first are started when they are needed
 * @param isEastern whether the first is Chinese, Japanese or Korean
 */
export const languagesInTurn = async (
  starters: readonly (() => Promise<TextRecogniser>)[],
  isEastern: boolean,
): Promise<TextRecogniser> => {
  const started: Promise<TextRecogniser>[] = []
  const inLanguage = (index: number): Promise<TextRecogniser> => {
    const start = starters[index]
    return (started[index] ??= start?.() ?? Promise.reject(new RangeError('no language was named')))
  }
  const { lanes } = await inLanguage(0)
  return {
    lanes,
    linesOf: async (piece: CutPiece) => {
      let best: Opinion | undefined
      for (let index = 0; index < starters.length; index++) {
        const own = opinionOn(await (await inLanguage(index)).linesOf(piece))
        if (!best || own.confidence > best.confidence) best = own
        if (best.confidence >= believed && !(index === 0 && isEastern && own.isLatin)) break
      }
      return best?.lines ?? []
    },
    close: async () => {
      for (const one of await Promise.allSettled(started)) if (one.status === 'fulfilled') await one.value.close()
    },
  }
}

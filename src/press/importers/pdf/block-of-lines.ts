import { jointOf } from '../manuscript/inline-text'
import type { WordBox, PlacedWord, PrintedBlock } from '../printed/printed-issue'
import { heightOf, printedPlace, widthOf, type Glyph } from './reading/page-marks'
import type { Line } from './segmenting/lines'

/** Words of Chinese are not parted in print: stretches of as many characters are places enough. */
const longestWord = 8
const latin = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{M}'’-]/u
const mark = /[\p{P}\p{S}]/u

const kindOf = (text: string): 'latin' | 'mark' | 'other' => {
  if (latin.test(text)) return 'latin'
  return mark.test(text) ? 'mark' : 'other'
}

/** The glyphs of a line word by word: Latin by its blanks, Chinese by its marks. */
const wordsOf = ({
  glyphs,
  text,
}: Line): { readonly from: number; readonly text: string; readonly glyphs: Glyph[] }[] => {
  const words: { from: number; text: string; glyphs: Glyph[] }[] = []
  let at = 0
  let isApart = true
  for (const glyph of glyphs) {
    if (text.startsWith(' ', at) && glyph.text !== ' ') {
      at++
      isApart = true
    }
    const word = words.at(-1)
    const [before, own] = [word && kindOf(word.text.slice(-1)), kindOf(glyph.text)]
    const goesOn =
      word && !isApart && (own === 'mark' || before === own) && (own === 'latin' || word.glyphs.length < longestWord)
    if (word && goesOn) {
      word.glyphs.push(glyph)
      word.text += glyph.text
    } else words.push({ from: at, text: glyph.text, glyphs: [glyph] })
    isApart = false
    at += glyph.text.length
  }
  return words
}

const brokenWord = /\p{Ll}[-\u00ad\u2010]$/u

/**
 * A paragraph or title of lines, with the places of its words.
 * @param scale pixels of the page's picture to a point
 */
export const blockOfLines = (
  lines: readonly Line[],
  kind: PrintedBlock['kind'],
  scale: number,
  joint?: string,
): PrintedBlock => {
  let text = ''
  const words: PlacedWord[] = []
  lines.forEach((line) => {
    const isBroken = brokenWord.test(text) && /^\p{Ll}/u.test(line.text)
    if (isBroken) text = text.slice(0, -1)
    else if (text !== '') text += joint ?? jointOf(text, line.text)
    const start = text.length
    for (const { from, text: word, glyphs } of wordsOf(line)) {
      const place = printedPlace(glyphs)
      const box: WordBox = [place.left * scale, place.top * scale, widthOf(place) * scale, heightOf(place) * scale]
      words.push({ from: start + from, length: word.length, box })
    }
    text += line.text
  })
  // A hyphen that was undone was the end of a word.
  return {
    kind,
    text,
    words: words.map((word) => ({ ...word, length: Math.min(word.length, text.length - word.from) })),
  }
}

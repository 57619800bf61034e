const han = '\\p{Script=Han}'
const mark = '[“”‘’（）《》〈〉【】「」『』，。、；：？！—…]'
const wide = `(?:${han}|${mark})`
const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
}

/** ⽇ → 日: some layout programs write radicals instead of characters. Nothing else is folded. */
const foldRadicals = (text: string): string => text.replace(/[⺀-⿕]/gu, (character) => character.normalize('NFKC'))

const half = '[,:;?!()]'
const blank = '[ \\t\\u00a0\\u3000]'
/** Marks that follow one another, perhaps with blanks in between: what makes the first of them wide makes them all wide. */
const halfMarks = `${half}+(?:${blank}+${half}+)*`
const nextToChinese = new RegExp(
  // It begins only where such a row begins: tried again from each of its marks, a long row would take for ever.
  `(?<=${wide})${halfMarks}|(?=${half})(?<!${half}|${half}${blank}+)${halfMarks}(?=${wide})`,
  'gu',
)
const blanks = new RegExp(blank, 'gu')

/** Half-width punctuation next to Chinese becomes full width; inside numbers and addresses it stays. */
const widenMarks = (text: string): string =>
  text
    .replace(nextToChinese, (marks) =>
      [...marks.replace(blanks, '')].map((narrow) => fullWidth[narrow] ?? narrow).join(''),
    )
    .replace(/（([^（）()]*)\)/gu, '（$1）')
    .replace(/\(([^（）()]*)）/gu, '（$1）')

const nextToMark = new RegExp(`(?<=${mark})${blank}+|(?<!${blank})${blank}+(?=${mark})`, 'gu')
const betweenScripts = new RegExp(`(?<=${han}) +(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) +(?=${han})`, 'gu')

/**
 * Removes spaces next to full-width punctuation and between Chinese and Latin, where the typesetting adds the gap
 * itself. A space between two Chinese characters stays: in a title it is the writer's own break (“共育生态 携手发展”), in a
 * byline it separates names.
 */
const closeUp = (text: string): string => text.replace(nextToMark, '').replace(betweenScripts, '')

/** Pairs of straight quotes within a paragraph become “ ”; an odd one stays as it is. */
const curlQuotes = (text: string): string => text.replace(/"([^"]*)"/gu, '“$1”')

const once = (text: string): string => closeUp(widenMarks(curlQuotes(foldRadicals(text)))).trim()

/** Cleans up text of unknown origin: widths, quotes, radicals, stray spaces. No letter is added, lost or moved. */
export const tidy = (text: string): string => {
  let [before, tidied] = [text, once(text)]
  // A mark that was widened can cause its neighbour to be widened. Each step shortens or widens the text, so this ends.
  while (tidied !== before) [before, tidied] = [tidied, once(tidied)]
  return tidied
}

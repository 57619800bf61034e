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

/** Half-width punctuation next to Chinese becomes full width; inside numbers and addresses it stays. */
const widenMarks = (text: string): string =>
  text
    .replace(new RegExp(`(?<=${wide})[,:;?!()]+|[,:;?!()]+(?=${wide})`, 'gu'), (marks) =>
      [...marks].map((half) => fullWidth[half] ?? half).join(''),
    )
    .replace(/（([^（）()]*)\)/gu, '（$1）')
    .replace(/\(([^（）()]*)）/gu, '（$1）')

/**
 * Removes spaces next to full-width punctuation and between Chinese and Latin, where the typesetting adds the gap
 * itself. A space between two Chinese characters stays: in a title it is the writer's own break (“共育生态 携手发展”), in a
 * byline it separates names.
 */
const closeUp = (text: string): string =>
  text
    .replace(new RegExp(`(?<=${mark})[ \\t\\u00a0\\u3000]+|[ \\t\\u00a0\\u3000]+(?=${mark})`, 'gu'), '')
    .replace(new RegExp(`(?<=${han}) +(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) +(?=${han})`, 'gu'), '')

/** Pairs of straight quotes within a paragraph become “ ”; an odd one stays as it is. */
const curlQuotes = (text: string): string => text.replace(/"([^"]*)"/gu, '“$1”')

/** Cleans up text of unknown origin: widths, quotes, radicals, stray spaces. No letter is added, lost or moved. */
export const tidy = (text: string): string => {
  const tidied = closeUp(widenMarks(curlQuotes(foldRadicals(text)))).trim()
  // A mark that was widened can cause its neighbour to be widened. Each step shortens or widens the text, so this ends.
  return tidied === text ? text : tidy(tidied)
}

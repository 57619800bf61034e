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

/** ⽇ for 日: some layout programs write radicals for characters. Those only are folded. */
const foldRadicals = (text: string): string => text.replace(/[⺀-⿕]/gu, (character) => character.normalize('NFKC'))

/** Half-width marks beside Chinese become the full-width ones that Chinese is set with; those inside numbers and addresses stay. */
const widenMarks = (text: string): string =>
  text
    .replace(new RegExp(`(?<=${wide})[,:;?!()]+|[,:;?!()]+(?=${wide})`, 'gu'), (marks) =>
      [...marks].map((half) => fullWidth[half] ?? half).join(''),
    )
    .replace(/（([^（）()]*)\)/gu, '（$1）')
    .replace(/\(([^（）()]*)）/gu, '（$1）')

/**
 * No space stands beside a full-width mark, nor between Chinese and Latin: the setting makes that room. One between two
 * characters stays: in a title it is the writer's own break (“共育生态 携手发展”), in a byline it parts names.
 */
const closeUp = (text: string): string =>
  text
    .replace(new RegExp(`(?<=${mark})[ \\t\\u00a0\\u3000]+|[ \\t\\u00a0\\u3000]+(?=${mark})`, 'gu'), '')
    .replace(new RegExp(`(?<=${han}) +(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) +(?=${han})`, 'gu'), '')

/** Straight quotes in pairs become “ ” within one paragraph; an odd one is left as it is. */
const curlQuotes = (text: string): string => text.replace(/"([^"]*)"/gu, '“$1”')

/** Text of unknown origin as Chinese is set: widths, quotes, radicals, stray spaces. No letter is added, lost or moved. */
export const tidy = (text: string): string => {
  const tidied = closeUp(widenMarks(curlQuotes(foldRadicals(text)))).trim()
  // One mark made wide can widen its neighbour; every step shortens or widens, so this ends.
  return tidied === text ? text : tidy(tidied)
}

/**
 * What a person takes for one character: a letter with its accents, a Han character with its variation selector, a
 * flag, a family, a keycap, a syllable of Hangul. Text is counted, broken, measured and drawn by these; offsets stay
 * UTF-16. The rules are those of Unicode's grapheme clusters (UAX 29), written out, because the press and a reader of
 * any age must cut a line in the same way. Characters without width belong to the character before them.
 */

/** Characters that are each one cluster, in one UTF-16 unit: nearly all text of a Chinese newspaper. */
const simple =
  /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0373\u0376\u0377\u0384-\u03ff\u0400-\u0482\u2010-\u2027\u2030-\u205f\u20a0-\u20cf\u2100-\u2bff\u2e80-\u3029\u3030-\u3098\u309b-\u3163\u3165-\ua4cf\uac00-\ud7a3\ue000-\ufaff\uff01-\uff9d\uffe0-\uffee]*$/

/** U+00AD, U+200B, U+2060, U+FEFF, selectors, marks of direction: without width, and never drawn by themselves. */
const unseen = '[\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb]'
const extending = '[\\p{Grapheme_Extend}\\p{Emoji_Modifier}\\p{Mc}\\u200d\\u0e33\\u0eb3]'
const leading = '[\\u1100-\\u115e\\ua960-\\ua97c]'
const vowel = '[\\u1160-\\u11a7\\ud7b0-\\ud7c6]'
const trailing = '[\\u11a8-\\u11ff\\ud7cb-\\ud7fb]'
const hangul = `${leading}*(?:[\\uac00-\\ud7a3]|${vowel})${vowel}*${trailing}*|${leading}+`
const emoji = `\\p{Extended_Pictographic}(?:${extending}*\\u200d\\p{Extended_Pictographic})*`
const core = `(?:\\p{RI}{2}|${hangul}|${emoji}|(?!${unseen})[^])`
const cluster = new RegExp(`${unseen}*${core}${extending}*${unseen}*|${unseen}+`, 'gu')

/** The clusters of a text; joined, they are the text. */
export const clustersOf = (text: string): string[] => (simple.test(text) ? text.split('') : (text.match(cluster) ?? []))

const everyUnseen = new RegExp(unseen, 'gu')

/** The text without the characters that have no width. */
export const withoutUnseen = (text: string): string => (simple.test(text) ? text : text.replace(everyUnseen, ''))

/** The last place at or before `at` where no cluster is divided. */
export const wholeBefore = (text: string, at: number): number => {
  let end = 0
  for (const one of clustersOf(text)) {
    if (end + one.length > at) return end
    end += one.length
  }
  return end
}

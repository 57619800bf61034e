import { clustersOf } from '@/text/clusters'
import { drawnText } from '@/text/private-use'

/** Longest description, in characters as a person counts them. Chats and search engines show less. */
export const longestBrief = 110
/** A brief that ends with a sentence must use at least this share of the room. */
const leastShare = 0.45

const endsSentence = /^[。！？!?…]/u
const closes = /^["”’」』）)】》〉]/u
/** Control characters but white space, and halves of a surrogate pair. */
const invisible = /[^\P{Cc}\s]|\p{Cs}/gu

/** A text on one line, as it is drawn: no control characters, one space where there was white space. */
export const onOneLine = (text: string): string => drawnText(text.replace(invisible, '')).replace(/\s+/gu, ' ').trim()

/** Paragraphs on one line; a space between them unless punctuation divides them already. */
const joined = (texts: readonly string[]): string =>
  texts
    .map(onOneLine)
    .filter(Boolean)
    .reduce((all, text) => (/(^|[。！？，、；：…”’」』）】》〉])$/u.test(all) ? all : `${all} `) + text, '')

/** Enough of a text to count: a cluster is seldom more than a few code units. */
const unitsPerCluster = 16

/**
 * The beginning of a text, for descriptions: whole if it is short, otherwise to the end of a sentence, or, if no sentence ends in
 * good time, cut between two characters, with an ellipsis. Never cuts inside a grapheme cluster (Unicode TR 29).
 */
export const briefOf = (texts: readonly string[], longest = longestBrief): string => {
  const text = joined(texts)
  const clusters = clustersOf(text.slice(0, longest * unitsPerCluster)).slice(0, longest + 1)
  if (clusters.length <= longest && clusters.join('').length === text.length) return text
  const room = clusters.slice(0, Math.min(longest, clusters.length - 1))
  for (let end = room.length; end >= room.length * leastShare; end--) {
    const last = room[end - 1] ?? ''
    const isEnd = endsSentence.test(last) || (closes.test(last) && endsSentence.test(room[end - 2] ?? ''))
    const goesOn = endsSentence.test(clusters[end] ?? '') || closes.test(clusters[end] ?? '')
    if (isEnd && !goesOn) return room.slice(0, end).join('')
  }
  return `${room
    .slice(0, longest - 1)
    .join('')
    .replace(/(?<![，、；：\s])[，、；：\s]+$/u, '')}…`
}

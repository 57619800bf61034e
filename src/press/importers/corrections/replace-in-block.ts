import type { PlacedWord, PrintedBlock } from '../printed/printed-issue'

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff
/** Whether a text is divided there inside a character. */
const isInside = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))

const sameAtStart = (one: string, other: string): number => {
  let length = 0
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) length++
  return isInside(one, length) || isInside(other, length) ? length - 1 : length
}

/** @param most code units that may be compared, since the beginning is taken */
const sameAtEnd = (one: string, other: string, most: number): number => {
  let length = 0
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) length++
  return isInside(one, one.length - length) || isInside(other, other.length - length) ? length - 1 : length
}

/**
 * Replaces a range of a block's text. Words keep their places: one that was mended stands where it stood, and of several, each takes its share of
 * the new letters.
 */
export const replaceInBlock = (
  block: PrintedBlock,
  [start, end]: readonly [number, number],
  to: string,
): PrintedBlock => {
  const old = block.text.slice(start, end)
  const head = sameAtStart(old, to)
  const tail = sameAtEnd(old, to, Math.min(old.length, to.length) - head)
  const [from, until] = [start + head, end - tail]
  const inserted = to.slice(head, to.length - tail)
  const text = block.text.slice(0, from) + inserted + block.text.slice(until)
  const grown = inserted.length - (until - from)
  const within = (at: number): number => {
    const share = from + Math.round(((at - from) * inserted.length) / Math.max(1, until - from))
    return isInside(text, share) ? share + 1 : share
  }
  // Letters that are only put in belong to the word that they touch: tak → taken, ome → home.
  const isAfterWord =
    from === until && /^\S/u.test(inserted) && block.words.some((word) => word.from + word.length === from)
  const isBeforeWord = from === until && !isAfterWord && /\S$/u.test(inserted)
  const startNow = (at: number): number => {
    if (at < from || (at === from && isBeforeWord)) return at
    return at >= until ? at + grown : within(at)
  }
  const endNow = (at: number): number => {
    if (at < from || (at === from && !isAfterWord)) return at
    return at >= until ? at + grown : within(at)
  }
  const words = block.words.flatMap((word): PlacedWord[] => {
    const first = startNow(word.from)
    const length = endNow(word.from + word.length) - first
    return length > 0 ? [{ from: first, length, box: word.box }] : []
  })
  return { ...block, text, words }
}

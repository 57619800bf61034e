import { canBreakBetween, isListedWord, isWordPart, isWordStart, listedWordEnds } from './line-ends'

/**
 * What it costs to end a line inside what is one word. A line costs about the square of its letter-spacing in thousandths of an em,
 * and five times that where it is loose (`break-lines.ts`): so a number is broken only where the line before it would be loose, and
 * an address in the middle of a part of it only where that line would be torn apart.
 */
const costs = {
  /** After a mark inside a long word: an address, the name of a file. */
  afterMark: 9000,
  /** After a group of digits: 021-｜37689000, 6222｜0210｜0111. */
  afterGroup: 30_000,
  /** Anywhere in an address that has no mark for so long. */
  anywhere: 100_000,
} as const

/** A word of more clusters, such as an address or a file name, may be broken after a mark inside it. */
const longestWord = 12
const insideMark = /^[-./_:@&=?#]$/u
/** A word of more clusters that has digits or marks may be broken anywhere, but for so many clusters at its ends. */
const longestAddress = 24
const leastPiece = 4
/** A number that is dialled or copied: digits in groups. */
const groupedNumber = /^\d{3,4}-[\d-]{6,}\d$/
const leastPlainDigits = 10

/**
 * Lengths of the groups in which digits are read: a mobile number as 3-4-4, a service number as 3-3-4, others by fours; what is already
 * in groups only where it is long.
 */
const groupsOf = (digits: string, isLong: boolean): number[] => {
  if (isLong && digits.length === 8) return [4]
  if (/^1[3-9]\d{9}$/.test(digits)) return [3, 4]
  if (/^[48]00\d{7}$/.test(digits)) return [3, 3]
  return digits.length > leastPlainDigits ? Array.from({ length: Math.ceil(digits.length / 4) - 1 }, () => 4) : []
}

interface Word {
  readonly from: number
  readonly clusters: readonly string[]
}

const wordsIn = (clusters: readonly string[]): Word[] => {
  const words: Word[] = []
  let from = 0
  clusters.forEach((cluster, index) => {
    const next = clusters[index + 1]
    if (isWordPart(cluster) && next !== undefined && isWordPart(next)) return
    if (index > from) words.push({ from, clusters: clusters.slice(from, index + 1) })
    from = index + 1
  })
  return words
}

/** What a break inside a word costs after each of its clusters where one is possible at all. */
const insideWord = ({ clusters }: Word): ReadonlyMap<number, number> => {
  const found = new Map<number, number>()
  const offer = (at: number, cost: number): void => void found.set(at, Math.min(cost, found.get(at) ?? Infinity))
  const text = clusters.join('')
  const isPlain = text.length === clusters.length
  if (clusters.length > longestAddress && /[\d./_:@&=?#-]/.test(text))
    for (let at = leastPiece - 1; at < clusters.length - leastPiece; at++)
      if (isWordStart(clusters[at + 1] ?? '')) offer(at, costs.anywhere)
  if (isPlain)
    for (const { 0: digits, index } of text.matchAll(/\d+/g)) {
      let at = index - 1
      for (const length of groupsOf(digits, clusters.length > longestWord && groupedNumber.test(text)))
        offer((at += length), costs.afterGroup)
    }
  clusters.forEach((cluster, at) => {
    if (!insideMark.test(cluster) || !isWordStart(clusters[at + 1] ?? '')) return
    if (clusters.length > longestWord) offer(at, costs.afterMark)
    else if (groupedNumber.test(text) && cluster === '-') offer(at, costs.afterGroup)
  })
  return found
}

/** Offsets inside a stretch that stays whole. */
const insideWhole = (text: string, whole: RegExp): ReadonlySet<number> =>
  new Set(
    [...text.matchAll(whole)].flatMap(({ 0: found, index }) =>
      Array.from({ length: found.length - 1 }, (_, at) => index + at + 1),
    ),
  )

/**
 * For each cluster, what it costs to end a line after it: nothing where a line may end; undefined where none may.
 * @param whole stretches that a line never ends in, though it might, such as a number with its unit; a global expression
 */
export const breakCostsOf = (
  text: string,
  clusters: readonly string[],
  whole?: RegExp,
): readonly (number | undefined)[] => {
  const wordEnds = listedWordEnds(text)
  const held = whole && /\d/.test(text) ? insideWhole(text, whole) : undefined
  let end = 0
  const found = clusters.map((cluster, index): number | undefined => {
    end += cluster.length
    const next = clusters[index + 1]
    if (next === undefined) return 0
    if (held?.has(end)) return undefined
    if (isListedWord(cluster, next)) return wordEnds.has(end) ? 0 : undefined
    return canBreakBetween(cluster, next, clusters[index + 2]) ? 0 : undefined
  })
  for (const word of wordsIn(clusters)) for (const [at, cost] of insideWord(word)) found[word.from + at] ??= cost
  return found
}

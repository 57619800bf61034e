import { withoutUnseen } from '@/text/clusters'
import { isClosingMark, isOpeningMark } from '@/text/line-setting'

/**
 * Where a line may end. Rules of Chinese typesetting (W3C clreq 3.1.3, GB/T 15834—2011 5.1), of Japanese ones what a Chinese
 * newspaper quotes (JIS X 4051), and of other scripts their words.
 */

/** Clusters that never begin a line, besides closing marks: interpuncts, connectors, solidi, iteration and length marks, units. */
const neverFirst =
  /^[·‧・•～〜~ー々〻ゝゞヽヾ％．‰‱℃℉°′″!?,.:;)\]}»›_\-‐–－+=@&#%/／⁄⸺⸻‼⁇⁈⁉｡､｣､ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ،؛؟।॥\u0f0b\u0f0d\u0f0e]$/u
/** Clusters that never end a line, besides opening marks: a solidus stands between two others (GB/T 15834 5.1.9). */
const neverLast = /^[/／⁄｢«‹]$/u
/** Marks of two characters, which are one. */
const doubled = /^[—―─…⋯‥]$/u
/** Spaces at which a line may end; the others hold what they separate together. */
const breakingSpace = /^[ \u1680\u2000-\u2006\u2008-\u200a\u205f]$/u
const holding = /^[\u00a0\u2007\u202f]$/u
/** A zero-width space or a soft hyphen lets a line end behind it, a word joiner does not. */
const loosened = /[\u200b\u00ad]$/u
const joined = /[\u2060\ufeff]$/u

/** Scripts whose words are not divided by spaces: a line may end between any two characters, or between words that a list knows. */
const anywhere =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}\\p{Script=Yi}'
const unspaced = '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const letter = `(?:(?![${anywhere}${unspaced}])[\\p{L}\\p{Nd}])`
const wordPart = new RegExp(`^(?:${letter}|[%‰℃°$£¥€％．.,:/@_+\\-=&#~'’])`, 'u')
const wordStart = new RegExp(`^(?:${letter}|[$£¥€#@])`, 'u')
const listed = new RegExp(`^[${unspaced}]`, 'u')

const drawn = (cluster: string): string => (cluster.length > 1 ? withoutUnseen(cluster) : cluster)

export const isBreakingSpace = (cluster: string): boolean => breakingSpace.test(drawn(cluster))
export const isWordPart = (cluster: string): boolean => wordPart.test(cluster)
export const isWordStart = (cluster: string): boolean => wordStart.test(cluster)

/** Whether a line may end between two neighbouring clusters; `then` is the one after them, if there is one. */
export const canBreakBetween = (before: string, after: string, then?: string): boolean => {
  const [one, next] = [drawn(before), drawn(after)]
  if (breakingSpace.test(next)) return false
  if (joined.test(before) || holding.test(one) || holding.test(next)) return false
  if (isClosingMark(next) || isOpeningMark(one) || neverLast.test(one)) return false
  if (breakingSpace.test(one)) return true
  if (neverFirst.test(next)) return false
  if (loosened.test(before)) return true
  if (one === next && doubled.test(one)) return false
  // A single dash connects (上海—北京) and stays with what is before it; two are a dash of their own.
  if (next === '—' && then !== '—') return false
  return !(wordPart.test(one) && wordStart.test(next) && one !== ',' && one !== '’')
}

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

/** Offsets at which a word of Thai, Lao, Khmer or Burmese ends, by a list of words; empty for texts without such words. */
export const listedWordEnds = (text: string): ReadonlySet<number> =>
  new RegExp(`[${unspaced}]`, 'u').test(text)
    ? new Set([...segmenter.segment(text)].map(({ index, segment }) => index + segment.length))
    : new Set()

/** Whether a line may end between the two only where a listed word ends. */
export const isListedWord = (before: string, after: string): boolean => listed.test(before) && listed.test(after)

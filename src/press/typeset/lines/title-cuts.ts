import { clustersOf } from '@/text/clusters'
import { canBreakBetween } from './line-ends'
import { endsBody, isNominal, isVerb } from './title-joint'
import { costOfJoint } from './title-rules'
import { wordsOfTitle, type TitleWord, type TitleWordRole } from './words-of-title'

/** A place at which a title may be cut, and what that costs. */
interface TitleCut {
  readonly at: number
  readonly cost: number
}

/** A cut that costs this much or more is poor: it is made only where the title would be much smaller without it. */
export const poorCut = 2.2

/** What a cut costs, or adds to what the words on its sides make it cost. */
const costs = {
  /** The writer's own space. */
  space: -1.2,
  quotedSpace: 3,
  /** A space between Latin words of a Chinese title. */
  latinSpace: 1.4,
  /** —— leads the next line. */
  beforeDash: -1,
  afterDash: 4.5,
  pause: -0.3,
  colon: 0.1,
  enumeration: 1.3,
  /** Two characters that the article's text keeps together, and what stands in brackets and the word before. */
  together: 8,
  /** Added inside quotation marks or brackets; inside title marks. */
  inMarks: 2.4,
  inTitleMarks: 3.8,
  /** Added inside a phrase like 在……上, and between the nouns that a preposition governs. */
  inFrame: 0.9,
  inPhrase: 0.8,
  /** Added between two nouns that are adjacent in the article's text, too: 地震灾区; after the name of a body a line may end. */
  adjacentInText: 1.7,
  afterBodyInText: 0.5,
  /** At most, where two clauses of one length meet. */
  balanced: 0.75,
} as const

const countOf = (text: string, part: string): number => text.split(part).length - 1

/**
 * Whether a text keeps two characters together: they are adjacent at least twice, and one of them hardly ever stands without the
 * other. So an article shows that 科创 is a word, though no word list knows it.
 */
const togetherShare = 0.6
const isKeptTogether = (one: string, other: string, text: string): boolean => {
  const pairs = countOf(text, one + other)
  return pairs >= 2 && pairs / Math.min(countOf(text, one), countOf(text, other)) > togetherShare
}

const isOpenIn = (head: string, open: RegExp, close: RegExp): boolean =>
  (head.match(open)?.length ?? 0) > (head.match(close)?.length ?? 0)

const costInMarks = (head: string): number => {
  if (isOpenIn(head, /[《〈]/gu, /[》〉]/gu)) return costs.inTitleMarks
  return isOpenIn(head, /[（【“‘「『(]/gu, /[）】”’」』)]/gu) ? costs.inMarks : 0
}

const isInFrame = (words: readonly TitleWord[], count: number): boolean => {
  const from = words.findLastIndex(
    ({ text, role }, index) => index < count && role === 'preposition' && /[在从從]$/u.test(text),
  )
  const to = words.findIndex(({ role }, index) => index > from && (role === 'placing' || role === 'closing'))
  return from >= 0 && to >= count
}

const isInPhrase = (words: readonly TitleWord[], count: number): boolean => {
  const from = words.findLastIndex(({ role }, index) => index < count && role === 'preposition')
  return from >= 0 && words.slice(from + 1, count + 1).every((word) => isNominal(word) && word.role !== 'placing')
}

const startsClause: readonly TitleWordRole[] = ['other', 'name', 'place', 'count', 'single']
const endsClause: readonly TitleWordRole[] = ['other', 'verb', 'amount', 'head', 'single']
const shortestClause = 7

/** Whether two clauses of one length meet here, each with a verb: so a headline without a mark is read. */
const isBalanced = (title: string, words: readonly TitleWord[], count: number): boolean => {
  const [one, other] = [words[count - 1], words[count]]
  if (!one || !other || !startsClause.includes(other.role) || !endsClause.includes(one.role)) return false
  const shorter = Math.min(other.at, title.length - other.at)
  const isEven = shorter >= shortestClause && title.length - 2 * shorter <= 1
  return isEven && words.slice(0, count).some(isVerb) && words.slice(count + 1).some(isVerb)
}

/** What a mark or a space before or behind the cut makes it cost. */
const costByMark = (title: string, head: string, { text }: TitleWord): number | undefined => {
  const marks = costInMarks(head)
  if (/[\s　]$/u.test(head)) {
    const isLatin = /[A-Za-z0-9]\s+$/u.test(head) && /^[A-Za-z0-9]/u.test(text) && /\p{Script=Han}/u.test(title)
    return marks > 0 ? costs.quotedSpace : isLatin ? costs.latinSpace : costs.space
  }
  if (/^[—―⸺]/u.test(text)) return marks + costs.beforeDash
  if (/[—―⸺]$/u.test(head)) return costs.afterDash
  if (/[：:]$/u.test(head)) return marks + costs.colon
  if (/[，；。！？,;!?]$/u.test(head)) return marks + costs.pause
  if (/、$/u.test(head)) return marks + costs.enumeration
  return /^[（(]/u.test(text) ? marks + costs.together : undefined
}

const costByWords = (title: string, words: readonly TitleWord[], count: number): number => {
  const own = costOfJoint(words, count)
  const isClause = own > costs.balanced && own <= 2 && isBalanced(title, words, count)
  const added = isInFrame(words, count) ? costs.inFrame : isInPhrase(words, count) ? costs.inPhrase : 0
  return (isClause ? costs.balanced : own) + added
}

/** Offsets at which a title may be cut, in order, with what each cut costs: cuts should follow the sense. */
export const cutsOfTitle = (title: string, text: string): TitleCut[] => {
  const words = wordsOfTitle(title)
  return words.flatMap((other, count) => {
    const one = words[count - 1]
    if (!one || /^[\s　]/u.test(other.text)) return []
    const [first = '', second] = clustersOf(other.text + (words[count + 1]?.text ?? ''))
    const last = clustersOf(one.text).at(-1) ?? ''
    if (!canBreakBetween(last, first, second)) return []
    const head = title.slice(0, other.at)
    const byMark = costByMark(title, head, other)
    if (byMark !== undefined) return [{ at: other.at, cost: byMark }]
    if (isKeptTogether(last, first, text)) return [{ at: other.at, cost: costs.together }]
    const isAdjacent = isNominal(one) && isNominal(other) && text.includes(one.text + other.text)
    const byText = !isAdjacent ? 0 : endsBody(one) ? costs.afterBodyInText : costs.adjacentInText
    return [{ at: other.at, cost: costByWords(title, words, count) + costInMarks(head) + byText }]
  })
}

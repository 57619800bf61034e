import { clausePrepositions } from './title-words'
import { isLeading, type TitleWord, type TitleWordRole } from './words-of-title'

/** Two neighbouring words of a title, between which it may be cut, and what stands around them. */
export interface TitleJoint {
  readonly one: TitleWord
  readonly other: TitleWord
  readonly left: TitleWordRole
  readonly right: TitleWordRole
  /** Words up to the cut, and those after the word behind it. */
  readonly earlier: readonly TitleWord[]
  readonly later: readonly TitleWord[]
  /** Whether a predicate stands before the word that the line ends on. */
  readonly hasVerb: boolean
  /** Whether a predicate follows soon, and the next line may thus be a clause. */
  readonly isVerbAhead: boolean
}

/** How far ahead a clause's verb may stand from its subject, in words. */
const clauseReach = 5
/** Characters of a quotation that stands for itself. */
const longQuotation = 5

/** Verbs that only say how far an action has come. */
const phase = /^(?:完成|启动|开始|结束|成功|举行|进行|实施)$/u
/** A body's name ends here, and with it often what a sentence is about. */
const bodyName = /(?:组织|会|局|院|部|厅|社|团|校|委|办|党|军|公司|集团|大学|机构|中心|走廊|区|园|馆|站|港|网络|体系)$/u

const nominal: ReadonlySet<TitleWordRole> = new Set([
  'other',
  'name',
  'place',
  'rank',
  'head',
  'action',
  'amount',
  'date',
  'count',
  'single',
  'placing',
  'mark',
])
export const isNominal = ({ role }: TitleWord): boolean => nominal.has(role)
export const isVerb = ({ role }: TitleWord): boolean => role === 'verb'

export const isPhase = ({ text }: TitleWord): boolean => phase.test(text)
export const endsBody = ({ text }: TitleWord): boolean => bodyName.test(text)

export const opensMark = ({ text }: TitleWord): boolean => /^[（《〈【“‘「『(]/u.test(text)
export const closesMark = ({ text }: TitleWord): boolean => /[）》〉】”’」』)]$/u.test(text)

export const isNumber = (role: TitleWordRole): boolean => role === 'count' || role === 'amount' || role === 'date'
export const isTime = (role: TitleWordRole): boolean => role === 'time' || role === 'date'
export const isAnniversary = (word: TitleWord | undefined): boolean => /周年|週年/u.test(word?.text ?? '')

/** Whether a preposition governs a clause that its verb would only begin: 受金融风暴|冲击. */
export const governsClause = (earlier: readonly TitleWord[]): boolean => {
  const from = earlier.findLastIndex(({ text }) => clausePrepositions.has(text))
  return from >= 0 && earlier.length - from <= 5 && !earlier.slice(from).some(isVerb)
}

/** Whether the quotation that begins with the other word is followed by the rest of a name: “双枢纽”机场. */
export const isQuotedPart = ({ other, later }: TitleJoint): boolean => {
  const next = later[later.findIndex(closesMark) + 1]
  return (
    /^[“‘「『]/u.test(other.text) &&
    later.some(closesMark) &&
    next !== undefined &&
    !isLeading(next.role) &&
    next.role !== 'mark'
  )
}

export const isLongQuotation = ({ one, earlier }: TitleJoint): boolean =>
  one.at - (earlier.findLast(opensMark)?.at ?? 0) > longQuotation

const hasPredicate = ({ role }: TitleWord): boolean => role === 'verb' || role === 'reporting'

export const jointOf = (words: readonly TitleWord[], count: number): TitleJoint | undefined => {
  const [one, other] = [words[count - 1], words[count]]
  if (!one || !other) return undefined
  const later = words.slice(count + 1)
  const mark = later.findIndex(opensMark)
  return {
    one,
    other,
    left: one.role,
    right: other.role,
    earlier: words.slice(0, count),
    later,
    hasVerb: words.slice(0, count - 1).some(hasPredicate),
    isVerbAhead: later.slice(0, mark < 0 ? clauseReach : Math.min(clauseReach, mark)).some(hasPredicate),
  }
}

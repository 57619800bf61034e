import {
  closesMark,
  governsClause,
  endsBody,
  isAnniversary,
  isLongQuotation,
  isNominal,
  isNumber,
  isPhase,
  isQuotedPart,
  isTime,
  isVerb,
  jointOf,
  opensMark,
  type TitleJoint,
} from './title-joint'
import { announcing } from './title-words'
import { isLeading, type TitleWord } from './words-of-title'

/** Costs that several rules share. */
const price = { predicate: 0.5, object: 1, compound: 2, unknown: 2.3, unknowns: 2.6, waiting: 3.6, never: 4.5 } as const

interface CutRule {
  readonly why: string
  readonly cost: number
  readonly holds: (joint: TitleJoint) => boolean
}

/** What may not begin or end a line, or hardly. */
const bonds: readonly CutRule[] = [
  {
    why: '从……|到……',
    cost: 0.9,
    holds: ({ other, earlier }) =>
      /^[到至]$/u.test(other.text) && earlier.slice(0, -1).some(({ text }) => /^[从從由自]$/u.test(text)),
  },
  {
    why: 'with whom: 与……签约',
    cost: 1,
    holds: ({ other, later }) => /^[与與]$/u.test(other.text) && later.some(isVerb),
  },
  {
    why: 'a particle, or what closes a phrase, leans back',
    cost: 4,
    holds: ({ right }) => right === 'particle' || right === 'closing',
  },
  { why: '至 joins two places', cost: 3.5, holds: ({ right }) => right === 'binding' },
  { why: '上, 中 and 等 lean back', cost: 3.2, holds: ({ right }) => right === 'placing' },
  { why: 'a Japanese particle leans back', cost: 3, holds: ({ right }) => right === 'kana' },
  {
    why: 'never end on 的, 着, 了, 有, 记',
    cost: price.never,
    holds: ({ one, left }) => left === 'particle' && announcing.has(one.text),
  },
  {
    why: 'when it was said, and that it was',
    cost: 1.4,
    holds: ({ left, right }) => left === 'closing' && right === 'reporting',
  },
  { why: 'a preposition waits for its noun', cost: price.waiting, holds: ({ left }) => left === 'preposition' },
  {
    why: '和 and 并 wait for what they join',
    cost: price.waiting,
    holds: ({ left }) => left === 'noun-joining' || left === 'clause-joining',
  },
  { why: '至 waits, too', cost: 3.5, holds: ({ left }) => left === 'binding' },
  { why: 'a rank stays with its name', cost: 2.8, holds: ({ right }) => right === 'rank' },
  { why: 'an adverb waits for its verb', cost: 2.7, holds: ({ left }) => left === 'adverb' },
  { why: 'an attribute waits for its noun', cost: 2.6, holds: ({ left }) => left === 'modifier' },
  { why: 'a noun like 数量 stays with whose it is', cost: 2.4, holds: ({ right }) => right === 'head' },
  {
    why: 'a number waits for what is counted, a short verb for its object',
    cost: 2.4,
    holds: ({ left }) => left === 'count' || left === 'short-verb',
  },
  { why: '和 joins two nouns', cost: price.compound, holds: ({ right }) => right === 'noun-joining' },
  {
    why: 'who says it, and what; when, and what',
    cost: 0.6,
    holds: ({ left }) => left === 'reporting' || left === 'closing',
  },
  { why: 'after a Japanese particle', cost: 0.8, holds: ({ left }) => left === 'kana' },
  {
    why: 'a lone character behind a mark',
    cost: 3.2,
    holds: ({ one, left, earlier }) =>
      one.text.length === 1 && left !== 'mark' && (earlier.at(-2)?.role ?? 'mark') === 'mark',
  },
  {
    why: 'a verb and 为, or what 以, 把 or 被 wait for',
    cost: 2.5,
    holds: ({ one, other, earlier }) =>
      /^[为為爲]$/u.test(other.text) &&
      (/[名评選选定改变视列作称誉]$/u.test(one.text) || earlier.some(({ text }) => /^[以把将將被]$/u.test(text))),
  },
]

/** Before a predicate, or a phrase of place or aim, where a line begins well. */
const beforePredicate: readonly CutRule[] = [
  { why: 'inside the clause that a preposition governs', cost: 1.6, holds: ({ earlier }) => governsClause(earlier) },
  {
    why: 'the phrase describes the object: 征求|对报告的意见',
    cost: 1.7,
    holds: ({ left, right, later }) =>
      left === 'verb' && right === 'preposition' && later.slice(0, 5).some(({ text }) => text === '的'),
  },
  {
    why: 'a verb and a phrase of aim',
    cost: price.object,
    holds: ({ left, right }) => left === 'verb' && right === 'preposition',
  },
  {
    why: 'a verb and the predicate that it governs: 聚焦|重建信任',
    cost: 1.3,
    holds: ({ left, right, other, later }) =>
      left === 'verb' && (right === 'verb' || right === 'short-verb') && later.length > 0 && !isPhase(other),
  },
  {
    why: 'a clause joined by 并',
    cost: price.object,
    holds: ({ left, right }) => left === 'verb' && right === 'clause-joining',
  },
  { why: 'two verbs of one action: 浇筑完成', cost: 1.7, holds: ({ left }) => left === 'verb' },
  { why: 'a short verb may be part of a name', cost: 0.9, holds: ({ right }) => right === 'short-verb' },
  {
    why: 'a country by one character, in a second clause',
    cost: 1.6,
    holds: ({ one, left, hasVerb }) => left === 'place' && one.text.length === 1 && hasVerb,
  },
  { why: 'a day begins rather than ends a line', cost: price.object, holds: ({ left }) => left === 'time' },
  {
    why: 'a name begins the second clause rather',
    cost: 1.6,
    holds: ({ left, hasVerb }) => left === 'name' && hasVerb,
  },
  {
    why: 'the phrase belongs to this predicate: 离京|对朝鲜进行',
    cost: 1.4,
    holds: ({ earlier }) => earlier.at(-2)?.role === 'preposition' && earlier.at(-3)?.role === 'verb',
  },
  {
    why: 'the verb only describes a noun: 举行的仪式',
    cost: price.compound,
    holds: ({ right, later }) => right === 'verb' && later.slice(0, 2).some(({ text }) => text === '的'),
  },
  {
    why: 'an unknown character may belong to the verb',
    cost: 1.3,
    holds: ({ left, right }) => left === 'single' && right === 'verb',
  },
  {
    why: 'an unknown character may belong to the adverb',
    cost: price.compound,
    holds: ({ left, right }) => left === 'single' && right !== 'preposition',
  },
  { why: 'a quotation has ended', cost: 0.4, holds: ({ one }) => closesMark(one) },
  {
    why: '成立一百周年 is one name',
    cost: 2.4,
    holds: ({ right, later }) => right === 'verb' && isAnniversary(later[0]),
  },
  {
    why: 'a second predicate after the object of the first',
    cost: 0.85,
    holds: ({ right, earlier }) =>
      right === 'verb' && earlier.at(-2)?.role === 'verb' && earlier.at(-3)?.role !== 'verb',
  },
  { why: 'a second predicate of the same subject', cost: 0.7, holds: ({ hasVerb }) => hasVerb },
  { why: 'who says it begins the line with that', cost: 1.1, holds: ({ right }) => right === 'reporting' },
  { why: 'subject and predicate', cost: price.predicate, holds: () => true },
]

/** Before a noun. */
const beforeNoun: readonly CutRule[] = [
  {
    why: 'a verb and the title or quotation that it governs',
    cost: 0.9,
    holds: ({ left, other }) => opensMark(other) && left === 'verb',
  },
  {
    why: 'a quotation that is part of a name',
    cost: 1.6,
    holds: (joint) => opensMark(joint.other) && isQuotedPart(joint),
  },
  { why: 'a title or a quotation begins', cost: 0.8, holds: ({ other }) => opensMark(other) },
  { why: 'two numbers are one', cost: 2.4, holds: ({ left, right }) => isNumber(left) && isNumber(right) },
  { why: 'what has lasted so many years', cost: 2.4, holds: ({ other }) => isAnniversary(other) },
  {
    why: 'names in a row; a rank and its name',
    cost: price.unknowns,
    holds: ({ left, right }) => (left === 'name' || left === 'rank') && right === 'name',
  },
  {
    why: 'Latin letters are often part of a name: G60科创走廊',
    cost: price.unknown,
    holds: ({ one, left }) => /[A-Za-z0-9]$/u.test(one.text) && !isNumber(left),
  },
  {
    why: 'a verb and a name that no list knows',
    cost: price.object,
    holds: ({ left, right, later }) => left === 'verb' && right === 'single' && later[0]?.role === 'single',
  },
  {
    why: 'a verb and a character that may belong to it',
    cost: 1.7,
    holds: ({ left, right }) => left === 'verb' && right === 'single',
  },
  {
    why: 'two characters that no list knows may be a word',
    cost: price.unknowns,
    holds: ({ left, right }) => left === 'single' && right === 'single',
  },
  {
    why: 'a name that no list knows begins',
    cost: 1.3,
    holds: ({ right, later }) => right === 'single' && later[0]?.role === 'single',
  },
  { why: 'one character that no list knows', cost: price.unknown, holds: ({ right }) => right === 'single' },
  {
    why: 'a name that no list knows ends',
    cost: price.compound,
    holds: ({ left, earlier }) => left === 'single' && earlier.at(-2)?.role === 'single',
  },
  { why: 'one character that no list knows', cost: price.unknown, holds: ({ left }) => left === 'single' },
  { why: 'two words of one time', cost: price.unknown, holds: ({ left, right }) => isTime(left) && isTime(right) },
  {
    why: 'a day that describes the object',
    cost: price.compound,
    holds: ({ left, earlier }) => left === 'time' && earlier.at(-2)?.role === 'verb',
  },
  { why: 'after a day or a year', cost: price.object, holds: ({ left }) => isTime(left) },
  {
    why: 'the clause that a preposition governs has ended',
    cost: 0.7,
    holds: ({ left, earlier }) => left === 'verb' && governsClause(earlier.slice(0, -1)),
  },
  {
    why: 'what the second predicate governs',
    cost: 1.4,
    holds: ({ left, right, hasVerb }) => left === 'verb' && right === 'place' && hasVerb,
  },
  {
    why: 'a verb and its object',
    cost: price.object,
    holds: ({ left, right }) => left === 'verb' && right === 'place',
  },
  {
    why: 'a clause ends, a name begins the next',
    cost: 1.05,
    holds: ({ left, right, isVerbAhead }) => left === 'verb' && right === 'name' && isVerbAhead,
  },
  {
    why: 'a clause begins with a name',
    cost: 0.6,
    holds: ({ right, hasVerb, isVerbAhead }) => hasVerb && isVerbAhead && (right === 'name' || right === 'place'),
  },
  {
    why: 'a clause begins with a number',
    cost: 0.9,
    holds: ({ left, right, hasVerb, isVerbAhead }) => hasVerb && isVerbAhead && left !== 'verb' && isNumber(right),
  },
  { why: 'a phrase of place has ended', cost: 0.8, holds: ({ one, left }) => left === 'placing' && one.text !== '等' },
  { why: 'what the second predicate governs', cost: 1.4, holds: ({ left, hasVerb }) => left === 'verb' && hasVerb },
  { why: 'a verb and its object', cost: price.object, holds: ({ left }) => left === 'verb' },
  { why: 'a number after a quotation', cost: 0.9, holds: ({ one, right }) => closesMark(one) && isNumber(right) },
  {
    why: 'after a title, or a quotation that stands for itself',
    cost: 1.2,
    holds: (joint) => closesMark(joint.one) && (/[》〉]$/u.test(joint.one.text) || isLongQuotation(joint)),
  },
  { why: 'a quotation and the rest of the name', cost: price.unknowns, holds: ({ one }) => closesMark(one) },
  {
    why: 'a clause ends, the next begins with its subject',
    cost: 1.05,
    holds: ({ one, left, right, hasVerb, isVerbAhead }) =>
      hasVerb && isVerbAhead && isNominal(one) && left !== 'place' && right !== 'action' && right !== 'head',
  },
  {
    why: 'a name begins',
    cost: 1.1,
    holds: ({ left, right }) => (right === 'place' || right === 'name') && left !== 'place',
  },
  { why: 'a body’s name ends', cost: 1.4, holds: ({ one }) => endsBody(one) },
  { why: 'a number begins', cost: 1.2, holds: ({ right }) => isNumber(right) },
  {
    why: 'a place describes what follows',
    cost: price.unknown,
    holds: ({ left }) => left === 'place' || left === 'name',
  },
  { why: 'two words of a name or a compound', cost: price.compound, holds: () => true },
]

/** What a cut after the first `count` words of a title costs by what the words do: by the first rule that holds. */
export const costOfJoint = (words: readonly TitleWord[], count: number): number => {
  const joint = jointOf(words, count)
  if (!joint) return price.never
  const rules = [...bonds, ...(isLeading(joint.right) ? beforePredicate : beforeNoun)]
  return rules.find(({ holds }) => holds(joint))?.cost ?? price.never
}

import { clustersOf } from '@/text/clusters'
import {
  adverbs,
  announcing,
  binding,
  clauseJoining,
  closing,
  compounds,
  countryCharacters,
  actions,
  endings,
  familyNames,
  foreignSounds,
  heads,
  modifiers,
  nounJoining,
  particles,
  places,
  placing,
  prepositions,
  ranks,
  reporting,
  shortVerbs,
  times,
  verbEndings,
  verbs,
} from './title-words'

/** What a word does in a headline. */
export type TitleWordRole =
  | 'verb'
  | 'short-verb'
  | 'reporting'
  | 'action'
  | 'adverb'
  | 'time'
  | 'preposition'
  | 'clause-joining'
  | 'noun-joining'
  | 'binding'
  | 'closing'
  | 'placing'
  | 'particle'
  | 'ending'
  | 'count'
  | 'amount'
  | 'date'
  | 'kana'
  | 'mark'
  | 'name'
  | 'place'
  | 'rank'
  | 'modifier'
  | 'head'
  | 'other'
  /** A single character that no list knows. */
  | 'single'

export interface TitleWord {
  readonly text: string
  readonly at: number
  readonly role: TitleWordRole
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

const digits = '\\p{Nd}〇○零一二两兩三四五六七八九十百千万萬亿億'
const numeral = `(?:首(?=[批艘个個次条條家座届支])|[第近超约約逾]?[${digits}][${digits}.．,]*[余餘多几%％]?)`
/** What is counted follows: 三十支工作队. */
const counted = '[起轨个個位名支项項批家座条件场場次大期艘辆颗枚只头家国國种種处處所人]'
/** The amount is complete: 三千亿元. */
const measured = '(?:人次|美元|港元|标箱|标准箱|公里|平方米|小时|分钟|级|级|元|吨|亩|米|度|岁|歲|例|倍|成|人|℃|号|版)'
/** A day, a year, or how many: 二〇二六年. */
const dated = '(?:年度|年|月份|个月|月|日|时|周年|週年|天|届|屆|世纪|晚|季度)'
const numberStart = new RegExp(`[首第前近超約约逾${digits}]`, 'u')
const numberPatterns: readonly (readonly [RegExp, TitleWordRole])[] = [
  [new RegExp(`${numeral}${dated}+`, 'uy'), 'date'],
  [new RegExp(`${numeral}${measured}`, 'uy'), 'amount'],
  [new RegExp(`${numeral}${counted}`, 'uy'), 'count'],
  [new RegExp(`${numeral}`, 'uy'), 'count'],
]

const rolesByList: readonly (readonly [ReadonlySet<string>, TitleWordRole])[] = [
  [reporting, 'reporting'],
  [verbs, 'verb'],
  [adverbs, 'adverb'],
  [times, 'time'],
  [clauseJoining, 'clause-joining'],
  [nounJoining, 'noun-joining'],
  [binding, 'binding'],
  [prepositions, 'preposition'],
  [closing, 'closing'],
  [placing, 'placing'],
  [particles, 'particle'],
  [announcing, 'particle'],
  [actions, 'action'],
  [shortVerbs, 'short-verb'],
  [modifiers, 'modifier'],
  [heads, 'head'],
  [ranks, 'rank'],
  [places, 'place'],
  [compounds, 'other'],
]

const roleByWord: ReadonlyMap<string, TitleWordRole> = new Map(
  rolesByList.toReversed().flatMap(([words, role]) => [...words].map((word) => [word, role] as const)),
)
/** Characters of the longest listed word that begins with a character. */
const longestFrom = new Map<string, number>()
for (const word of roleByWord.keys())
  longestFrom.set(word.charAt(0), Math.max(word.length, longestFrom.get(word.charAt(0)) ?? 0))

const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text)

const roleOf = (text: string): TitleWordRole => {
  const role = roleByWord.get(text)
  if (role) return role
  if (/^在\p{Script=Han}$/u.test(text)) return 'adverb'
  if (/^[曾正将將已仍]在$/u.test(text)) return 'preposition'
  if (/^[\p{Script=Hiragana}ー]+$/u.test(text)) return 'kana'
  if (/^[\s\p{P}\p{S}]+$/u.test(text)) return 'mark'
  if (text.length === 1 && isHan(text)) return endings.has(text) || verbEndings.has(text) ? 'ending' : 'single'
  return 'other'
}

/** What a way to divide a title costs, word by word: known words are preferred, and long ones. */
const costs = {
  listed: 0.8,
  number: 0.85,
  segment: 1,
  name: 1.7,
  torn: 0.2,
  foreign: 1.6,
  pair: 1.15,
  result: 0.9,
  single: 1.25,
  character: 1.4,
} as const

interface Candidate {
  readonly from: number
  readonly to: number
  readonly cost: number
  readonly role: TitleWordRole
}

const foreign = new RegExp(`[${foreignSounds}]{3,9}`, 'uy')
const countryPair = new RegExp(`^[${countryCharacters}]{2}$`, 'u')
const familyName = new RegExp(`[${familyNames}]`, 'u')

/** What a character of a given name may be otherwise. */
const nameable: readonly TitleWordRole[] = ['single', 'ending', 'short-verb']

/** Words that may stand in a title: those of the segmenter and of our lists, numbers with their measure, and names. */
const candidatesOf = (title: string): Candidate[] => {
  const segments = [...segmenter.segment(title)].map(({ segment, index }) => ({
    from: index,
    to: index + segment.length,
    role: roleOf(segment),
    cost: segment.length > 1 ? costs.segment : costs.single,
  }))
  const segmentAt = new Map(segments.map(({ from, to }) => [from, title.slice(from, to)]))
  const isSingleAt = new Set(
    segments.filter(({ from, to }) => to - from === 1 && isHan(title.slice(from, to))).map(({ from }) => from),
  )
  const isUnknownAt = (at: number): boolean =>
    isSingleAt.has(at) && (nameable.includes(roleOf(title.charAt(at))) || /[正新]/u.test(title.charAt(at)))
  const candidates: Candidate[] = [...segments]
  for (let from = 0; from < title.length; from++) {
    for (let to = from + 2; to <= Math.min(title.length, from + (longestFrom.get(title.charAt(from)) ?? 0)); to++) {
      const role = roleByWord.get(title.slice(from, to))
      if (role) candidates.push({ from, to, role, cost: costs.listed })
    }
    for (const [pattern, role] of numberStart.test(title.charAt(from)) ? numberPatterns : []) {
      pattern.lastIndex = from
      const length = pattern.exec(title)?.[0].length ?? 0
      if (length > 0 && !/\p{Nd}/u.test(title.charAt(from - 1)))
        candidates.push({
          from,
          to: from + length,
          role: /^[第首]/u.test(title.charAt(from)) ? 'count' : role,
          cost: costs.number,
        })
    }
    if (familyName.test(title.charAt(from))) {
      const pair = segmentAt.get(from + 1)
      // 吴邦国 is read 吴, 邦国, and 金正恩 金正, 恩.
      if (isSingleAt.has(from) && pair?.length === 2 && roleOf(pair) === 'other')
        candidates.push({ from, to: from + 3, role: 'name', cost: costs.name + costs.torn })
      if (segmentAt.get(from)?.length === 2 && isUnknownAt(from + 2))
        candidates.push({ from, to: from + 3, role: 'name', cost: costs.name + costs.torn })
      for (const to of isSingleAt.has(from) ? [from + 2, from + 3] : [])
        if (isUnknownAt(from + 1) && (to === from + 2 || isUnknownAt(from + 2)))
          candidates.push({ from, to, role: 'name', cost: costs.name })
    }
    foreign.lastIndex = from
    const run = foreign.exec(title)?.[0].length ?? 0
    for (let length = 3; length <= run; length++)
      if (length > 3 || isSingleAt.has(from) || isSingleAt.has(from + length - 1))
        candidates.push({ from, to: from + length, role: 'name', cost: costs.foreign })
    const two = title.slice(from, from + 2)
    if (countryPair.test(two)) candidates.push({ from, to: from + 2, role: 'place', cost: costs.pair })
    if (/^\p{Script=Han}[好牢稳]$/u.test(two) && isSingleAt.has(from))
      candidates.push({ from, to: from + 2, role: 'verb', cost: costs.result })
    candidates.push({ from, to: from + 1, role: roleOf(title.charAt(from)), cost: costs.character })
  }
  const edges = new Set([0])
  let edge = 0
  for (const cluster of clustersOf(title)) edges.add((edge += cluster.length))
  return candidates.filter(({ from, to }) => edges.has(from) && edges.has(to))
}

/** The cheapest way to divide a title. */
const divided = (title: string): Candidate[] => {
  const best: { readonly cost: number; readonly last: Candidate | undefined }[] = [{ cost: 0, last: undefined }]
  const byEnd = new Map<number, Candidate[]>()
  for (const candidate of candidatesOf(title)) {
    const others = byEnd.get(candidate.to)
    if (others) others.push(candidate)
    else byEnd.set(candidate.to, [candidate])
  }
  for (let end = 1; end <= title.length; end++) {
    let cost = Infinity
    let last: Candidate | undefined
    for (const candidate of byEnd.get(end) ?? []) {
      const total = (best[candidate.from]?.cost ?? Infinity) + candidate.cost
      if (total < cost) [cost, last] = [total, candidate]
    }
    best.push({ cost, last })
  }
  const words: Candidate[] = []
  for (let word = best[title.length]?.last; word; word = best[word.from]?.last) words.unshift(word)
  return words
}

/** Words that a name's ending belongs to: 污水处理 + 厂. */
const endable: readonly TitleWordRole[] = ['other', 'single', 'action', 'place', 'name']
const takesEnding = ({ role }: TitleWord, ending: string): boolean =>
  endable.includes(role) || (role === 'verb' && verbEndings.has(ending))

/** What a predicate may begin with. */
const leading: ReadonlySet<TitleWordRole> = new Set([
  'verb',
  'adverb',
  'preposition',
  'reporting',
  'clause-joining',
  'short-verb',
  'time',
])
export const isLeading = (role: TitleWordRole | undefined): boolean => role !== undefined && leading.has(role)

/** The words of a title, names with their endings. */
export const wordsOfTitle = (title: string): TitleWord[] => {
  const words: TitleWord[] = []
  for (const { from, to, role } of divided(title)) {
    const text = title.slice(from, to)
    const before = words.at(-1)
    if (before && role === 'ending' && takesEnding(before, text))
      words.splice(-1, 1, { text: before.text + text, at: before.at, role: 'other' })
    else if (before?.role === 'verb' && /^[到至成]$/u.test(text))
      words.splice(-1, 1, { ...before, text: before.text + text })
    else words.push({ text, at: from, role: role === 'ending' ? 'single' : role })
  }
  // 美欲…, 俄称…: a country by one character, where its deed follows.
  return words.map((word, index) => {
    const isCountry =
      word.role === 'single' && countryCharacters.includes(word.text) && isLeading(words[index + 1]?.role)
    return isCountry ? { ...word, role: 'place' } : word
  })
}

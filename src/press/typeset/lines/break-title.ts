import type { PlainLine } from '@/bundle/set-runs'
import { clustersOf } from '@/text/clusters'
import { lineWidthOf, type LineFace } from '@/text/line-setting'
import { canBreakBetween } from './line-ends'

/** A title as it is set: its size in page units and its lines, the indents of which centre them. */
export interface SetTitleLines {
  readonly size: number
  readonly lines: readonly PlainLine[]
}

export interface TitleWish {
  /** Width of the line box in page units. */
  readonly width: number
  /** Type sizes to try, largest first, page units. */
  readonly sizes: readonly number[]
  readonly mostLines: number
  /** A longer line is broken if there may be more lines, in thousandths of an em; absent: no line is too long. */
  readonly longestLine?: number
  readonly align: 'start' | 'center'
  readonly face: LineFace
  /** The article's text: the title keeps together what the text keeps together. */
  readonly text?: string
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** What a cut costs, by what stands on either side of it: cuts should follow the sense. */
const cutCosts = {
  space: 0,
  pause: 0.3,
  /** A name begins, and with it often a clause. */
  name: 0.8,
  words: 1,
  /** A single character stands on one side: the word list may just not know its word. */
  unknown: 1.5,
  /** Two words that are adjacent somewhere in the article's text: 地震灾区. */
  adjacentInText: 1.8,
  /** Single characters stand on both sides. */
  unknowns: 2,
  particle: 2.5,
  together: 3.5,
  inBrackets: 3,
  numberAndUnit: 4,
} as const

/** Words that belong to the word before: particles, and what a place or an institution is called by. */
const leansBack = /^[的地得了着过们等之者时吗呢省市区县镇乡村路街桥站局厅部委院馆园会队]$/u
/** Words that belong to the word after. */
const leansOn = /^(?:以及|日益|更加|十分|进一步|正在|将要|已经|不再|[和与及或在把被将对向从为以不很最第的])$/u

/** A number with its measure word, which what is counted should follow. */
const countedThing = /[\p{Nd}〇一二两三四五六七八九十百千万][个位名支项批家所座条件场次]$/u

const isUnknown = (word: string): boolean =>
  /^\p{Script=Han}$/u.test(word) && !leansBack.test(word) && !leansOn.test(word)

/** Whether a word has a meaning of its own: particles and conjunctions have none. */
const isContentWord = (word: string): boolean => word.length > 1 || isUnknown(word)

const isInBrackets = (before: string): boolean =>
  (before.match(/[（《〈【“‘「『]/gu)?.length ?? 0) > (before.match(/[）》〉】”’」』]/gu)?.length ?? 0)

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

/** A cut that costs this much or more is made only if the title is so many times larger with it. */
const poorCut = 2
const muchLarger = 3 / 2

/** What a cut after the first `at` words of the title costs. */
const cutCost = (words: readonly string[], at: number, text: string): number => {
  const before = words.slice(0, at).join('')
  const [ended = '', begun = '', next = ''] = words.slice(at - 1)
  if (/[\s　]$/u.test(before)) return cutCosts.space
  if (/[，、：；。！？]$/u.test(before)) return cutCosts.pause
  if (/[\p{Nd}〇一二三四五六七八九十百千万]$/u.test(before) && /^[\p{Script=Han}%％℃]/u.test(begun))
    return cutCosts.numberAndUnit
  if (isInBrackets(before)) return cutCosts.inBrackets
  if (isKeptTogether(clustersOf(ended).at(-1) ?? '', clustersOf(begun)[0] ?? '', text)) return cutCosts.together
  if (leansBack.test(begun) || leansOn.test(ended) || countedThing.test(before)) return cutCosts.particle
  const isInText = text.includes(ended + begun)
  if (isUnknown(ended) && isUnknown(begun)) return isInText ? cutCosts.together : cutCosts.unknowns
  if (isInText && isContentWord(ended) && isContentWord(begun)) return cutCosts.adjacentInText
  if (isUnknown(begun) && isUnknown(next)) return cutCosts.name
  return isUnknown(ended) || isUnknown(begun) ? cutCosts.unknown : cutCosts.words
}

/** Offsets at which a title may be cut, with what each cut costs. */
const breaksOf = (title: string, text: string): { readonly at: number; readonly cost: number }[] => {
  const segments = [...segmenter.segment(title)]
  const words = segments.map(({ segment }) => segment)
  return segments.flatMap(({ index, segment }, at) => {
    const ended = words[at - 1]
    if (ended === undefined || /^[\s　]/u.test(segment)) return []
    const [first = '', second] = clustersOf(segment + (words[at + 1] ?? ''))
    if (!canBreakBetween(clustersOf(ended).at(-1) ?? '', first, second)) return []
    return [{ at: index, cost: cutCost(words, at, text) }]
  })
}

const trimmedWidth = (line: string, face: LineFace): number => lineWidthOf(line.trimEnd(), face)

interface CutTitle {
  readonly lines: readonly string[]
  /** Cost of its most expensive cut. */
  readonly worst: number
}

/** What uneven lines cost: the squares of their deviations from the even length, each as a share of it, so many times. */
const unevenness = 3

/** The best way to cut the title into `count` lines: even lengths, and cheap cuts. */
const cutInto = (title: string, count: number, { face, text = '' }: TitleWish): CutTitle | undefined => {
  const breaks = breaksOf(title, text)
  const even = trimmedWidth(title, face) / count
  let best: (CutTitle & { readonly cost: number }) | undefined
  const visit = (from: number, first: number, lines: string[], cost: number, worst: number): void => {
    if (best && cost >= best.cost) return
    if (lines.length === count - 1) {
      const all = [...lines, title.slice(from)]
      const uneven = all.reduce((sum, line) => sum + ((trimmedWidth(line, face) - even) / even) ** 2, 0)
      const total = cost + unevenness * uneven
      if (!best || total < best.cost) best = { cost: total, lines: all, worst }
      return
    }
    for (let index = first; index < breaks.length; index++) {
      const { at, cost: own } = breaks[index] ?? { at: 0, cost: 0 }
      if (at > from) visit(at, index + 1, [...lines, title.slice(from, at)], cost + own, Math.max(worst, own))
    }
  }
  visit(0, 0, [], 0, 0)
  return best
}

const lineOf = (line: string, room: number, { align, face }: TitleWish): PlainLine => {
  const indent = align === 'center' ? Math.max(0, Math.floor((room - trimmedWidth(line, face)) / 2)) : 0
  return { count: line.length, spacing: 0, indent }
}

/** Cuts a title that fits at no size where a line is full, if possible where a line may end. */
const cutAnywhere = (title: string, room: number, face: LineFace): string[] => {
  const lines: string[] = []
  let line: string[] = []
  for (const cluster of clustersOf(title)) {
    if (line.length > 0 && trimmedWidth(line.join('') + cluster, face) > room) {
      const whole = [...line, cluster]
      const last = line.findLastIndex((one, index) => canBreakBetween(one, whole[index + 1] ?? '', whole[index + 2]))
      const end = last < 0 ? line.length : last + 1
      lines.push(line.slice(0, end).join(''))
      line = line.slice(end)
    }
    line.push(cluster)
  }
  return [...lines, line.join('')]
}

/**
 * Sets a title at the largest size that fits, in as few lines as possible, broken at the writer's own spaces and between words.
 * The press breaks titles because `text-wrap: balance` in a browser breaks inside words.
 */
export const breakTitle = (title: string, wish: TitleWish): SetTitleLines => {
  const { width, sizes, mostLines, face, longestLine = Infinity } = wish
  /** The cuts by number of lines: they are the same at every size. */
  const known: (CutTitle & { readonly width: number })[] = []
  const cutAs = (count: number) => {
    const { lines, worst } = (count === 1 ? undefined : cutInto(title, count, wish)) ?? { lines: [title], worst: 0 }
    return (known[count] = { lines, worst, width: Math.max(...lines.map((line) => trimmedWidth(line, face))) })
  }
  let poor: SetTitleLines | undefined
  for (const size of sizes) {
    if (poor && poor.size > size * muchLarger) break
    const room = (width / size) * 1000
    for (let count = 1; count <= mostLines; count++) {
      const cut = known[count] ?? cutAs(count)
      if (cut.width > room || (cut.width > longestLine && count < mostLines)) continue
      const set = { size, lines: cut.lines.map((line) => lineOf(line, room, wish)) }
      if (cut.worst < poorCut) return set
      poor ??= set
    }
  }
  if (poor) return poor
  const size = sizes.at(-1) ?? 64
  const room = (width / size) * 1000
  return { size, lines: cutAnywhere(title, room, face).map((line) => lineOf(line, room, wish)) }
}

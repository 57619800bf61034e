import type { PlainLine } from '@/bundle/set-runs'
import { lineWidthOf, type LineFace } from '@/text/line-setting'
import { canBreakBetween } from './break-lines'

/** A title as it is set: its size in page units, and lines with their indents, centred or flush. */
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
  /** A longer line is parted where there may be more lines, thousandths of an em; absent: none is too long. */
  readonly longestLine?: number
  readonly align: 'start' | 'center'
  readonly face: LineFace
  /** The article's own text: what it keeps together, its title keeps together. */
  readonly text?: string
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** What a cut costs by what stands beside it; an art director cuts at sense, never inside a name with its number. */
const cutCosts = {
  space: 0,
  pause: 0.3,
  /** A name begins, and with it often who does what. */
  name: 0.8,
  words: 1,
  /** A word list that does not know a character's word has it alone: it says little, of two beside each other less. */
  unknown: 1.5,
  /** Two words that its article's text has side by side: 地震灾区. */
  besideInText: 1.8,
  unknowns: 2,
  particle: 2.5,
  together: 3.5,
  inBrackets: 3,
  numberAndUnit: 4,
} as const

/** Words that lean on the one before, also what a place or a body is called by; and words that lean on the one after. */
const leansBack = /^[的地得了着过们等之者时吗呢省市区县镇乡村路街桥站局厅部委院馆园会队]$/u
const leansOn = /^(?:以及|日益|更加|十分|进一步|正在|将要|已经|不再|[和与及或在把被将对向从为以不很最第的])$/u

/** A number with its measure word: what is counted follows. */
const countedThing = /[\p{Nd}〇一二两三四五六七八九十百千万][个位名支项批家所座条件场次]$/u

const isUnknown = (word: string): boolean =>
  /^\p{Script=Han}$/u.test(word) && !leansBack.test(word) && !leansOn.test(word)

/** Not a particle, nor what only joins. */
const isOfSense = (word: string): boolean => word.length > 1 || isUnknown(word)

const isInBrackets = (before: string): boolean =>
  (before.match(/[（《〈【“‘「『]/gu)?.length ?? 0) > (before.match(/[）》〉】”’」』]/gu)?.length ?? 0)

const countOf = (text: string, part: string): number => text.split(part).length - 1

/**
 * Whether a text keeps two characters together: that a word list does not know 科创 for a word, its article tells. They do where
 * they stand side by side twice or more, and where one of them does hardly ever without the other.
 */
const isKeptTogether = (one: string, other: string, text: string): boolean => {
  const pairs = countOf(text, one + other)
  return pairs >= 2 && pairs / Math.min(countOf(text, one), countOf(text, other)) > 0.6
}

/** Cuts that cost as much are made only for a much larger title. */
const poorCut = 2
const muchLarger = 3 / 2

/** What a cut costs after so many of the title's words. */
const cutCost = (words: readonly string[], at: number, text: string): number => {
  const before = words.slice(0, at).join('')
  const [ended = '', begun = '', next = ''] = words.slice(at - 1)
  if (/[\s　]$/u.test(before)) return cutCosts.space
  if (/[，、：；。！？]$/u.test(before)) return cutCosts.pause
  if (/[\p{Nd}〇一二三四五六七八九十百千万]$/u.test(before) && /^[\p{Script=Han}%％℃]/u.test(begun))
    return cutCosts.numberAndUnit
  if (isInBrackets(before)) return cutCosts.inBrackets
  if (isKeptTogether([...ended].at(-1) ?? '', [...begun][0] ?? '', text)) return cutCosts.together
  if (leansBack.test(begun) || leansOn.test(ended) || countedThing.test(before)) return cutCosts.particle
  const isBeside = text.includes(ended + begun)
  if (isUnknown(ended) && isUnknown(begun)) return isBeside ? cutCosts.together : cutCosts.unknowns
  if (isBeside && isOfSense(ended) && isOfSense(begun)) return cutCosts.besideInText
  if (isUnknown(begun) && isUnknown(next)) return cutCosts.name
  return isUnknown(ended) || isUnknown(begun) ? cutCosts.unknown : cutCosts.words
}

/** Places in code units where a title may be cut, with what it costs. */
const breaksOf = (title: string, text: string): { readonly at: number; readonly cost: number }[] => {
  const segments = [...segmenter.segment(title)]
  const words = segments.map(({ segment }) => segment)
  return segments.flatMap(({ index, segment }, at) => {
    const ended = words[at - 1]
    if (ended === undefined || /^[\s　]/u.test(segment)) return []
    if (!canBreakBetween([...ended].at(-1) ?? '', [...segment][0] ?? '')) return []
    return [{ at: index, cost: cutCost(words, at, text) }]
  })
}

const trimmedWidth = (line: string, face: LineFace): number => lineWidthOf(line.replace(/[\s　]+$/u, ''), face)

interface CutTitle {
  readonly lines: readonly string[]
  /** What the worst of its cuts costs. */
  readonly worst: number
}

/** The best way to cut the title into so many lines: even lengths, cuts where the writer would make them. */
const cutInto = (title: string, count: number, { face, text = '' }: TitleWish): CutTitle | undefined => {
  const breaks = breaksOf(title, text)
  const even = trimmedWidth(title, face) / count
  let best: (CutTitle & { readonly cost: number }) | undefined
  const visit = (from: number, first: number, lines: string[], cost: number, worst: number): void => {
    if (best && cost >= best.cost) return
    if (lines.length === count - 1) {
      const all = [...lines, title.slice(from)]
      const uneven = all.reduce((sum, line) => sum + ((trimmedWidth(line, face) - even) / even) ** 2, 0)
      if (!best || cost + 3 * uneven < best.cost) best = { cost: cost + 3 * uneven, lines: all, worst }
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

/** A title that fits at no size is cut wherever a line is full, at a place where a line may end if there is one. */
const cutAnywhere = (title: string, room: number, face: LineFace): string[] => {
  const lines: string[] = []
  let line: string[] = []
  for (const character of title) {
    if (line.length > 0 && trimmedWidth(line.join('') + character, face) > room) {
      const whole = [...line, character]
      const last = line.findLastIndex((one, index) => canBreakBetween(one, whole[index + 1] ?? ''))
      const end = last < 0 ? line.length : last + 1
      lines.push(line.slice(0, end).join(''))
      line = line.slice(end)
    }
    line.push(character)
  }
  return [...lines, line.join('')]
}

/**
 * A title at the largest size at which it stands in as few lines as may be, broken between words and, where the writer left
 * a space, there. Broken explicitly: a browser's own balance breaks inside words.
 */
export const breakTitle = (title: string, wish: TitleWish): SetTitleLines => {
  const { width, sizes, mostLines, face, longestLine = Infinity } = wish
  /** By their number: the same lines at every size. */
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

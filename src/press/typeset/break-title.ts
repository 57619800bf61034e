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
  words: 1,
  particle: 2.5,
  together: 2.5,
  inBrackets: 3,
  numberAndUnit: 4,
} as const

/** Words that lean on the one before, and words that lean on the one after. */
const leansBack = /^[的地得了着过们等之者吗呢]/u
const leansOn = /[和与及或在把被将对向从为以不很最第的]$/u

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

const cutCost = (before: string, after: string, text: string): number => {
  if (/[\s　]$/u.test(before)) return cutCosts.space
  if (/[，、：；。！？]$/u.test(before)) return cutCosts.pause
  if (/[\p{Nd}〇一二三四五六七八九十百千万]$/u.test(before) && /^[\p{Script=Han}%％℃]/u.test(after))
    return cutCosts.numberAndUnit
  if (isInBrackets(before)) return cutCosts.inBrackets
  if (isKeptTogether([...before].at(-1) ?? '', [...after][0] ?? '', text)) return cutCosts.together
  if (leansBack.test(after) || leansOn.test(before)) return cutCosts.particle
  return cutCosts.words
}

/** Places in code units where a title may be cut, with what it costs. */
const breaksOf = (title: string, text: string): { readonly at: number; readonly cost: number }[] => {
  const breaks: { at: number; cost: number }[] = []
  for (const { index } of segmenter.segment(title)) {
    if (index === 0) continue
    const [before, after] = [title.slice(0, index), title.slice(index)]
    if (!canBreakBetween([...before].at(-1) ?? '', [...after][0] ?? '') || /^[\s　]/u.test(after)) continue
    breaks.push({ at: index, cost: cutCost(before, after, text) })
  }
  return breaks
}

const trimmedWidth = (line: string, face: LineFace): number => lineWidthOf(line.replace(/[\s　]+$/u, ''), face)

/** The best way to cut the title into so many lines: even lengths, cuts where the writer would make them. */
const cutInto = (title: string, count: number, { face, text = '' }: TitleWish): readonly string[] | undefined => {
  const breaks = breaksOf(title, text)
  const even = trimmedWidth(title, face) / count
  let best: { cost: number; lines: string[] } | undefined
  const visit = (from: number, first: number, lines: string[], cost: number): void => {
    if (best && cost >= best.cost) return
    if (lines.length === count - 1) {
      const all = [...lines, title.slice(from)]
      const uneven = all.reduce((sum, line) => sum + ((trimmedWidth(line, face) - even) / even) ** 2, 0)
      if (!best || cost + 3 * uneven < best.cost) best = { cost: cost + 3 * uneven, lines: all }
      return
    }
    for (let index = first; index < breaks.length; index++) {
      const { at, cost: own } = breaks[index] ?? { at: 0, cost: 0 }
      if (at > from) visit(at, index + 1, [...lines, title.slice(from, at)], cost + own)
    }
  }
  visit(0, 0, [], 0)
  return best?.lines
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
  const { width, sizes, mostLines, face } = wish
  /** By their number: the same lines at every size. */
  const known: { readonly lines: readonly string[]; readonly width: number }[] = []
  const cutAs = (count: number) => {
    const lines = (count === 1 ? [title] : cutInto(title, count, wish)) ?? []
    const widest = lines.length > 0 ? Math.max(...lines.map((line) => trimmedWidth(line, face))) : Infinity
    return (known[count] = { lines, width: widest })
  }
  for (const size of sizes) {
    const room = (width / size) * 1000
    for (let count = 1; count <= mostLines; count++) {
      const cut = known[count] ?? cutAs(count)
      if (cut.width <= room) return { size, lines: cut.lines.map((line) => lineOf(line, room, wish)) }
    }
  }
  const size = sizes.at(-1) ?? 64
  const room = (width / size) * 1000
  return { size, lines: cutAnywhere(title, room, face).map((line) => lineOf(line, room, wish)) }
}

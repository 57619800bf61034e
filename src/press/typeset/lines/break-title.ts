import type { PlainLine } from '@/bundle/set-runs'
import { clustersOf } from '@/text/clusters'
import { lineWidthOf, type LineFace } from '@/text/line-setting'
import { canBreakBetween } from './line-ends'
import { cutsOfTitle, poorCut } from './title-cuts'

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

/** A poor cut is made only if the title is so many times larger with it. */
const muchLarger = 3 / 2

const trimmedWidth = (line: string, face: LineFace): number => lineWidthOf(line.trimEnd(), face)

interface CutTitle {
  readonly lines: readonly string[]
  /** Cost of its most expensive cut. */
  readonly worst: number
}

/** What uneven lines cost: the squares of their deviations from the even length, each as a share of it, so many times. */
const unevenness = 3
/** What a line of so few thousandths of an em costs: it looks like a remnant. */
const shortLines = [
  { below: 2600, cost: 2 },
  { below: 3600, cost: 0.5 },
] as const

/** How many times that a first line costs: a headline may end with a short line, but hardly begins with one. */
const shortHead = 2

/** The cheapest way to cut a title up to one of its cuts. */
interface Way {
  readonly cost: number
  readonly worst: number
  readonly ends: readonly number[]
}

/** A title as it may be cut: its cuts, and the end, with what each costs and the width of the title up to there. */
interface CuttableTitle {
  readonly title: string
  readonly ends: readonly { readonly at: number; readonly cost: number; readonly width: number }[]
  /** Width of the title up to an offset, and with the space that follows. */
  readonly widthBefore: ReadonlyMap<number, number>
}

const cuttable = (title: string, { face, text = '' }: TitleWish): CuttableTitle => {
  const cuts = [...cutsOfTitle(title, text), { at: title.length, cost: 0 }]
  return {
    title,
    ends: cuts.map(({ at, cost }) => ({ at, cost, width: trimmedWidth(title.slice(0, at), face) })),
    widthBefore: new Map(cuts.map(({ at }) => [at, lineWidthOf(title.slice(0, at), face)])),
  }
}

/** The best way to cut the title into `count` lines: even lengths, and cheap cuts. */
const cutInto = ({ title, ends, widthBefore }: CuttableTitle, count: number): CutTitle | undefined => {
  const even = (ends.at(-1)?.width ?? 0) / count
  const costOfLine = (from: number, width: number): number => {
    const short = shortLines.find(({ below }) => width < below)?.cost ?? 0
    return unevenness * ((width - even) / even) ** 2 + (from === 0 ? short * shortHead : short)
  }
  let ways = new Map<number, Way>([[0, { cost: 0, worst: 0, ends: [] }]])
  for (let line = 1; line <= count; line++) {
    const longer = new Map<number, Way>()
    for (const { at, cost, width } of line === count ? ends.slice(-1) : ends.slice(0, -1))
      for (const [from, way] of ways) {
        if (from >= at) continue
        const total = way.cost + cost + costOfLine(from, width - (widthBefore.get(from) ?? 0))
        if (total < (longer.get(at)?.cost ?? Infinity))
          longer.set(at, { cost: total, worst: Math.max(way.worst, cost), ends: [...way.ends, at] })
      }
    ways = longer
  }
  const best = ways.get(title.length)
  return (
    best && { lines: best.ends.map((end, index) => title.slice(best.ends[index - 1] ?? 0, end)), worst: best.worst }
  )
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
  let cuts: CuttableTitle | undefined
  const cutAs = (count: number) => {
    const { lines, worst } = (count === 1 ? undefined : cutInto((cuts ??= cuttable(title, wish)), count)) ?? {
      lines: [title],
      worst: 0,
    }
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

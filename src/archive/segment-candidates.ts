import { intersect } from './posting-list'
import { newestKept, type PostingEntry, type YearPostings } from './posting-entry'
import type { SegmentHead, YearRange } from './segment-head'
import type { SegmentReader } from './segment-reader'
import type { YearTally } from './year-tally'

/** Documents that may have the words, newest first, some at a time. Reads lists as they are needed, and settles the tally. */
export type Candidates = AsyncGenerator<readonly number[]>

export interface SegmentSearch {
  readonly segment: SegmentReader
  readonly head: SegmentHead
  /** The lists of all terms that are looked up; at least one. */
  readonly entries: readonly PostingEntry[]
  /** The documents of the days asked for: `[from, to)`. */
  readonly asked: readonly [from: number, to: number]
  readonly tally: YearTally
  readonly signal: AbortSignal
}

/** To fetch an article and see that it hasn't the words costs about as much as these bytes of a list. */
const recordBytes = 700
/** Of so many long lists at most are the blocks of a year compared; what is left is told apart by the texts. */
const mostBlocks = 8
/** So many years at most are read at once, where year after year has nothing. */
const mostYears = 8

const isAlive = ({ segment, asked }: SegmentSearch): ((document: number) => boolean) => {
  const { replaced } = segment.row
  return (document) =>
    document >= asked[0] && document < asked[1] && !replaced.some(([from, to]) => document >= from && document < to)
}

const inRange = (documents: readonly number[], { from, to }: YearRange): number[] =>
  documents.filter((document) => document >= from && document < to)

/** Blocks of the year of these lists, smallest first; undefined if one of the lists has none of this year. */
const blocksOf = (entries: readonly PostingEntry[], { from }: YearRange): YearPostings[] | undefined => {
  const blocks: YearPostings[] = []
  for (const entry of entries) {
    if (entry.kind === 'short') continue
    const own = entry.years.find(({ range }) => range.from === from)
    if (!own) return undefined
    blocks.push(own)
  }
  return blocks.sort((a, b) => a.count - b.count)
}

/** One of the lists is short: the others are asked only where that spares texts. */
const fromShort = (search: SegmentSearch): Candidates => {
  const { head, entries, tally, segment, signal } = search
  const shorts = entries.flatMap((entry) => (entry.kind === 'short' ? [entry.documents] : []))
  const alive = shorts
    .slice(1)
    .reduce((common, list) => intersect(common, list), shorts[0] ?? [])
    .filter(isAlive(search))
  const years = head.years.map((range) => {
    const blocks = blocksOf(entries, range)
    return { range, blocks: blocks ?? [], documents: blocks ? inRange(alive, range) : [] }
  })
  for (const { range, documents } of years) tally.add(range.year, documents.length, entries.length === 1)
  return (async function* () {
    for (const { range, blocks, documents } of years) {
      let left: readonly number[] = documents
      for (const block of blocks)
        if (block.bytes < left.length * recordBytes) left = intersect(left, await segment.block(block, signal))
      tally.settle(range.year, documents.length, left.length)
      if (left.length > 0) yield left
    }
  })()
}

/** All lists are long: year by year, the blocks of the rarest. A single one has its newest in the slot. */
const fromLong = (search: SegmentSearch): Candidates => {
  const { head, entries, tally, asked, segment, signal } = search
  const alive = isAlive(search)
  const years = head.years.flatMap((range) => {
    const blocks = range.to > asked[0] && range.from < asked[1] ? blocksOf(entries, range) : undefined
    return blocks ? [{ range, blocks, taken: blocks[0]?.count ?? 0 }] : []
  })
  for (const { range, taken } of years) {
    const isWholeYear = range.from >= asked[0] && range.to <= asked[1]
    const hasReplaced = segment.row.replaced.some(([from, to]) => from < range.to && to > range.from)
    tally.add(range.year, taken, entries.length === 1 && isWholeYear && !hasReplaced)
  }
  const readYear = async ({ blocks }: (typeof years)[number]): Promise<number[]> => {
    const lists = await Promise.all(blocks.slice(0, mostBlocks).map((block) => segment.block(block, signal)))
    return lists
      .slice(1)
      .reduce((common, list) => intersect(common, list), lists[0] ?? [])
      .filter(alive)
  }
  const ofSingle = async function* (): Candidates {
    for (const year of years) {
      const [block] = year.blocks
      const first = (block?.newest ?? []).filter(alive)
      if (first.length > 0) yield first
      const isAll = year.taken <= newestKept
      const all = isAll ? first : await readYear(year)
      tally.settle(year.range.year, year.taken, all.length)
      const others = all.filter((document) => !first.includes(document))
      if (others.length > 0) yield others
    }
  }
  const ofSeveral = async function* (): Candidates {
    let atOnce = 1
    for (let index = 0; index < years.length;) {
      const some = years.slice(index, index + atOnce)
      const found = await Promise.all(some.map(readYear))
      for (const [position, { range, taken }] of some.entries())
        tally.settle(range.year, taken, found[position]?.length ?? 0)
      const all = found.flat()
      index += some.length
      // Where there are any, the next years may not be asked for at all.
      atOnce = all.length > 0 ? 1 : Math.min(mostYears, atOnce * 2)
      if (all.length > 0) yield all
    }
  }
  return entries.length === 1 ? ofSingle() : ofSeveral()
}

/** Adds the counts of a segment to the tally at once; reads nothing before the first candidates are asked for. */
export const createCandidates = (search: SegmentSearch): Candidates =>
  search.entries.some(({ kind }) => kind === 'short') ? fromShort(search) : fromLong(search)

import type { SegmentRow } from '@/archive/search-catalog'
import type { CatalogEntry } from '@/bundle/catalog'
import type { IndexedSegment, IndexState } from './index-state'

export const segmentNames = ['past', 'year', 'month'] as const
export type SegmentName = (typeof segmentNames)[number]

type Entry = Pick<CatalogEntry, 'id' | 'date' | 'sha256'>

/** A segment stays as it is, with some of its documents replaced; or it is written of these issues, newest first. */
export type SegmentPlan =
  | { readonly kind: 'keep'; readonly segment: IndexedSegment; readonly replaced: SegmentRow['replaced'] }
  | { readonly kind: 'write'; readonly until: string; readonly issues: readonly Entry[] }

export type IndexPlan = Readonly<Record<SegmentName, SegmentPlan>>

/** A segment of which more than this is outdated is written anew; of a small one, more than so many issues. */
const outdatedShare = 0.1
const outdatedIssues = 30

const monthAfter = (date: string): string => {
  const [year = 0, month = 0] = date.split('-').map(Number)
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  return `${next.padStart(7, '0')}-01`
}

/** The documents of issues that are listed no longer, or otherwise: `[from, to)`, joined where they touch. */
const replacedIn = (segment: IndexedSegment, listed: ReadonlyMap<string, string>): SegmentRow['replaced'] => {
  const ranges: [number, number][] = []
  let from = 0
  for (const { id, sha256, documents } of segment.issues) {
    const last = ranges.at(-1)
    if (listed.get(id) !== sha256 && documents > 0) {
      if (last && last[1] === from) last[1] += documents
      else ranges.push([from, from + documents])
    }
    from += documents
  }
  return ranges
}

/**
 * What is to be done so that the index has exactly these issues, newest first. A new or corrected issue goes into the month's
 * segment, whatever its date; where the month or the year has turned, the segment before it takes in what has become its own.
 */
export const planIndex = (entries: readonly Entry[], state: IndexState): IndexPlan => {
  const newest = entries[0]?.date ?? '1600-01-01'
  const untils = { past: `${newest.slice(0, 4)}-01-01`, year: `${newest.slice(0, 7)}-01`, month: monthAfter(newest) }
  const listed = new Map<string, string>(entries.map(({ id, sha256 }) => [id, sha256]))
  let left = entries
  const planOf = (name: 'past' | 'year'): SegmentPlan => {
    const segment = state[name]
    const own = left.filter(({ date }) => date < untils[name])
    const indexed = new Map<string, string>(segment?.issues.map(({ id, sha256 }) => [id, sha256]))
    const isCurrent = ({ id, sha256 }: Entry): boolean => indexed.get(id) === sha256
    const outdated = own.filter((entry) => !isCurrent(entry)).length
    const gone = segment?.issues.filter(({ id, sha256 }) => listed.get(id) !== sha256).length ?? 0
    const mayStay = Math.max(outdatedIssues, (segment?.issues.length ?? 0) * outdatedShare)
    if (segment?.until !== untils[name] || Math.max(outdated, gone) > mayStay) {
      left = left.filter(({ date }) => date >= untils[name])
      return { kind: 'write', until: untils[name], issues: own }
    }
    left = left.filter((entry) => !isCurrent(entry))
    return { kind: 'keep', segment, replaced: replacedIn(segment, listed) }
  }
  const past = planOf('past')
  const year = planOf('year')
  const { month } = state
  const isSame =
    month?.until === untils.month &&
    month.issues.length === left.length &&
    month.issues.every(({ id, sha256 }, index) => left[index]?.id === id && left[index].sha256 === sha256)
  return {
    past,
    year,
    month: isSame
      ? { kind: 'keep', segment: month, replaced: [] }
      : { kind: 'write', until: untils.month, issues: left },
  }
}

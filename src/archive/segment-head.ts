import { ArchiveError } from './archive-fault'
import { createByteReader } from './byte-reader'
import { createByteWriter } from './byte-writer'
import { checkedBytes, seedAt, withCheck } from './checked-bytes'

/** Documents of a year: `[from, to)`, whose numbers ascend from the newest to the oldest. */
export interface YearRange {
  readonly year: number
  readonly from: number
  readonly to: number
}

/** What a segment says of its documents. */
export interface SegmentHead {
  readonly documents: number
  /** Newest first. */
  readonly years: readonly YearRange[]
  /** The day of a document, as `dayOf` counts. */
  readonly dayOfDocument: (document: number) => number
  /** The documents of days in `[first, last]`: `[from, to)`. */
  readonly rangeOfDays: (first: number, last: number) => readonly [from: number, to: number]
  /** Folded characters for which the index finds more than a search means. */
  readonly irregular: ReadonlySet<number>
}

/** An issue's day and its number of documents; those of a segment newest first. */
export interface IssueRow {
  readonly day: number
  readonly documents: number
}

const dayMs = 86_400_000
/** Days from year 0 to 1970, so that days of every newspaper are positive. */
const daysBefore = 719_528
const lastDay = 3_652_424

/** The number of a day, `2024-05-25`, from 1 January of year 0. */
export const dayOf = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs) + daysBefore
export const yearOf = (day: number): number => new Date((day - daysBefore) * dayMs).getUTCFullYear()

const headFile = 'head'

export const encodeHead = (
  issues: readonly IssueRow[],
  irregular: Iterable<number>,
  seed: number,
): Uint8Array<ArrayBuffer> => {
  const writer = createByteWriter()
  writer.varint(issues.length)
  let day = lastDay
  for (const issue of issues) {
    writer.varint(day - issue.day)
    writer.varint(issue.documents)
    day = issue.day
  }
  const codes = [...irregular].sort((a, b) => a - b)
  writer.varint(codes.length)
  codes.forEach((code, index) => writer.varint(code - (codes[index - 1] ?? 0)))
  return withCheck(writer.done(), seedAt(seed, headFile, 0))
}

/** The first index for which `isAfter` is true; `isAfter` never turns false again. */
const firstIndex = (length: number, isAfter: (index: number) => boolean): number => {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isAfter(middle)) high = middle
    else low = middle + 1
  }
  return low
}

const yearsOf = (issues: readonly IssueRow[]): YearRange[] => {
  const years: YearRange[] = []
  let from = 0
  for (const { day, documents } of issues) {
    const year = yearOf(day)
    const last = years.at(-1)
    if (last?.year === year) years[years.length - 1] = { ...last, to: last.to + documents }
    else years.push({ year, from, to: from + documents })
    from += documents
  }
  return years
}

export const createHead = (issues: readonly IssueRow[], irregular: Iterable<number>): SegmentHead => {
  const starts: number[] = []
  let documents = 0
  for (const issue of issues) {
    starts.push(documents)
    documents += issue.documents
  }
  const startOf = (index: number): number => starts[index] ?? documents
  const dayOfIssue = (index: number): number => issues[index]?.day ?? 0
  return {
    documents,
    years: yearsOf(issues),
    dayOfDocument: (document) => dayOfIssue(firstIndex(issues.length, (index) => startOf(index) > document) - 1),
    rangeOfDays: (first, last) => [
      startOf(firstIndex(issues.length, (index) => dayOfIssue(index) <= last)),
      startOf(firstIndex(issues.length, (index) => dayOfIssue(index) < first)),
    ],
    irregular: new Set(irregular),
  }
}

/** @throws ArchiveError `damaged`, also if it has another number of documents than the catalogue says */
export const decodeHead = (bytes: Uint8Array, seed: number, documents: number, file: string): SegmentHead => {
  const reader = createByteReader(checkedBytes(bytes, seedAt(seed, headFile, 0), file), file)
  const damaged = new ArchiveError({ kind: 'damaged', file })
  const issues: IssueRow[] = []
  let day = lastDay
  for (let left = reader.varint(); left > 0; left--) {
    day -= reader.varint()
    issues.push({ day, documents: reader.varint() })
    if (day < 0) throw damaged
  }
  const irregular: number[] = []
  for (let left = reader.varint(); left > 0; left--) irregular.push((irregular.at(-1) ?? 0) + reader.varint())
  const head = createHead(issues, irregular)
  if (!reader.isAtEnd() || head.documents !== documents) throw damaged
  return head
}

import { ArchiveError } from './archive-fault'
import type { ByteReader } from './byte-reader'
import type { ByteWriter } from './byte-writer'
import { readPostings, writePostings } from './posting-list'
import type { SegmentHead, YearRange } from './segment-head'

/** Of a long list, what stands in the slot for each year that has any. */
export interface YearPostings {
  readonly range: YearRange
  readonly count: number
  /** The newest of them, at most `newestKept`. */
  readonly newest: readonly number[]
  /** Its block in the file of lists, check included. */
  readonly at: number
  readonly bytes: number
}

/** A term's posting list, as far as its slot has it. Documents ascend: newest first. */
export type PostingEntry = {
  readonly count: number
  /** Two terms have this entry together, because their keys are the same. */
  readonly isShared: boolean
} & (
  | { readonly kind: 'short'; readonly documents: readonly number[] }
  | { readonly kind: 'long'; readonly years: readonly YearPostings[] }
)

/** Up to here, gaps without a code of their own are shorter. */
const mostPlain = 3
export const newestKept = 10

const longFlag = 1
const sharedFlag = 2

const writeGaps = (writer: ByteWriter, documents: readonly number[], from: number): void =>
  documents.forEach((document, index) =>
    writer.varint(document - (index === 0 ? from : (documents[index - 1] ?? 0) + 1)),
  )

const readGaps = (
  reader: ByteReader,
  count: number,
  { from, to }: { from: number; to: number },
  file: string,
): number[] => {
  const documents: number[] = []
  let next = from
  for (let index = 0; index < count; index++) {
    const document = next + reader.varint()
    if (document >= to) throw new ArchiveError({ kind: 'damaged', file })
    documents.push(document)
    next = document + 1
  }
  return documents
}

/** A term in a slot: its fingerprint, count, and posting list or what there is to know of it. */
export const writeEntry = (writer: ByteWriter, fingerprint: number, entry: PostingEntry, end: number): void => {
  const { count, isShared } = entry
  writer.u32(fingerprint)
  writer.varint(count * 4 + (isShared ? sharedFlag : 0) + (entry.kind === 'long' ? longFlag : 0))
  if (entry.kind === 'short') {
    if (count <= mostPlain) writeGaps(writer, entry.documents, 0)
    else writePostings(writer, entry.documents, end)
    return
  }
  writer.varint(entry.years[0]?.at ?? 0)
  // Years without any are known by their count of 0; the blocks of the others follow one another.
  let before = -1
  for (const year of entry.years) {
    writer.varint(year.range.from - before - 1)
    before = year.range.from
    writer.varint(year.count)
    writer.varint(year.bytes)
    writeGaps(writer, year.newest, year.range.from)
  }
}

const readYears = (reader: ByteReader, count: number, head: SegmentHead, file: string): YearPostings[] => {
  const years: YearPostings[] = []
  let at = reader.varint()
  let left = count
  let before = -1
  while (left > 0) {
    const from = before + 1 + reader.varint()
    const range = head.years.find((year) => year.from === from)
    const inYear = reader.varint()
    if (!range || inYear === 0 || inYear > Math.min(left, range.to - range.from))
      throw new ArchiveError({ kind: 'damaged', file })
    const bytes = reader.varint()
    years.push({ range, count: inYear, at, bytes, newest: readGaps(reader, Math.min(inYear, newestKept), range, file) })
    before = from
    at += bytes
    left -= inYear
  }
  return years
}

/** @throws ArchiveError `damaged` */
export const readEntry = (
  reader: ByteReader,
  head: SegmentHead,
  file: string,
): { readonly fingerprint: number; readonly entry: PostingEntry } => {
  const fingerprint = reader.u32()
  const coded = reader.varint()
  const count = Math.floor(coded / 4)
  const isShared = (coded & sharedFlag) !== 0
  if (count === 0 || count > head.documents) throw new ArchiveError({ kind: 'damaged', file })
  if ((coded & longFlag) !== 0)
    return { fingerprint, entry: { kind: 'long', count, isShared, years: readYears(reader, count, head, file) } }
  const documents =
    count <= mostPlain
      ? readGaps(reader, count, { from: 0, to: head.documents }, file)
      : readPostings(reader, count, head.documents, file)
  return { fingerprint, entry: { kind: 'short', count, isShared, documents } }
}

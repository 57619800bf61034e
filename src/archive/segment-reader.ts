import { ArchiveError } from './archive-fault'
import type { ArchiveFiles } from './archive-files'
import { decodeRecord, type ArchivedArticle } from './archived-article'
import { createByteReader } from './byte-reader'
import { checkedBytes, seedAt } from './checked-bytes'
import type { PostingEntry, YearPostings } from './posting-entry'
import { readPostings } from './posting-list'
import type { SegmentFile, SegmentRow } from './search-catalog'
import { decodeHead, type SegmentHead } from './segment-head'
import { findInSlot, slotBytes } from './slot'
import { fingerprintOf, slotOf } from './term-key'

/** What a search asks of a segment. Everything throws ArchiveError. */
export interface SegmentReader {
  readonly row: SegmentRow
  /** Read once. */
  readonly head: (signal: AbortSignal) => Promise<SegmentHead>
  /** The list of a term; undefined if no document has it. The head may still be on its way. */
  readonly entry: (key: number, head: Promise<SegmentHead>, signal: AbortSignal) => Promise<PostingEntry | undefined>
  /** All documents of a year of a long list. */
  readonly block: (year: YearPostings, signal: AbortSignal) => Promise<number[]>
  /** Reads what every search begins with: the head, and of a small segment where all its articles are. */
  readonly prepare: (signal: AbortSignal) => Promise<void>
  /** The articles of documents, which ascend. */
  readonly records: (documents: readonly number[], signal: AbortSignal) => Promise<ArchivedArticle[]>
}

/** Ranges that are so near to each other are one request: a request costs as much as these bytes. */
const nearBytes = 1024
const placeBytes = 4
/** Of a segment of no more documents, such as a month, the places are read at once: a round less for what is new. */
const mostPlacesAtOnce = 4096
const mostHeadBytes = 4_000_000
/** No list of a year and no spill is larger; and no records that are near to each other. */
const mostListBytes = 1_000_000
const mostTextBytes = 16_000_000

interface ByteRange {
  readonly from: number
  readonly to: number
}

/** Ascending ranges, those near to each other joined. */
const joinNear = (ranges: readonly ByteRange[]): ByteRange[] => {
  const joined: ByteRange[] = []
  for (const range of ranges) {
    const last = joined.at(-1)
    if (last && range.from - last.to <= nearBytes)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else joined.push(range)
  }
  return joined
}

export const createSegmentReader = (row: SegmentRow, files: ArchiveFiles): SegmentReader => {
  const { seed } = row
  const damaged = ({ name }: SegmentFile): ArchiveError => new ArchiveError({ kind: 'damaged', file: name })
  const read = async (file: SegmentFile, { from, to }: ByteRange, signal: AbortSignal): Promise<Uint8Array> => {
    if (from < 0 || to < from || to > file.bytes || to - from > (file === row.lists ? mostListBytes : mostTextBytes))
      throw damaged(file)
    if (from === to) return new Uint8Array()
    const bytes = await files.read(file.name, from, to - from, signal)
    signal.throwIfAborted()
    if (bytes.length !== to - from) throw damaged(file)
    return bytes
  }
  /** Each of the ascending ranges, in as few requests as is sensible. */
  const readRanges = async (file: SegmentFile, ranges: readonly ByteRange[], signal: AbortSignal) => {
    const pieces = joinNear(ranges).map(async (range) => ({ range, bytes: await read(file, range, signal) }))
    const got = await Promise.all(pieces)
    return ranges.map(({ from, to }) => {
      const piece = got.find(({ range }) => range.from <= from && range.to >= to)
      if (!piece) throw damaged(file)
      return piece.bytes.subarray(from - piece.range.from, to - piece.range.from)
    })
  }
  let known: SegmentHead | undefined
  const head = async (signal: AbortSignal): Promise<SegmentHead> => {
    if (row.head.bytes > mostHeadBytes) throw damaged(row.head)
    const bytes = known ? new Uint8Array() : await read(row.head, { from: 0, to: row.head.bytes }, signal)
    return (known ??= decodeHead(bytes, seed, row.documents, row.head.name))
  }
  /** The table at the end of the file of texts, which says where records are. */
  const table = row.texts.bytes - placeBytes * (row.documents + 1)
  let allPlaces: Uint8Array | undefined
  /** Rows of the table, each with the beginning of the next. */
  const readRows = async (documents: readonly number[], signal: AbortSignal): Promise<Uint8Array[]> => {
    const places = allPlaces
    const rows = documents.map((document) => ({ from: placeBytes * document, to: placeBytes * (document + 2) }))
    if (places) return rows.map(({ from, to }) => places.subarray(from, to))
    const inFile = rows.map(({ from, to }) => ({ from: table + from, to: table + to }))
    return readRanges(row.texts, inFile, signal)
  }
  const placesOf = async (documents: readonly number[], signal: AbortSignal): Promise<ByteRange[]> => {
    return (await readRows(documents, signal)).map((bytes) => {
      const reader = createByteReader(bytes, row.texts.name)
      const range = { from: reader.u32(), to: reader.u32() }
      if (range.to <= range.from || range.to > table) throw damaged(row.texts)
      return range
    })
  }
  const readAllPlaces = async (signal: AbortSignal): Promise<void> => {
    if (row.documents <= mostPlacesAtOnce)
      allPlaces ??= await read(row.texts, { from: table, to: row.texts.bytes }, signal)
  }
  return {
    row,
    head,
    prepare: async (signal) => {
      await Promise.all([head(signal), readAllPlaces(signal)])
    },
    entry: async (key, coming, signal) => {
      const at = slotOf(key, row.slots.bytes / slotBytes) * slotBytes
      const [known, bytes] = await Promise.all([coming, read(row.slots, { from: at, to: at + slotBytes }, signal)])
      const found = findInSlot(bytes, fingerprintOf(key), known, { seed, kind: 'slots', at, file: row.slots.name })
      if (found.kind !== 'spilled') return found.kind === 'found' ? found.entry : undefined
      const { range } = found
      const spill = await read(row.lists, { from: range.at, to: range.at + range.bytes }, signal)
      const place = { seed, kind: 'lists', at: range.at, file: row.lists.name } as const
      const spilled = findInSlot(spill, fingerprintOf(key), known, place)
      return spilled.kind === 'found' ? spilled.entry : undefined
    },
    block: async ({ at, bytes, count, range }, signal) => {
      const { name } = row.lists
      const block = checkedBytes(
        await read(row.lists, { from: at, to: at + bytes }, signal),
        seedAt(seed, 'lists', at),
        name,
      )
      const own = readPostings(createByteReader(block, name), count, range.to - range.from, name)
      return own.map((document) => document + range.from)
    },
    records: async (documents, signal) => {
      const places = await placesOf(documents, signal)
      const bytes = await readRanges(row.texts, places, signal)
      return bytes.map((record, index) =>
        decodeRecord(record, seedAt(seed, 'texts', places[index]?.from ?? 0), row.texts.name),
      )
    },
  }
}

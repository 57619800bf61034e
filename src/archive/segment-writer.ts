import { encodeRecord, type ArchivedArticle } from './archived-article'
import { sectionsOf, termsOfArticle } from './article-terms'
import { createByteWriter, type ByteWriter } from './byte-writer'
import { seedAt, sumOf, withCheck } from './checked-bytes'
import type { Folding } from './folding'
import { newestKept, type PostingEntry, type YearPostings } from './posting-entry'
import { writePostings } from './posting-list'
import type { PostingSpill } from './posting-spill'
import { mostSections, type SegmentFileKind, type SegmentRow } from './search-catalog'
import { createHead, dayOf, encodeHead, type IssueRow, type SegmentHead } from './segment-head'
import { encodeSlot, encodeSpill, encodeTerm, partTerms, slotBytes } from './slot'
import { fingerprintOf, slotOf } from './term-key'

/** The articles of an issue; at least one. */
export interface IssueRecords {
  /** `2024-05-25` */
  readonly date: string
  readonly articles: readonly ArchivedArticle[]
}

/** Where the files of a segment are written, each from its beginning to its end. */
export interface SegmentSink {
  readonly append: (file: SegmentFileKind, bytes: Uint8Array) => Promise<void>
}

export interface SegmentSource {
  /** Newest first. */
  readonly issues: AsyncIterable<IssueRecords>
  /** Names what the segment is of: the same text for the same issues, revision by revision. */
  readonly identity: string
}

/** A list whose code is longer than this has only its beginning in the slot. */
const longestShort = 400
/** How full slots are on the average: the rest is for those that happen to have more. */
const usualFill = 0.75

/** Offsets of records are 32 bits: the texts of a segment are less than 4 GB. */
const mostTextBytes = 2 ** 32

interface TermList {
  readonly key: number
  readonly documents: readonly number[]
  readonly isShared: boolean
}

interface EncodedTerm {
  readonly bytes: Uint8Array
  readonly count: number
}

const seedOf = (identity: string): number => sumOf(new TextEncoder().encode(identity), 1)

interface WrittenTexts {
  readonly head: SegmentHead
  readonly sections: readonly string[]
}

/** First pass: records and heads are written, and the terms of every document put into partitions. */
const writeTexts = async (
  source: SegmentSource,
  folding: Folding,
  spill: PostingSpill,
  sink: SegmentSink,
  seed: number,
): Promise<WrittenTexts> => {
  const issues: IssueRow[] = []
  const irregular = new Set<number>()
  const sections = new Map<string, number>()
  const places = createByteWriter()
  let document = 0
  let at = 0
  for await (const { date, articles } of source.issues) {
    for (const record of articles) {
      for (const name of sectionsOf(record)) sections.set(name, (sections.get(name) ?? 0) + 1)
      await spill.add(
        termsOfArticle(record, folding, (code) => irregular.add(code)),
        document,
      )
      const bytes = encodeRecord(record, seedAt(seed, 'texts', at))
      places.u32(at)
      await sink.append('texts', bytes)
      at += bytes.length
      document++
    }
    issues.push({ day: dayOf(date), documents: articles.length })
  }
  places.u32(at)
  if (at >= mostTextBytes) throw new Error(`the texts of a segment have ${at} bytes: cut it into several`)
  await sink.append('texts', places.done())
  await sink.append('head', encodeHead(issues, irregular, seed))
  const byArticles = [...sections].sort(([, a], [, b]) => b - a).map(([name]) => name)
  return { head: createHead(issues, irregular), sections: byArticles.slice(0, mostSections) }
}

const encodeShort = (
  { documents, key, isShared }: TermList,
  end: number,
  writer: ByteWriter,
): Uint8Array | undefined => {
  const entry: PostingEntry = { kind: 'short', count: documents.length, isShared, documents }
  const bytes = encodeTerm({ fingerprint: fingerprintOf(key), entry }, end, writer)
  return bytes.length <= longestShort ? bytes : undefined
}

/** Second pass over the lists of a partition: what is long goes into the file of lists. */
const createTermEncoder = (head: SegmentHead, sink: SegmentSink, seed: number) => {
  let at = 0
  const writer = createByteWriter()
  const append = async (bytes: Uint8Array): Promise<number> => {
    const from = at
    await sink.append('lists', bytes)
    at += bytes.length
    return from
  }
  const encodeLong = async ({ documents, key, isShared }: TermList): Promise<Uint8Array> => {
    const years: YearPostings[] = []
    let index = 0
    for (const range of head.years) {
      const first = index
      while (index < documents.length && (documents[index] ?? 0) < range.to) index++
      if (index === first) continue
      const own = documents.slice(first, index)
      writePostings(
        writer,
        own.map((document) => document - range.from),
        range.to - range.from,
      )
      const block = withCheck(writer.done(), seedAt(seed, 'lists', at))
      years.push({
        range,
        count: own.length,
        newest: own.slice(0, newestKept),
        at: await append(block),
        bytes: block.length,
      })
    }
    const entry: PostingEntry = { kind: 'long', count: documents.length, isShared, years }
    return encodeTerm({ fingerprint: fingerprintOf(key), entry }, head.documents, writer)
  }
  return {
    encode: async (list: TermList): Promise<EncodedTerm> => ({
      count: list.documents.length,
      bytes: encodeShort(list, head.documents, writer) ?? (await encodeLong(list)),
    }),
    /** A slot of these terms; those that it has no room for are put next to the lists. */
    slot: async (terms: readonly EncodedTerm[], slotAt: number): Promise<Uint8Array> => {
      const { kept, spilled } = partTerms(terms)
      const bytes =
        spilled.length > 0
          ? encodeSpill(
              spilled.map((term) => term.bytes),
              seed,
              at,
            )
          : undefined
      const spill = bytes && { at: await append(bytes), bytes: bytes.length }
      return encodeSlot(
        kept.map((term) => term.bytes),
        spill,
        { seed, at: slotAt },
      )
    },
  }
}

/** About so many bytes a term takes in a slot. */
const sizeInSlot = (list: TermList, head: SegmentHead, writer: ByteWriter): number =>
  encodeShort(list, head.documents, writer)?.length ?? 12 + head.years.length * (4 + newestKept)

/** Lists of a slot with the same fingerprint are told apart by nothing: they become one. */
const joinShared = (lists: readonly TermList[]): readonly TermList[] => {
  const byFingerprint = new Map<number, TermList>()
  for (const list of lists) {
    const fingerprint = fingerprintOf(list.key)
    const other = byFingerprint.get(fingerprint)
    const documents = other && [...new Set([...other.documents, ...list.documents])].sort((a, b) => a - b)
    byFingerprint.set(fingerprint, documents ? { key: list.key, documents, isShared: true } : list)
  }
  return [...byFingerprint.values()]
}

/** What its files don't say of a segment; nothing is indexed if it has no documents. */
export type WrittenSegment = Pick<SegmentRow, 'seed' | 'documents' | 'sections'>

/**
 * Writes a segment: in a first pass over the articles their texts, in a second, over partitions of their terms, slots and lists.
 * Memory is that of a partition, whatever the size of the archive.
 * @param fill how full slots are on the average; what they have no room for is a request more
 */
export const writeSegment = async (
  source: SegmentSource,
  folding: Folding,
  spill: PostingSpill,
  sink: SegmentSink,
  fill = usualFill,
): Promise<WrittenSegment> => {
  const seed = seedOf(source.identity)
  const { head, sections } = await writeTexts(source, folding, spill, sink, seed)
  const encoder = createTermEncoder(head, sink, seed)
  let slots = 0
  let slot = 0
  let lists: TermList[] = []
  const flushTo = async (next: number): Promise<void> => {
    for (; slot < next; slot++) {
      const terms: EncodedTerm[] = []
      for (const list of joinShared(lists)) terms.push(await encoder.encode(list))
      await sink.append('slots', await encoder.slot(terms, slot * slotBytes))
      lists = []
    }
  }
  for (let partition = 0; partition < spill.partitions; partition++) {
    const sorted = [...(await spill.read(partition))]
      .sort(([a], [b]) => a - b)
      .map(([key, documents]): TermList => ({ key, documents, isShared: false }))
    // Keys are spread evenly: the first partition is a fair sample of all.
    if (partition === 0) {
      const writer = createByteWriter()
      const bytes = sorted.reduce((sum, list) => sum + sizeInSlot(list, head, writer), 0)
      // As many for each partition: no slot is of two.
      slots = Math.max(1, Math.ceil(bytes / (slotBytes * fill))) * spill.partitions
    }
    for (const list of sorted) {
      await flushTo(slotOf(list.key, slots))
      lists.push(list)
    }
  }
  await flushTo(slots)
  return { seed, documents: head.documents, sections }
}

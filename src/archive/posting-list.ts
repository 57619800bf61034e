import { ArchiveError } from './archive-fault'
import type { ByteReader } from './byte-reader'
import type { ByteWriter } from './byte-writer'

/** The number of low bits that makes the code of gaps of this mean about shortest. */
const lowBitsFor = (meanGap: number): number => Math.max(0, Math.min(24, Math.floor(Math.log2(meanGap * 0.69 + 1e-9))))

/**
 * Document numbers, ascending and below `end`, as gaps in Rice's code: low bits as they are, the rest in ones. Their number is
 * written elsewhere.
 */
export const writePostings = (writer: ByteWriter, documents: readonly number[], end: number): void => {
  const lowBits = lowBitsFor(end / Math.max(1, documents.length))
  writer.bits(lowBits, 8)
  let next = 0
  for (const document of documents) {
    const gap = document - next
    writer.ones(gap >>> lowBits)
    writer.bits(gap & (2 ** lowBits - 1), lowBits)
    next = document + 1
  }
}

/** @throws ArchiveError `damaged` if there are fewer, or any is not below `end` */
export const readPostings = (reader: ByteReader, count: number, end: number, file: string): number[] => {
  const lowBits = reader.bits(8)
  if (lowBits > 24 || count > end) throw new ArchiveError({ kind: 'damaged', file })
  const documents: number[] = []
  let next = 0
  for (let index = 0; index < count; index++) {
    const document = next + reader.ones(end >>> lowBits) * 2 ** lowBits + reader.bits(lowBits)
    if (document >= end) throw new ArchiveError({ kind: 'damaged', file })
    documents.push(document)
    next = document + 1
  }
  return documents
}

/** What both ascending lists have. */
export const intersect = (one: readonly number[], other: readonly number[]): number[] => {
  const common: number[] = []
  let at = 0
  for (const document of one) {
    while (at < other.length && (other[at] ?? 0) < document) at++
    if (other[at] === document) common.push(document)
  }
  return common
}

import type { ByteReader } from './byte-reader'
import { createByteReader } from './byte-reader'
import { createByteWriter, type ByteWriter } from './byte-writer'
import { checkBytes, checkedBytes, seedAt, withCheck } from './checked-bytes'
import { readEntry, writeEntry, type PostingEntry } from './posting-entry'
import type { SegmentHead } from './segment-head'

/** What one request for a term fetches. */
export const slotBytes = 2048

/** Room for the check, the place of the spill, and the number of entries. */
const framing = checkBytes + 6 + 4 + 2

/** A range of the file of lists. */
export interface ListRange {
  readonly at: number
  readonly bytes: number
}

export interface SlotTerm {
  readonly fingerprint: number
  readonly entry: PostingEntry
}

/** What a slot says of a term: its list, that there is none, or that it may be among those for which the slot had no room. */
export type SlotAnswer =
  | { readonly kind: 'found'; readonly entry: PostingEntry }
  | { readonly kind: 'none' }
  | { readonly kind: 'spilled'; readonly range: ListRange }

/** @param writer one for all terms: there are millions */
export const encodeTerm = (
  { fingerprint, entry }: SlotTerm,
  documents: number,
  writer: ByteWriter,
): Uint8Array<ArrayBuffer> => {
  writeEntry(writer, fingerprint, entry, documents)
  return writer.done()
}

/** Terms for the slot, and those that spill: the rarest, which are sought the least. */
export const partTerms = <Term extends { readonly bytes: Uint8Array; readonly count: number }>(
  terms: readonly Term[],
): { readonly kept: readonly Term[]; readonly spilled: readonly Term[] } => {
  const kept: Term[] = []
  const spilled: Term[] = []
  let left = slotBytes - framing
  for (const term of [...terms].sort((a, b) => b.count - a.count)) {
    if (term.bytes.length <= left) {
      kept.push(term)
      left -= term.bytes.length
    } else spilled.push(term)
  }
  return { kept, spilled }
}

const framed = (entries: readonly Uint8Array[], spill?: ListRange): Uint8Array<ArrayBuffer> => {
  const writer = createByteWriter()
  if (spill) {
    writer.varint(spill.bytes)
    writer.varint(spill.at)
  } else writer.varint(0)
  writer.varint(entries.length)
  entries.forEach(writer.bytes)
  return writer.done()
}

/** A slot, with the place of what it has no room for. @param seed of the segment @param at in the file of slots */
export const encodeSlot = (
  entries: readonly Uint8Array[],
  spill: ListRange | undefined,
  { seed, at }: { readonly seed: number; readonly at: number },
): Uint8Array<ArrayBuffer> => {
  const padded = new Uint8Array(slotBytes - checkBytes)
  padded.set(framed(entries, spill))
  return withCheck(padded, seedAt(seed, 'slots', at))
}

export const encodeSpill = (entries: readonly Uint8Array[], seed: number, at: number): Uint8Array<ArrayBuffer> =>
  withCheck(framed(entries), seedAt(seed, 'lists', at))

const findEntry = (
  reader: ByteReader,
  fingerprint: number,
  head: SegmentHead,
  file: string,
): PostingEntry | undefined => {
  for (let left = reader.varint(); left > 0; left--) {
    const found = readEntry(reader, head, file)
    if (found.fingerprint === fingerprint) return found.entry
  }
  return undefined
}

/** What the bytes of a slot, or of a spill, say of a term. @throws ArchiveError `damaged` */
export const findInSlot = (
  bytes: Uint8Array,
  fingerprint: number,
  head: SegmentHead,
  place: { readonly seed: number; readonly kind: 'slots' | 'lists'; readonly at: number; readonly file: string },
): SlotAnswer => {
  const checked = checkedBytes(bytes, seedAt(place.seed, place.kind, place.at), place.file)
  const reader = createByteReader(checked, place.file)
  const spillBytes = reader.varint()
  const range = spillBytes > 0 ? { bytes: spillBytes, at: reader.varint() } : undefined
  const entry = findEntry(reader, fingerprint, head, place.file)
  if (entry) return { kind: 'found', entry }
  return range ? { kind: 'spilled', range } : { kind: 'none' }
}

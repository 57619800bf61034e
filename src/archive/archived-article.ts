import { deflateSync, inflateSync } from 'fflate'
import * as v from 'valibot'
import { articleId, issueId, pageLabel, pageNo } from '@/bundle/ids'
import { isoDate } from '@/bundle/issue'
import { line } from '@/bundle/paper'
import { offset } from '@/bundle/region'
import { ArchiveError } from './archive-fault'
import { createByteReader } from './byte-reader'
import { createByteWriter } from './byte-writer'
import { checkedBytes, withCheck } from './checked-bytes'

/** The title block, in the order in which it is read. A working title counts as the headline. */
const recordTitles = v.pipe(
  v.object({
    rubric: v.optional(line),
    kicker: v.optional(line),
    headline: v.optional(line),
    deck: v.optional(v.pipe(v.array(line), v.readonly())),
    byline: v.optional(line),
  }),
  v.readonly(),
)

/** All that a search reads and shows of an article: a document of the index. */
export const archivedArticle = v.pipe(
  v.object({
    issue: issueId,
    date: isoDate,
    article: articleId,
    /** Of its text, the notice is left. */
    isWithdrawn: v.optional(v.literal(true)),
    titles: recordTitles,
    /** The pages it is on, each with the offset at which it begins there; the first is 0. */
    pages: v.pipe(
      v.array(v.pipe(v.object({ no: pageNo, label: pageLabel, name: v.optional(line), from: offset }), v.readonly())),
      v.minLength(1),
      v.readonly(),
    ),
    /** As `readingText` gives it: of the length of [B7]. */
    text: v.string(),
  }),
  v.readonly(),
)
export type ArchivedArticle = v.InferOutput<typeof archivedArticle>

/** Texts of the title block without the byline, in the order in which they are read. */
export const headLinesOf = ({ titles: { rubric, kicker, headline, deck = [] } }: ArchivedArticle): string[] =>
  [rubric, kicker, headline, ...deck].filter((text) => text !== undefined)

/** Texts of the title block, in the order in which they are read. */
export const titleLinesOf = (record: ArchivedArticle): string[] => {
  const { byline } = record.titles
  return [...headLinesOf(record), ...(byline === undefined ? [] : [byline])]
}

/** No article of a bundle is larger, and nothing is unpacked to more. */
const mostBytes = 16_000_000

/** A record as it stands in the file of texts. @param seed of its place there */
export const encodeRecord = (record: ArchivedArticle, seed: number): Uint8Array<ArrayBuffer> => {
  const plain = new TextEncoder().encode(JSON.stringify(record))
  const writer = createByteWriter()
  writer.varint(plain.length)
  writer.bytes(deflateSync(plain, { level: 9 }))
  return withCheck(writer.done(), seed)
}

/** Unpacks no more than was declared. @throws ArchiveError `damaged` */
export const decodeRecord = (bytes: Uint8Array, seed: number, file: string): ArchivedArticle => {
  const reader = createByteReader(checkedBytes(bytes, seed, file), file)
  const length = reader.varint()
  const damaged = new ArchiveError({ kind: 'damaged', file })
  if (length > mostBytes) throw damaged
  const plain = ((): Uint8Array => {
    try {
      return inflateSync(reader.rest(), { out: new Uint8Array(length) })
    } catch {
      // What fflate throws says no more than this.
      throw damaged
    }
  })()
  const record = v.safeParse(v.pipe(v.string(), v.parseJson(), archivedArticle), new TextDecoder().decode(plain))
  if (!record.success) throw damaged
  return record.output
}

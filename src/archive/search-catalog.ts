import * as v from 'valibot'
import { line } from '@/bundle/paper'
import { ArchiveError } from './archive-fault'
import { sumOf } from './checked-bytes'
import { slotBytes } from './slot'

/** Of the index. An index of an older one is made anew. */
export const searchVersion = 2

/** The one file of an index that changes; all others are named by their content. */
export const searchCatalogFile = 'index.json'
export const searchCatalogBytes = 1_000_000

/** Names of pages that a segment lists: a paper has a dozen, some have one for every page. */
export const mostSections = 60

export const segmentFileKinds = ['head', 'slots', 'lists', 'texts'] as const
export type SegmentFileKind = (typeof segmentFileKinds)[number]

const uint32 = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1))
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1))

const segmentFile = v.pipe(
  v.object({
    name: v.pipe(v.string(), v.regex(/^(head|slots|lists|texts)\.[0-9a-f]{16}\.bin$/)),
    bytes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 40)),
  }),
  v.readonly(),
)
export type SegmentFile = v.InferOutput<typeof segmentFile>

/** A part of the archive, indexed by itself: past years, this year, this month. */
export const segmentRow = v.pipe(
  v.object({
    /** What its checks begin with, so that bytes of another segment are not taken for its own. */
    seed: uint32,
    documents: v.pipe(count, v.minValue(1)),
    head: segmentFile,
    slots: v.pipe(
      segmentFile,
      v.check(({ bytes }) => bytes > 0 && bytes % slotBytes === 0),
    ),
    lists: segmentFile,
    texts: segmentFile,
    /** Names of its pages, those of the most articles first. */
    sections: v.pipe(v.array(line), v.maxLength(mostSections), v.readonly()),
    /** Documents that another segment has anew, or that are gone: `[from, to)`, ascending. */
    replaced: v.pipe(v.array(v.pipe(v.tuple([count, count]), v.readonly())), v.readonly()),
  }),
  v.readonly(),
)
export type SegmentRow = v.InferOutput<typeof segmentRow>

const contents = {
  version: v.literal(searchVersion),
  /** `Folding.fingerprint` of the press that wrote it. */
  folding: uint32,
  segments: v.pipe(v.array(segmentRow), v.maxLength(100), v.readonly()),
}
const catalog = v.object(contents)
/** What an index consists of. */
export type SearchCatalog = v.InferOutput<typeof catalog>

const sumOfCatalog = (value: SearchCatalog): number => sumOf(new TextEncoder().encode(JSON.stringify(value)), 0)

export const encodeSearchCatalog = (value: SearchCatalog): string => {
  const { version, folding, segments } = v.parse(catalog, value)
  const ordered = { version, folding, segments }
  return JSON.stringify({ ...ordered, check: sumOfCatalog(ordered) })
}

/**
 * @param folding fingerprint of the reader's own folding
 * @throws ArchiveError `damaged`, `newer-format`, `other-folding`
 */
export const decodeSearchCatalog = (bytes: Uint8Array, folding: number): SearchCatalog => {
  const file = searchCatalogFile
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson()), new TextDecoder().decode(bytes))
  const versioned = v.safeParse(v.object({ version: v.pipe(v.number(), v.integer()) }), parsed.output)
  if (versioned.success && versioned.output.version > searchVersion)
    throw new ArchiveError({ kind: 'newer-format', file, found: versioned.output.version })
  const whole = v.safeParse(v.object({ ...contents, check: uint32 }), parsed.output)
  if (!whole.success) throw new ArchiveError({ kind: 'damaged', file })
  const { check, ...decoded } = whole.output
  if (check !== sumOfCatalog(decoded)) throw new ArchiveError({ kind: 'damaged', file })
  if (decoded.folding !== folding) throw new ArchiveError({ kind: 'other-folding', file })
  return decoded
}

import * as v from 'valibot'
import { issueId, sha256 } from './ids'
import { formatVersion, isoDate, revision } from './issue'
import { line, paper } from './paper'

const year = v.pipe(v.number(), v.integer(), v.minValue(1600), v.maxValue(9999))

export const catalogEntry = v.pipe(
  v.object({
    id: issueId,
    date: isoDate,
    edition: v.optional(line),
    /** When it was published, RFC 3339: it orders the editions of a day. */
    publishedAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
    revision,
    /** Digest of the issue's issue.json. */
    sha256,
    lunarDate: v.optional(line),
    serialNo: v.optional(v.pipe(v.number(), v.integer())),
    serialNoPrinted: v.optional(line),
    /** Headline of the lead on page one, for lists of issues. */
    lead: v.optional(line),
    pages: v.pipe(v.number(), v.integer(), v.minValue(1)),
    /** Total size of issue.json and all parts. */
    bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.readonly(),
)
export type CatalogEntry = v.InferOutput<typeof catalogEntry>

/** An issue among others, as in a catalogue. */
export type PlacedInTime = Pick<CatalogEntry, 'id' | 'date' | 'publishedAt'>

/**
 * Sorts issues, the newest first [B6]: by their days, then by the moments at which they were published, where both say so, then by
 * their ids, so that an edition comes after the issue that has none.
 */
export const newestFirst = (a: PlacedInTime, b: PlacedInTime): number => {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1
  const later = a.publishedAt && b.publishedAt ? Date.parse(b.publishedAt) - Date.parse(a.publishedAt) : 0
  return later === 0 ? (a.id < b.id ? 1 : -1) : later
}

const entries = v.pipe(v.array(catalogEntry), v.maxLength(2000), v.readonly())

/** catalog.json: the newest 30 issues, newest first, and the years that have their own catalogue. [B6] */
export const catalog = v.pipe(
  v.object({ format: formatVersion, paper, issues: entries, years: v.pipe(v.array(year), v.readonly()) }),
  v.readonly(),
)
export type Catalog = v.InferOutput<typeof catalog>

/** catalog-2024.json: every issue of a year, newest first. [B6] */
export const yearCatalog = v.pipe(v.object({ format: formatVersion, year, issues: entries }), v.readonly())
export type YearCatalog = v.InferOutput<typeof yearCatalog>

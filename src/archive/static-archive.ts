import type { VariantsOf } from '@/text/alike'
import { parseWords } from '@/text/search-query'
import { ArchiveError } from './archive-fault'
import type { ArchiveFiles } from './archive-files'
import { hitOf } from './archive-hit'
import { sectionKey } from './article-terms'
import {
  hitsOnPage,
  type ArchiveAnswer,
  type ArchiveHit,
  type ArchivePage,
  type ArchiveQuery,
  type ArchiveSearch,
} from './archive-search'
import { createFolding, type Folding } from './folding'
import { isMeant } from './meant-article'
import { newestFirst, type CandidateStream, type PlacedDocument } from './newest-first'
import type { PostingEntry } from './posting-entry'
import { readingsOf, type Reading } from './readings'
import { decodeSearchCatalog, searchCatalogBytes, searchCatalogFile } from './search-catalog'
import { createCandidates } from './segment-candidates'
import { dayOf, yearOf, type SegmentHead } from './segment-head'
import { createSegmentReader, type SegmentReader } from './segment-reader'
import { termsOfWord, type WordTerms } from './terms'
import { createYearTally, type YearTally } from './year-tally'

/** After so many articles without the words the page ends: who reads it may have seen enough. */
const mostRejected = 60
/** So long is a catalogue taken for the current one. */
const freshMs = 300_000
/** Terms of a query that are looked up; of a pasted sentence, some are enough. */
const mostTerms = 16

/** The documents that may be what a reading means. */
interface SoughtStream extends CandidateStream {
  readonly reading: Reading
}
type SoughtDocument = PlacedDocument<SoughtStream>

/** A segment whose head is on its way. */
interface OpeningSegment {
  readonly segment: SegmentReader
  readonly head: Promise<SegmentHead>
}

/** What the segments know of the terms of a query. */
interface SegmentMatch {
  readonly segment: SegmentReader
  readonly head: SegmentHead
  readonly entries: readonly PostingEntry[]
}

/** Evenly chosen, the first and the last among them. */
const someOf = (keys: readonly number[]): readonly number[] =>
  keys.length <= mostTerms
    ? keys
    : Array.from(
        { length: mostTerms },
        (_, index) => keys[Math.round((index * (keys.length - 1)) / (mostTerms - 1))] ?? 0,
      )

/** The terms of all words. @throws ArchiveError `nothing-to-look-up` */
const termsOfReading = ({ wanted, limits }: Reading, folding: Folding): readonly WordTerms[] =>
  wanted.map(({ text }) => {
    const terms = termsOfWord(text, folding, limits.isInTitles ? 'titles' : 'article')
    if (terms.keys.length === 0) throw new ArchiveError({ kind: 'nothing-to-look-up', word: text })
    return terms
  })

const matchSegment = async (
  segment: SegmentReader,
  coming: Promise<SegmentHead>,
  keys: readonly number[],
  signal: AbortSignal,
): Promise<SegmentMatch | undefined> => {
  const [head, ...entries] = await Promise.all([coming, ...keys.map((key) => segment.entry(key, coming, signal))])
  const found = entries.filter((entry) => entry !== undefined)
  return found.length === keys.length ? { segment, head, entries: found } : undefined
}

/** A reading of the query, its terms, and the segments that have them all. */
interface LookedUp {
  readonly reading: Reading
  readonly terms: readonly WordTerms[]
  readonly matches: readonly SegmentMatch[]
}

/** Whether the counts of the index are counts of what the query means. */
const isCountMeant = (found: readonly LookedUp[]): boolean => {
  const [only, ...others] = found.filter(({ matches }) => matches.length > 0)
  if (!only) return true
  const { reading, terms, matches } = only
  if (others.length > 0) return false
  const [term] = terms
  const isOneTerm = terms.length === 1 && reading.unwanted.length === 0 && reading.limits.section === undefined
  if (!term?.isWhole || !isOneTerm) return false
  return matches.every(
    ({ head, entries }) =>
      !entries.some(({ isShared }) => isShared) && !term.codes.some((code) => head.irregular.has(code)),
  )
}

/** The articles of documents of any segments, in their order. */
const readRecords = async (documents: readonly SoughtDocument[], signal: AbortSignal) => {
  const bySegment = new Map<SegmentReader, number[]>()
  for (const { stream, document } of documents)
    bySegment.set(stream.segment, [...(bySegment.get(stream.segment) ?? []), document])
  const read = await Promise.all(
    [...bySegment].map(async ([segment, own]) => {
      const ascending = [...own].sort((a, b) => a - b)
      const records = await segment.records(ascending, signal)
      return records.map((record, index) => ({ segment, document: ascending[index], record }))
    }),
  )
  const all = read.flat()
  return documents.flatMap((placed) => {
    const found = all.find(({ segment, document }) => segment === placed.stream.segment && document === placed.document)
    return found ? [{ placed, record: found.record }] : []
  })
}

/** First and last day, as numbers. */
const daysOf = ({ limits: { from, to } }: Reading): readonly [number, number] => [
  from === undefined ? 0 : dayOf(from),
  to === undefined ? Infinity : dayOf(to),
]

const pagesOf = async function* (
  streams: readonly SoughtStream[],
  tally: YearTally,
  signal: AbortSignal,
): AsyncGenerator<ArchivePage> {
  const candidates = newestFirst(streams)
  let isLast = false
  const listed = new Set<string>()
  const take = async (most: number): Promise<SoughtDocument[]> => {
    const taken: SoughtDocument[] = []
    while (taken.length < most) {
      const next = await candidates.next()
      isLast = next.done === true
      if (next.done) break
      taken.push(next.value)
    }
    return taken
  }
  while (!isLast) {
    const hits: ArchiveHit[] = []
    let rejected = 0
    while (hits.length < hitsOnPage && rejected < mostRejected && !isLast) {
      signal.throwIfAborted()
      // More at once where many were in vain.
      const documents = await take(Math.max(hitsOnPage - hits.length, Math.min(rejected, mostRejected - rejected)))
      for (const { placed, record } of await readRecords(documents, signal)) {
        const { day, document, stream } = placed
        const { reading, segment } = stream
        const file = segment.row.texts.name
        if (dayOf(record.date) !== day) throw new ArchiveError({ kind: 'damaged', file })
        const place = `${file} ${document}`
        // Another reading may have found it already.
        if (!listed.has(place) && isMeant(record, reading)) {
          listed.add(place)
          hits.push(hitOf(record, reading.wanted, file))
        } else {
          rejected++
          tally.reject(yearOf(day))
        }
      }
    }
    if (isLast) tally.finish()
    yield { hits, count: tally.count(), years: tally.years(), isLast }
  }
}

/**
 * Search of an archive by ranges of static files. A query takes two or three rounds: lists of its terms, places of the newest
 * articles that may have it, these articles. The catalogue is read once, and again after a while or when files that it names are gone.
 * @param variantsOf the same as the press folded by, or every search is `other-folding`
 */
export const createStaticArchive = (files: ArchiveFiles, variantsOf: VariantsOf, now = Date.now): ArchiveSearch => {
  const folding = createFolding(variantsOf)
  let segments: readonly SegmentReader[] | undefined
  let openedAt = 0
  const openSegments = async (signal: AbortSignal): Promise<readonly SegmentReader[]> => {
    const bytes = await files.readWhole(searchCatalogFile, searchCatalogBytes, signal)
    signal.throwIfAborted()
    openedAt = now()
    return decodeSearchCatalog(bytes, folding.fingerprint()).segments.map((row) => createSegmentReader(row, files))
  }
  /** The catalogue is read again after a while: today's paper may have come. */
  const openedSegments = async (signal: AbortSignal): Promise<readonly SegmentReader[]> => {
    if (!segments || now() - openedAt > freshMs) segments = await openSegments(signal)
    return segments
  }

  const lookUp = async (
    { reading, terms }: Omit<LookedUp, 'matches'>,
    opening: readonly OpeningSegment[],
    signal: AbortSignal,
  ): Promise<LookedUp> => {
    const { section } = reading.limits
    const keys = someOf([...new Set(terms.flatMap((term) => term.keys))])
    const all = section === undefined ? keys : [...keys, sectionKey(section)]
    const found = await Promise.all(opening.map(({ segment, head }) => matchSegment(segment, head, all, signal)))
    return { reading, terms, matches: found.filter((match) => match !== undefined) }
  }

  const ask = async ({ words, ...limits }: ArchiveQuery, signal: AbortSignal): Promise<ArchiveAnswer> => {
    const readings = readingsOf(parseWords(words, variantsOf), limits)
    const asked = readings.map((reading) => ({ reading, terms: termsOfReading(reading, folding) }))
    const opened = await openedSegments(signal)
    const isAny = asked.some(({ terms }) => terms.length > 0)
    const opening = isAny ? opened.map((segment) => ({ segment, head: segment.head(signal) })) : []
    const found = await Promise.all(asked.map((one) => lookUp(one, opening, signal)))
    const tally = createYearTally(isCountMeant(found))
    const streams = found.flatMap(({ reading, matches }) =>
      matches.flatMap(({ segment, head, entries }): SoughtStream[] => {
        const documents = head.rangeOfDays(...daysOf(reading))
        if (documents[0] >= documents[1]) return []
        const candidates = createCandidates({ segment, head, entries, asked: documents, tally, signal })
        return [{ segment, head, candidates, latestDay: head.dayOfDocument(documents[0]), reading }]
      }),
    )
    const sections = [...new Set(opened.flatMap(({ row }) => row.sections))]
    return { count: tally.count(), years: tally.years(), sections, pages: pagesOf(streams, tally, signal) }
  }

  return {
    prepare: async (signal) => {
      try {
        await Promise.all((await openedSegments(signal)).map((segment) => segment.prepare(signal)))
      } catch (error) {
        if (!(error instanceof ArchiveError) && !signal.aborted) throw error
      }
    },
    search: async (query, signal) => {
      signal.throwIfAborted()
      const wasOpen = segments !== undefined
      try {
        return await ask(query, signal)
      } catch (error) {
        // The site has changed since the catalogue was read, and the files that it named are gone.
        if (!wasOpen || !(error instanceof ArchiveError) || error.fault.kind !== 'not-found') throw error
        segments = undefined
        return await ask(query, signal)
      }
    },
  }
}

import type { VariantsOf } from '@/text/alike'
import { parseWords, type SoughtWords } from '@/text/search-query'
import { ArchiveError } from './archive-fault'
import type { ArchiveFiles } from './archive-files'
import { hitOf } from './archive-hit'
import type { ArchiveAnswer, ArchiveHit, ArchivePage, ArchiveQuery, ArchiveSearch } from './archive-search'
import { createFolding, type Folding } from './folding'
import { isMeant } from './meant-article'
import { newestFirst, type CandidateStream, type PlacedDocument } from './newest-first'
import type { PostingEntry } from './posting-entry'
import { decodeSearchCatalog, searchCatalogBytes, searchCatalogFile } from './search-catalog'
import { createCandidates } from './segment-candidates'
import { dayOf, yearOf, type SegmentHead } from './segment-head'
import { createSegmentReader, type SegmentReader } from './segment-reader'
import { termsOfWord, type WordTerms } from './terms'
import { createYearTally, type YearTally } from './year-tally'

const hitsOnPage = 10
/** After so many articles without the words the page ends: who reads it may have seen enough. */
const mostRejected = 60
/** Terms of a query that are looked up; of a pasted sentence, some are enough. */
const mostTerms = 16

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
const lookUpTerms = ({ wanted }: SoughtWords, folding: Folding): readonly WordTerms[] =>
  wanted.map(({ text }) => {
    const terms = termsOfWord(text, folding)
    if (terms.keys.length === 0) throw new ArchiveError({ kind: 'nothing-to-look-up', word: text })
    return terms
  })

const matchSegment = async (
  segment: SegmentReader,
  keys: readonly number[],
  signal: AbortSignal,
): Promise<SegmentMatch | undefined> => {
  const coming = segment.head(signal)
  const [head, ...entries] = await Promise.all([coming, ...keys.map((key) => segment.entry(key, coming, signal))])
  const found = entries.filter((entry) => entry !== undefined)
  return found.length === keys.length ? { segment, head, entries: found } : undefined
}

/** Whether the counts of the index are counts of what the words mean. */
const isCountMeant = (words: SoughtWords, terms: readonly WordTerms[], matches: readonly SegmentMatch[]): boolean => {
  const [term] = terms
  if (!term || terms.length > 1 || words.unwanted.length > 0 || !term.isWhole) return false
  return matches.every(
    ({ head, entries }) =>
      !entries.some(({ isShared }) => isShared) && !term.codes.some((code) => head.irregular.has(code)),
  )
}

/** The articles of documents of any segments, in their order. */
const readRecords = async (documents: readonly PlacedDocument[], signal: AbortSignal) => {
  const bySegment = new Map<SegmentReader, number[]>()
  for (const { segment, document } of documents) bySegment.set(segment, [...(bySegment.get(segment) ?? []), document])
  const read = await Promise.all(
    [...bySegment].map(async ([segment, own]) => {
      const ascending = [...own].sort((a, b) => a - b)
      const records = await segment.records(ascending, signal)
      return records.map((record, index) => ({ segment, document: ascending[index], record }))
    }),
  )
  const all = read.flat()
  return documents.flatMap((placed) => {
    const found = all.find(({ segment, document }) => segment === placed.segment && document === placed.document)
    return found ? [{ placed, record: found.record }] : []
  })
}

const pagesOf = async function* (
  streams: readonly CandidateStream[],
  words: SoughtWords,
  tally: YearTally,
  signal: AbortSignal,
): AsyncGenerator<ArchivePage> {
  const candidates = newestFirst(streams)
  let isLast = false
  const take = async (most: number): Promise<PlacedDocument[]> => {
    const taken: PlacedDocument[] = []
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
        const isOfDay = dayOf(record.date) === placed.day
        if (!isOfDay) throw new ArchiveError({ kind: 'damaged', file: placed.segment.row.texts.name })
        if (isMeant(record, words)) hits.push(hitOf(record, words.wanted, placed.segment.row.texts.name))
        else {
          rejected++
          tally.reject(yearOf(placed.day))
        }
      }
    }
    if (isLast) tally.finish()
    yield { hits, count: tally.count(), years: tally.years(), isLast }
  }
}

/**
 * Search of an archive by ranges of static files. A query takes two or three rounds: lists of its terms, places of the newest
 * articles that may have it, these articles. The catalogue is read once, and again when files that it names are gone.
 * @param variantsOf the same as the press folded by, or every search is `other-folding`
 */
export const createStaticArchive = (files: ArchiveFiles, variantsOf: VariantsOf): ArchiveSearch => {
  const folding = createFolding(variantsOf)
  let segments: readonly SegmentReader[] | undefined
  const openSegments = async (signal: AbortSignal): Promise<readonly SegmentReader[]> => {
    const bytes = await files.readWhole(searchCatalogFile, searchCatalogBytes, signal)
    signal.throwIfAborted()
    return decodeSearchCatalog(bytes, folding.fingerprint()).segments.map((row) => createSegmentReader(row, files))
  }

  const ask = async ({ words, from, to }: ArchiveQuery, signal: AbortSignal): Promise<ArchiveAnswer> => {
    const parsed = parseWords(words, variantsOf)
    const terms = lookUpTerms(parsed, folding)
    const keys = someOf([...new Set(terms.flatMap((term) => term.keys))])
    const opened = (segments ??= await openSegments(signal))
    const found = keys.length > 0 ? await Promise.all(opened.map((one) => matchSegment(one, keys, signal))) : []
    const matches = found.filter((match) => match !== undefined)
    const tally = createYearTally(isCountMeant(parsed, terms, matches) || matches.length === 0)
    const [firstDay, lastDay] = [from === undefined ? 0 : dayOf(from), to === undefined ? Infinity : dayOf(to)]
    const streams = matches.flatMap(({ segment, head, entries }) => {
      const asked = head.rangeOfDays(firstDay, lastDay)
      if (asked[0] >= asked[1]) return []
      const candidates = createCandidates({ segment, head, entries, asked, tally, signal })
      return [{ segment, head, candidates, latestDay: head.dayOfDocument(asked[0]) }]
    })
    return { count: tally.count(), years: tally.years(), pages: pagesOf(streams, parsed, tally, signal) }
  }

  return {
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

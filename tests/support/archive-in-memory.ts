import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { ArchiveError, type ArchiveFault } from '@/archive/archive-fault'
import type { ArchiveFiles } from '@/archive/archive-files'
import type { ArchiveAnswer, ArchiveHit, ArchivePage, ArchiveQuery, ArchiveSearch } from '@/archive/archive-search'
import { isMeant } from '@/archive/meant-article'
import { readingsOf } from '@/archive/readings'
import { isWithinDays, type SearchLimits } from '@/text/search-limits'
import { parseWords } from '@/text/search-query'
import { archivedArticle, type ArchivedArticle } from '@/archive/archived-article'
import { createFolding } from '@/archive/folding'
import { createPostingSpill } from '@/archive/posting-spill'
import {
  encodeSearchCatalog,
  searchVersion,
  segmentFileKinds,
  type SegmentFileKind,
  type SegmentRow,
} from '@/archive/search-catalog'
import { writeSegment, type IssueRecords } from '@/archive/segment-writer'
import { createStaticArchive } from '@/archive/static-archive'
import { createVariants } from '@/archive/variants'

export const variants = createVariants()
export const folding = createFolding(variants)

/** An article of a day, on one page unless others are given. */
export const recordOf = (date: string, article: string, text: string, more: object = {}): ArchivedArticle =>
  v.parse(archivedArticle, {
    issue: date,
    date,
    article,
    titles: {},
    pages: [{ no: 1, label: '1', from: 0 }],
    text,
    ...more,
  })

/** Issues of these articles, newest first. */
export const issuesOf = (records: readonly ArchivedArticle[]): IssueRecords[] => {
  const byIssue = new Map<string, ArchivedArticle[]>()
  for (const record of records) byIssue.set(record.issue, [...(byIssue.get(record.issue) ?? []), record])
  return [...byIssue.values()]
    .map((articles) => ({ date: articles[0]?.date ?? '', articles }))
    .sort((a, b) => (a.date < b.date ? 1 : -1))
}

export type Files = Map<string, Uint8Array>

/** Writes a segment into the files, as the press does, but in memory. */
export const addSegment = async (
  files: Files,
  records: readonly ArchivedArticle[],
  {
    replaced = [],
    partitions = 2,
    fill,
  }: { replaced?: SegmentRow['replaced']; partitions?: number; fill?: number } = {},
): Promise<SegmentRow> => {
  const parts: Record<SegmentFileKind, Uint8Array[]> = { head: [], slots: [], lists: [], texts: [] }
  const stored = new Map<number, Uint8Array[]>()
  const store = {
    append: async (partition: number, bytes: Uint8Array) =>
      void stored.set(partition, [...(stored.get(partition) ?? []), bytes]),
    read: async (partition: number) => new Uint8Array(Buffer.concat(stored.get(partition) ?? [])),
  }
  const issues = issuesOf(records)
  const source = {
    identity: JSON.stringify(records),
    issues: (async function* () {
      yield* issues
    })(),
  }
  const sink = { append: async (file: SegmentFileKind, bytes: Uint8Array) => void parts[file].push(bytes.slice()) }
  const written = await writeSegment(source, folding, createPostingSpill(store, partitions), sink, fill)
  const file = (kind: SegmentFileKind) => {
    const bytes = new Uint8Array(Buffer.concat(parts[kind]))
    const name = `${kind}.${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.bin`
    files.set(name, bytes)
    return { name, bytes: bytes.length }
  }
  const [head, slots, lists, texts] = segmentFileKinds.map(file)
  if (!head || !slots || !lists || !texts) throw new Error('a segment has four files')
  return { ...written, head, slots, lists, texts, replaced }
}

export const writeCatalog = (files: Files, segments: readonly SegmentRow[]): void =>
  void files.set(
    'index.json',
    new TextEncoder().encode(encodeSearchCatalog({ version: searchVersion, folding: folding.fingerprint(), segments })),
  )

/** Requests that were made, with their bytes. */
export interface RequestLog {
  readonly file: string
  readonly bytes: number
}

export const archiveFilesOf = (files: Files, log: RequestLog[] = []): ArchiveFiles => {
  const get = (file: string): Uint8Array => {
    const bytes = files.get(file)
    if (!bytes) throw new ArchiveError({ kind: 'not-found', file })
    return bytes
  }
  return {
    read: async (file, from, length) => {
      const bytes = get(file).slice(from, from + length)
      log.push({ file, bytes: bytes.length })
      return bytes
    },
    readWhole: async (file) => {
      log.push({ file, bytes: get(file).length })
      return get(file)
    },
  }
}

/** An archive of these segments, newest first; a segment without articles is none. */
export const archiveOf = async (...segments: readonly (readonly ArchivedArticle[])[]): Promise<ArchiveSearch> => {
  const files: Files = new Map()
  const rows: SegmentRow[] = []
  for (const records of segments) if (records.length > 0) rows.push(await addSegment(files, records))
  writeCatalog(files, rows)
  return createStaticArchive(archiveFilesOf(files), variants)
}

export interface WholeAnswer {
  readonly answer: ArchiveAnswer
  readonly pages: readonly ArchivePage[]
  readonly hits: readonly ArchiveHit[]
  /** `2024-05-25 aaa111` */
  readonly found: readonly string[]
}

/** All pages of an answer. */
export const searchAll = async (
  archive: ArchiveSearch,
  query: string | ArchiveQuery,
  signal = new AbortController().signal,
): Promise<WholeAnswer> => {
  const answer = await archive.search(typeof query === 'string' ? { words: query } : query, signal)
  const pages: ArchivePage[] = []
  for await (const page of answer.pages) pages.push(page)
  const hits = pages.flatMap((page) => page.hits)
  return { answer, pages, hits, found: hits.map(({ issue, article }) => `${issue} ${article}`) }
}

/** The articles that a plain scan finds, newest first. */
export const scan = (records: readonly ArchivedArticle[], query: string, limits: SearchLimits = {}): string[] => {
  const readings = readingsOf(parseWords(query, variants), limits)
  if (readings.some(({ wanted }) => wanted.length === 0)) return []
  const isFound = (record: ArchivedArticle): boolean =>
    readings.some((reading) => isWithinDays(record.date, reading.limits) && isMeant(record, reading))
  return records.filter(isFound).map(({ issue, article }) => `${issue} ${article}`)
}

/** The fault of something that must fail. */
export const archiveFaultOf = async (work: Promise<unknown>): Promise<ArchiveFault> => {
  try {
    await work
  } catch (error) {
    if (error instanceof ArchiveError) return error.fault
    throw error
  }
  throw new Error('it did not fail')
}

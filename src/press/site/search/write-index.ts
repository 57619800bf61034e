import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createFolding } from '@/archive/folding'
import { encodeSearchCatalog, searchCatalogFile, searchVersion, type SegmentRow } from '@/archive/search-catalog'
import type { IssueRecords } from '@/archive/segment-writer'
import { createVariants } from '@/archive/variants'
import type { CatalogEntry } from '@/bundle/catalog'
import { openBundleFolder } from '../../io/bundle-folder'
import { pressFolder } from '../../io/press-folder'
import { replaceFile } from '../../io/write-file'
import type { Progress } from '../../progress'
import { dataPath } from '../site-paths'
import { readIndexState, writeIndexState, type IndexedIssue, type IndexedSegment, type IndexState } from './index-state'
import { recordsOf } from './issue-records'
import { planIndex, segmentNames, type SegmentPlan } from './plan-index'
import { writeSegmentFiles } from './write-segment-files'

/** Folder of the index in a site. */
const searchPath = `${dataPath}search/`

export interface IndexRun {
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** What a run did. */
export interface WrittenIndex {
  /** In the whole index. */
  readonly articles: number
  readonly issues: number
  /** Issues that were read in this run. */
  readonly read: number
}

type Written = Extract<SegmentPlan, { kind: 'write' }>

/** Deletes what no segment names, after the catalogue that named it. */
const removeOthers = async (folder: string, rows: readonly SegmentRow[]): Promise<void> => {
  const named = new Set(
    rows.flatMap(({ head, slots, lists, texts }) => [head, slots, lists, texts].map(({ name }) => name)),
  )
  for (const name of await readdir(folder))
    if (name.endsWith('.bin') && !named.has(name)) await rm(join(folder, name), { force: true })
}

/**
 * Makes the index of a site's archive be of these issues, newest first: what has changed since the last run is indexed. The
 * catalogue of the index is replaced when all that it names is there. @throws BundleError
 */
export const writeSearchIndex = async (
  site: string,
  entries: readonly CatalogEntry[],
  { progress, signal }: IndexRun,
): Promise<WrittenIndex> => {
  const folding = createFolding(createVariants())
  const folder = join(site, searchPath)
  const before = await readIndexState(site, folding.fingerprint())
  const plan = planIndex(entries, before)
  const plans = segmentNames.map((name) => plan[name])
  const total = plans.reduce((sum, one) => sum + (one.kind === 'write' ? one.issues.length : 0), 0)
  let read = 0

  const write = async ({ until, issues }: Written): Promise<IndexedSegment> => {
    const indexed: IndexedIssue[] = []
    const readIssues = async function* (): AsyncGenerator<IssueRecords> {
      for (const { id, date, sha256 } of issues) {
        signal.throwIfAborted()
        const articles = await recordsOf(await openBundleFolder(join(site, dataPath, id)))
        indexed.push({ id, sha256, documents: articles.length })
        if (articles.length > 0) yield { date, articles }
        progress({ step: 'search', done: ++read, total, label: id })
      }
    }
    const source = {
      identity: issues.map(({ id, sha256 }) => `${id} ${sha256}`).join('\n'),
      issues: readIssues(),
      count: issues.length,
    }
    const row = await writeSegmentFiles(source, folding, folder, join(site, pressFolder, 'search-work'))
    return { until, issues: indexed, ...(row && { row }) }
  }

  const state: IndexState = { version: searchVersion, folding: folding.fingerprint() }
  const rows: SegmentRow[] = []
  for (const name of segmentNames) {
    const own = plan[name]
    const segment = own.kind === 'write' ? await write(own) : own.segment
    state[name] = segment
    if (segment.row) rows.push({ ...segment.row, replaced: own.kind === 'keep' ? own.replaced : [] })
  }
  const newestFirst = rows.toReversed()
  const { version } = state
  await replaceFile(
    join(folder, searchCatalogFile),
    encodeSearchCatalog({ version, folding: state.folding, segments: newestFirst }),
  )
  await writeIndexState(site, state)
  await removeOthers(folder, rows)
  const replaced = rows.flatMap((row) => row.replaced).reduce((sum, [from, to]) => sum + to - from, 0)
  return {
    articles: rows.reduce((sum, { documents }) => sum + documents, 0) - replaced,
    issues: entries.length,
    read,
  }
}

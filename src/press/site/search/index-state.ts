import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { searchVersion, segmentRow } from '@/archive/search-catalog'
import { issueId, sha256 } from '@/bundle/ids'
import { isoDate } from '@/bundle/issue'
import { makeFolder } from '../../io/make-folder'
import { pressFolder } from '../../io/press-folder'
import { replaceFile } from '../../io/write-file'

const file = join(pressFolder, 'search.json')
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const indexedIssue = v.object({ id: issueId, sha256, documents: count })
/** An issue as a segment has it. */
export type IndexedIssue = v.InferOutput<typeof indexedIssue>

const indexedSegment = v.object({
  /** The first day after its span: 1 January, or the first of a month. It is written anew when that moves on. */
  until: isoDate,
  /** In the order of its documents: newest first. */
  issues: v.array(indexedIssue),
  /** Absent if its issues have no articles. */
  row: v.optional(segmentRow),
})
export type IndexedSegment = v.InferOutput<typeof indexedSegment>

const indexState = v.object({
  version: v.literal(searchVersion),
  folding: v.number(),
  /** Past years, this year, this month. */
  past: v.optional(indexedSegment),
  year: v.optional(indexedSegment),
  month: v.optional(indexedSegment),
})
/** What the index of a site was made of, so that a run indexes only what has changed since. */
export type IndexState = v.InferOutput<typeof indexState>

/** The state of a site's index; if it is missing, can't be read or was made by another table of forms, there is none, and all is indexed. */
export const readIndexState = async (site: string, folding: number): Promise<IndexState> => {
  const text = await readFile(join(site, file), 'utf8').catch(() => '')
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), indexState), text)
  return parsed.success && parsed.output.folding === folding ? parsed.output : { version: searchVersion, folding }
}

export const writeIndexState = async (site: string, state: IndexState): Promise<void> => {
  await makeFolder(join(site, pressFolder))
  await replaceFile(join(site, file), JSON.stringify(state))
}

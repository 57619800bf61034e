import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { replaceFile } from '../../io/write-file'
import { pressFolder } from '../../io/press-folder'
import { recentIssue } from './feed-entry'

/** What is remembered of a month of issues. */
const monthRecord = v.pipe(
  v.object({
    /** Digest of everything that its sitemaps are made from. */
    stamp: v.string(),
    /** Names of its sitemaps. */
    files: v.pipe(v.array(v.string()), v.readonly()),
    /** When the last of its issues changed, RFC 3339. */
    changed: v.string(),
  }),
  v.readonly(),
)
export type MonthRecord = v.InferOutput<typeof monthRecord>

/** Raise it when the same issue gives another record. */
const version = 1

/**
 * What the last run knew, so that the next one opens new issues only. It is a copy of what stands in the issues: without it, or if
 * it can't be read, they are opened again.
 */
const discoveryState = v.pipe(
  v.object({
    version: v.literal(version),
    /** The newest issues. */
    recent: v.pipe(v.array(recentIssue), v.readonly()),
    /** Names of all sections that ever had a feed. */
    sections: v.pipe(v.array(v.string()), v.readonly()),
    /** By month: `2026-11`. */
    months: v.record(v.string(), monthRecord),
  }),
  v.readonly(),
)
export type DiscoveryState = v.InferOutput<typeof discoveryState>

const stateFile = join(pressFolder, 'discovery.json')

const nothing: DiscoveryState = { version, recent: [], sections: [], months: {} }

export const readDiscoveryState = async (site: string): Promise<DiscoveryState> => {
  const text = await readFile(join(site, stateFile), 'utf8').catch(() => undefined)
  if (text === undefined) return nothing
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), discoveryState), text)
  return read.success ? read.output : nothing
}

export const writeDiscoveryState = (site: string, state: Omit<DiscoveryState, 'version'>): Promise<void> =>
  replaceFile(join(site, stateFile), JSON.stringify({ version, ...state }))

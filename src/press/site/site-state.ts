import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { makeFolder } from '../io/make-folder'
import { replaceFile } from '../io/write-file'
import { pressFolder } from '../io/press-folder'

const file = join(pressFolder, 'site.json')

/** Of the releases of the reader, this many keep their files: pages and caches of earlier ones still ask for them. */
const keptReleases = 3

const siteState = v.object({
  version: v.literal(1),
  /** Where the pages were drawn for: `https://www.example.com/paper/`. */
  address: v.string(),
  /** Id of the issue whose front page is the site's. */
  newest: v.optional(v.string()),
  /** Digest of issue.json when the issue's pages were drawn, by issue. */
  issues: v.record(v.string(), v.string()),
  /** What a month listed when its page was drawn, by address. */
  months: v.record(v.string(), v.number()),
  /** Whether all that is drawn is compressed too. */
  isCompressed: v.optional(v.boolean(), false),
  /** Names of the reader's files in each of its last releases, newest first. */
  releases: v.array(v.array(v.string())),
})

/** What a site was drawn from, so that a run draws only what has changed since. */
export type SiteState = v.InferOutput<typeof siteState>

const blank = (address: string): SiteState => ({
  version: 1,
  address,
  issues: {},
  months: {},
  isCompressed: false,
  releases: [],
})

/**
 * The state of a site, without what was drawn for another address. If it is missing or can't be read, everything is drawn anew:
 * it holds nothing that can't be made again.
 */
export const readSiteState = async (site: string, address: string): Promise<SiteState> => {
  const text = await readFile(join(site, file), 'utf8').catch(() => '')
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), siteState), text)
  if (!parsed.success) return blank(address)
  const { releases } = parsed.output
  return parsed.output.address === address ? parsed.output : { ...blank(address), releases }
}

export const writeSiteState = async (site: string, state: SiteState): Promise<void> => {
  await makeFolder(join(site, pressFolder))
  await replaceFile(join(site, file), JSON.stringify(state))
}

/** The releases after one more, and the assets that belong to none of them any longer. Fonts stay: drawn pages name them. */
export const addRelease = (
  releases: readonly (readonly string[])[],
  assets: readonly string[],
  present: readonly string[],
): { readonly releases: string[][]; readonly outdated: readonly string[] } => {
  const key = JSON.stringify([...assets].sort())
  const others = releases.filter((release) => JSON.stringify([...release].sort()) !== key)
  const kept = [assets, ...others].slice(0, keptReleases).map((release) => [...release])
  const named = new Set(kept.flat())
  return { releases: kept, outdated: present.filter((name) => !named.has(name) && !name.endsWith('.woff2')) }
}

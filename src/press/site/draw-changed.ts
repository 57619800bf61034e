import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CatalogEntry } from '@/bundle/catalog'
import { openBundleFolder } from '../io/bundle-folder'
import { replaceFile } from '../io/write-file'
import type { Printer } from '../pdf/print-issue'
import type { Progress } from '../progress'
import type { PageRenderer } from '../render/page-renderer'
import type { Report } from '../report'
import type { SitePlan } from './app-files'
import { drawMonth, monthsOf } from './draw-calendar'
import { writeDiscovery } from './discovery/write-discovery'
import { drawIssue, type SitePage } from './draw-issue'
import { createGlyphStore } from './previews/glyph-store'
import { previewsOf } from './previews/preview-files'
import { entriesOf, readSiteCatalogs } from './site-catalogs'
import { dataPath, fileOfAddress } from './site-paths'
import { writeSiteState, type SiteState } from './site-state'
import { writeCollections, writeIssueStandards } from './standards/write-standards'

/** What an issue may have besides, as the state says it after the digest. */
const formsOf = ({
  printer,
  hasImageServices,
}: Pick<SiteDrawing, 'printer' | 'hasImageServices'>): readonly string[] => [
  ...(printer ? [' with pictures'] : []),
  ...(hasImageServices ? [' with image services'] : []),
]

/** Issues after which the state is written: what a run that is killed has to draw again. */
const stateEvery = 20

/** Deletes pages of an issue that it has no longer: of an article that was taken out of the manuscript, nothing stays readable. */
const removeOthers = async (site: string, id: string, drawn: ReadonlySet<string>): Promise<void> => {
  const present = await readdir(join(site, id), { recursive: true })
  for (const path of present) {
    const page = /^(.*index\.html)(\.br|\.gz)?$/.exec(`${id}/${path}`)?.[1]
    if (page !== undefined && !drawn.has(page)) await rm(join(site, id, path), { force: true })
  }
}

export interface SiteDrawing {
  readonly plan: SitePlan
  readonly renderer: PageRenderer
  /** Draws pages as pictures; absent: they stay without. */
  readonly printer: Printer | undefined
  /** Whether facsimiles with tiles are written as image services too. */
  readonly hasImageServices: boolean
  /** The site's folder. */
  readonly folder: string
  readonly report: Report
}

/**
 * Draws what has changed since the last run, and says in the state what is drawn now.
 * @returns how many pages were drawn, and of which issues
 */
export const drawChanged = async (
  { plan, renderer, printer, hasImageServices, folder, report }: SiteDrawing,
  state: SiteState,
  { progress, signal }: { readonly progress: Progress; readonly signal: AbortSignal },
): Promise<{ readonly pages: number; readonly issues: ReadonlySet<string> }> => {
  const catalogs = await readSiteCatalogs(folder)
  const entries = entriesOf(catalogs)
  const newest = entries[0]?.id
  const glyphs = createGlyphStore()
  let pages = 0
  const write = async ({ file, html }: SitePage): Promise<void> => {
    signal.throwIfAborted()
    await replaceFile(join(folder, file), html)
    pages++
  }
  const standards = { site: folder, address: plan.address, report, printer, hasImageServices }
  const forms = formsOf({ printer, hasImageServices })
  /** An issue that has forms keeps them when they are not asked for. */
  const isCurrent = ({ id, sha256 }: CatalogEntry): boolean => {
    const drawn = state.issues[id] ?? ''
    return drawn.startsWith(sha256) && forms.every((form) => drawn.includes(form))
  }
  const isDrawn = (entry: CatalogEntry): boolean =>
    isCurrent(entry) &&
    (entry.id !== newest || state.newest === entry.id) &&
    existsSync(join(folder, fileOfAddress(entry.id)))
  const changed = entries.filter((entry) => !isDrawn(entry))
  for (const [index, { id, sha256 }] of changed.entries()) {
    const bundle = await openBundleFolder(join(folder, dataPath, id))
    const drawing = { isNewest: id === newest, site: folder, glyphs, signal }
    const drawn = new Set<string>()
    for await (const page of drawIssue(plan, renderer, bundle, drawing)) {
      await write(page)
      drawn.add(page.file)
    }
    await removeOthers(folder, id, drawn)
    await writeIssueStandards(bundle, standards)
    state.issues[id] = sha256 + forms.join('')
    if (id === newest) state.newest = id
    if (index % stateEvery === stateEvery - 1) await writeSiteState(folder, state)
    progress({ step: 'pages', done: index + 1, total: changed.length, label: id })
  }
  for (const month of monthsOf(catalogs, renderer)) {
    if (month.addresses.every((address) => state.months[address] === month.revision)) continue
    for (const page of await drawMonth(plan, renderer, catalogs, month)) await write(page)
    for (const address of month.addresses) state.months[address] = month.revision
  }
  await writeCollections(plan.paper, catalogs.years, standards)
  await writeDiscovery(plan, folder, entries, signal)
  const listed = new Set<string>(entries.map(({ id }) => id))
  for (const id of Object.keys(state.issues).filter((one) => !listed.has(one))) {
    for (const own of [id, previewsOf(id)]) await rm(join(folder, own), { recursive: true, force: true })
    delete state.issues[id]
  }
  return { pages, issues: new Set(changed.map(({ id }) => id)) }
}

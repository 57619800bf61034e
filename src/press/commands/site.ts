import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CatalogEntry } from '@/bundle/catalog'
import { decodePaper } from '@/bundle/codec'
import { openBundleFolder } from '../io/bundle-folder'
import { writeChanged } from '../io/write-file'
import { loadBuiltRenderer } from '../render/built-renderer'
import type { PageRenderer } from '../render/page-renderer'
import { Report } from '../report'
import { writeAppFiles, type SitePlan } from '../site/app-files'
import { readBuiltApp } from '../site/built-app'
import { drawMonth, monthsOf } from '../site/draw-calendar'
import { drawIssue, type SitePage } from '../site/draw-issue'
import { siteAddressOf } from '../site/site-address'
import { entriesOf, readSiteCatalogs } from '../site/site-catalogs'
import { dataPath, fileOfAddress } from '../site/site-paths'
import { readSiteState, writeSiteState, type SiteState } from '../site/site-state'
import { notWritten, type CommandContext, type Outcome } from './outcome'

export interface SiteOptions {
  /** The site's folder, into which the press has built at least one issue. */
  readonly folder: string
  /** Where it is published, if not at the paper's own host. */
  readonly address?: string
  /** Another build of the reader than the project's own. */
  readonly app?: string
  /** Draws every page again, as after a change of the reader's looks. */
  readonly redraw?: boolean
}

const planOf = async (
  { folder, address: given, app: appFolder }: SiteOptions,
  renderer: PageRenderer,
  report: Report,
): Promise<SitePlan | undefined> => {
  const app = await readBuiltApp(appFolder)
  if (!app) report.add('app-not-built', { file: 'dist/app' }, {})
  const bytes = await readFile(join(folder, 'paper.json')).catch(() => undefined)
  if (!bytes) report.add('no-site', { file: folder }, {})
  if (!app || !bytes) return undefined
  const paper = decodePaper(new Uint8Array(bytes))
  const address = siteAddressOf(paper, given)
  if (!address) report.add('bad-address', { file: 'paper.yaml' }, { address: given ?? paper.site ?? paper.id })
  return address && { app, paper, paperJson: bytes.toString('utf8').trim(), address, style: renderer.rootStyle(paper) }
}

/** Issues after which the state is written: what a run that is killed has to draw again. */
const stateEvery = 20

/** Draws what has changed since the last run, and says in the state what is drawn now. */
const drawChanged = async (
  { plan, renderer, folder }: { plan: SitePlan; renderer: PageRenderer; folder: string },
  state: SiteState,
  { progress, signal }: CommandContext,
): Promise<number> => {
  const catalogs = await readSiteCatalogs(folder)
  const entries = entriesOf(catalogs)
  const newest = entries[0]?.id
  let pages = 0
  const write = async ({ file, html }: SitePage): Promise<void> => {
    signal.throwIfAborted()
    await writeChanged(join(folder, file), html)
    pages++
  }
  const isDrawn = ({ id, sha256 }: CatalogEntry): boolean =>
    state.issues[id] === sha256 && (id !== newest || state.newest === id) && existsSync(join(folder, fileOfAddress(id)))
  const changed = entries.filter((entry) => !isDrawn(entry))
  for (const [index, { id, sha256 }] of changed.entries()) {
    const bundle = await openBundleFolder(join(folder, dataPath, id))
    for await (const page of drawIssue(plan, renderer, bundle, { isNewest: id === newest })) await write(page)
    state.issues[id] = sha256
    if (id === newest) state.newest = id
    if (index % stateEvery === stateEvery - 1) await writeSiteState(folder, state)
    progress({ step: 'pages', done: index + 1, total: changed.length, label: id })
  }
  for (const month of monthsOf(catalogs, renderer)) {
    if (month.addresses.every((address) => state.months[address] === month.revision)) continue
    for (const page of await drawMonth(plan, renderer, catalogs, month)) await write(page)
    for (const address of month.addresses) state.months[address] = month.revision
  }
  const listed = new Set<string>(entries.map(({ id }) => id))
  for (const id of Object.keys(state.issues).filter((one) => !listed.has(one))) {
    await rm(join(folder, id), { recursive: true, force: true })
    delete state.issues[id]
  }
  return pages
}

/**
 * Puts the reader around the issues of a site, and draws a page for every address: files that any static server can serve. Draws
 * only issues and months that changed since the last run; a run that was interrupted goes on where it was.
 */
export const makeSite = async (options: SiteOptions, context: CommandContext): Promise<Outcome> => {
  const report = new Report()
  const { folder } = options
  const renderer = await loadBuiltRenderer()
  if (!renderer) report.add('app-not-built', { file: 'dist/render' }, {})
  const plan = renderer && (await planOf(options, renderer, report))
  if (!plan || !renderer) return notWritten(report)
  const address = `${plan.address.origin}${plan.address.base}`
  const before = await readSiteState(folder, address)
  const state = options.redraw ? { ...before, issues: {}, months: {} } : before
  state.releases = await writeAppFiles(plan, folder, state.releases)
  let pages: number
  try {
    pages = await drawChanged({ plan, renderer, folder }, state, context)
  } finally {
    await writeSiteState(folder, state)
  }
  return {
    exitCode: 0,
    findings: report.findings,
    lines: [`${plan.paper.name}: ${pages} pages drawn in ${folder}, for ${address}`],
    record: { written: true, pages },
  }
}

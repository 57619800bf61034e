import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { decodePaper } from '@/bundle/codec'
import { findInstalledBrowser } from '../pdf/installed-browser'
import { loadBuiltRenderer } from '../render/built-renderer'
import type { PageRenderer } from '../render/page-renderer'
import { withSiteLock } from '../io/site-lock'
import { Report } from '../report'
import { writeAppFiles, type SitePlan } from '../site/app-files'
import { readBuiltApp } from '../site/built-app'
import { compressSite } from '../site/compressed-files'
import { drawChanged } from '../site/draw-changed'
import { writeSearchIndex } from '../site/search/write-index'
import { siteAddressOf } from '../site/site-address'
import { entriesOf, readSiteCatalogs } from '../site/site-catalogs'
import { howMany } from '../how-many'
import { readSiteState, writeSiteState } from '../site/site-state'
import { notWritten, type CommandContext, type Outcome } from './outcome'

export interface SiteOptions {
  /** The site's folder, into which the press has built at least one issue. */
  readonly folder: string
  /** Where it is published, if not at the paper's own host. */
  readonly address?: string
  /** Draws a picture of every typeset page that has none yet, for IIIF viewers and covers of EPUBs. */
  readonly pictures?: boolean
  /** Writes the tiles of facsimiles under the names that IIIF viewers ask for, too. */
  readonly iiifTiles?: boolean
  /** Another build of the reader than the project's own. */
  readonly app?: string
  /** Whether to put compressed forms next to texts, for servers to send; an object store can't use them. */
  readonly compress: boolean
  /** Draws every page again, as after a change of the reader's looks. */
  readonly redraw?: boolean
}

/** The paper's site as it is to be; undefined if something is missing (reported). */
export const planOf = async (
  { folder, address: given, app: appFolder }: Pick<SiteOptions, 'folder' | 'address' | 'app'>,
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

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )

/**
 * Puts the reader around the issues of a site, and draws a page for every address: files that any static server can serve. Draws
 * only issues and months that changed since the last run; a run that was interrupted goes on where it was.
 */
export const makeSite = async (options: SiteOptions, context: CommandContext): Promise<Outcome> => {
  const report = new Report()
  const { folder } = options
  if (!(await isFile(join(folder, 'paper.json')))) {
    report.add('no-site', { file: folder }, {})
    return notWritten(report)
  }
  const made = await withSiteLock(folder, context, () => makeLockedSite(options, context, report))
  if (made) return made.done
  report.add('site-in-use', { file: folder }, {})
  return notWritten(report)
}

const makeLockedSite = async (options: SiteOptions, context: CommandContext, report: Report): Promise<Outcome> => {
  const { folder } = options
  const renderer = await loadBuiltRenderer()
  if (!renderer) report.add('app-not-built', { file: 'dist/render' }, {})
  const plan = renderer && (await planOf(options, renderer, report))
  const browser = options.pictures ? findInstalledBrowser(context.environment.variables) : undefined
  if (options.pictures && !browser) report.add('cannot-draw-pages', { file: '.' }, {})
  if (!plan || !renderer || report.isFatal) return notWritten(report)
  const { signal, environment } = context
  const printer = browser ? { renderer, browser, isRoot: environment.isRoot, signal } : undefined
  const address = `${plan.address.origin}${plan.address.base}`
  const before = await readSiteState(folder, address)
  // Compressed again only when this run has come to its end.
  const state = { ...before, ...(options.redraw && { issues: {}, months: {} }), isCompressed: false }
  const isWhole = before.isCompressed && !options.redraw
  state.releases = await writeAppFiles(plan, folder, state.releases)
  try {
    const { pages, issues } = await drawChanged(
      { plan, renderer, printer, hasImageServices: options.iiifTiles ?? false, folder, report },
      state,
      context,
    )
    await writeSearchIndex(folder, entriesOf(await readSiteCatalogs(folder)), context)
    /** The folders of an issue that has not changed, all named by its id. */
    const isOld = (path: string): boolean => isWhole && basename(path) in state.issues && !issues.has(basename(path))
    if (options.compress) await compressSite(folder, signal, isOld)
    state.isCompressed = options.compress
    return {
      exitCode: 0,
      findings: report.findings,
      lines: [`${plan.paper.name}: ${howMany(pages, 'page')} drawn in ${folder}, for ${address}`],
      record: { written: true, pages },
    }
  } finally {
    await writeSiteState(folder, state)
  }
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { YearCatalog } from '@/bundle/catalog'
import { decodeCatalog, decodePaper, decodeYearCatalog } from '@/bundle/codec'
import { catalogFile, yearCatalogFile } from '@/bundle/file-names'
import { openBundleFolder } from '../io/bundle-folder'
import { replaceFile } from '../io/write-file'
import { findInstalledBrowser } from '../pdf/installed-browser'
import { loadBuiltRenderer } from '../render/built-renderer'
import type { PageRenderer } from '../render/page-renderer'
import { Report } from '../report'
import { writeAppFiles, type SitePlan } from '../site/app-files'
import { readBuiltApp } from '../site/built-app'
import { drawIssue } from '../site/draw-issue'
import { dataPath } from '../site/site-paths'
import { siteAddressOf } from '../site/site-address'
import { writeCollections, writeIssueStandards } from '../site/standards/write-standards'
import { notWritten, type CommandContext, type Outcome } from './outcome'

export interface SiteOptions {
  /** The site's folder, into which the press has built at least one issue. */
  readonly folder: string
  /** Where it is published, if not at the paper's own host. */
  readonly address?: string
  /** Draws a picture of every typeset page that has none yet, for IIIF viewers and covers of EPUBs. */
  readonly pictures?: boolean
  /** Another build of the reader than the project's own. */
  readonly app?: string
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

/** The catalogues of the site's years, newest first. */
const yearsOf = async (folder: string): Promise<readonly YearCatalog[]> => {
  const data = join(folder, dataPath)
  const { years } = decodeCatalog(new Uint8Array(await readFile(join(data, catalogFile))))
  return Promise.all(
    years.map(async (year) => {
      const name = yearCatalogFile(year)
      return decodeYearCatalog(new Uint8Array(await readFile(join(data, name))), name)
    }),
  )
}

/** Puts the reader around the issues of a site, and draws a page for every address: files that any static server can serve. */
export const makeSite = async (options: SiteOptions, context: CommandContext): Promise<Outcome> => {
  const { progress, signal, environment } = context
  const report = new Report()
  const { folder } = options
  const renderer = await loadBuiltRenderer()
  if (!renderer) report.add('app-not-built', { file: 'dist/render' }, {})
  const plan = renderer && (await planOf(options, renderer, report))
  const browser = options.pictures ? findInstalledBrowser(environment.variables) : undefined
  if (options.pictures && !browser) report.add('cannot-draw-pages', { file: '.' }, {})
  if (!plan || !renderer || report.isFatal) return notWritten(report)
  const years = await yearsOf(folder)
  const issues = years.flatMap((year) => year.issues.map(({ id }) => id))
  const printer = browser ? { renderer, browser, isRoot: environment.isRoot, signal } : undefined
  const standards = { site: folder, address: plan.address, report, printer }
  await writeAppFiles(plan, folder)
  let pages = 0
  for (const [index, id] of issues.entries()) {
    const bundle = await openBundleFolder(join(folder, dataPath, id))
    for await (const { file, html } of drawIssue(plan, renderer, bundle, { isNewest: index === 0 })) {
      signal.throwIfAborted()
      await replaceFile(join(folder, file), html)
      pages++
    }
    await writeIssueStandards(bundle, standards)
    progress({ step: 'pages', done: index + 1, total: issues.length, label: id })
  }
  await writeCollections(plan.paper, years, standards)
  return {
    exitCode: 0,
    findings: report.findings,
    lines: [`${plan.paper.name}: ${pages} pages written to ${folder}, for ${plan.address.origin}${plan.address.base}`],
    record: { written: true, pages },
  }
}

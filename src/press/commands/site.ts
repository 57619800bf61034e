import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodePaper } from '@/bundle/codec'
import { openBundleFolder } from '../io/bundle-folder'
import { replaceFile } from '../io/write-file'
import { loadBuiltRenderer } from '../render/built-renderer'
import type { PageRenderer } from '../render/page-renderer'
import { Report } from '../report'
import { writeAppFiles, type SitePlan } from '../site/app-files'
import { readBuiltApp } from '../site/built-app'
import { compressSite } from '../site/compressed-files'
import { drawIssue } from '../site/draw-issue'
import { dataPath } from '../site/site-paths'
import { siteAddressOf } from '../site/site-address'
import { readIssueIds } from '../site/site-issues'
import { notWritten, type CommandContext, type Outcome } from './outcome'

export interface SiteOptions {
  /** The site's folder, into which the press has built at least one issue. */
  readonly folder: string
  /** Where it is published, if not at the paper's own host. */
  readonly address?: string
  /** Another build of the reader than the project's own. */
  readonly app?: string
  /** Whether to put compressed forms next to texts, for servers to send; an object store can't use them. */
  readonly compress: boolean
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

/** Puts the reader around the issues of a site, and draws a page for every address: files that any static server can serve. */
export const makeSite = async (options: SiteOptions, { progress, signal }: CommandContext): Promise<Outcome> => {
  const report = new Report()
  const { folder } = options
  const renderer = await loadBuiltRenderer()
  if (!renderer) report.add('app-not-built', { file: 'dist/render' }, {})
  const plan = renderer && (await planOf(options, renderer, report))
  if (!plan || !renderer) return notWritten(report)
  const issues = await readIssueIds(folder)
  await writeAppFiles(plan, folder)
  let pages = 0
  for (const [index, id] of issues.entries()) {
    const bundle = await openBundleFolder(join(folder, dataPath, id))
    for await (const { file, html } of drawIssue(plan, renderer, bundle, { isNewest: index === 0 })) {
      signal.throwIfAborted()
      await replaceFile(join(folder, file), html)
      pages++
    }
    progress({ step: 'pages', done: index + 1, total: issues.length, label: id })
  }
  if (options.compress) await compressSite(folder, signal)
  return {
    exitCode: 0,
    findings: report.findings,
    lines: [`${plan.paper.name}: ${pages} pages written to ${folder}, for ${plan.address.origin}${plan.address.base}`],
    record: { written: true, pages },
  }
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodePaper } from '@/bundle/codec'
import { Report } from '../report'
import { writeAppFiles, type SitePlan } from '../site/app-files'
import { readBuiltApp } from '../site/built-app'
import { siteAddressOf } from '../site/site-address'
import { notWritten, type CommandContext, type Outcome } from './outcome'

export interface SiteOptions {
  /** The site's folder, into which the press has built at least one issue. */
  readonly folder: string
  /** Where it is published, if not at the paper's own host. */
  readonly address?: string
  /** Another build of the reader than the project's own. */
  readonly app?: string
}

const planOf = async (
  { folder, address: given, app: appFolder }: SiteOptions,
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
  return address && { app, paper, paperJson: bytes.toString('utf8').trim(), address }
}

/** Puts the reader around the issues of a site: a folder that any static server can serve. */
export const makeSite = async (options: SiteOptions, _context: CommandContext): Promise<Outcome> => {
  const report = new Report()
  const plan = await planOf(options, report)
  if (!plan) return notWritten(report)
  await writeAppFiles(plan, options.folder)
  return {
    exitCode: 0,
    findings: report.findings,
    lines: [`${plan.paper.name}: written to ${options.folder}, for ${plan.address.origin}${plan.address.base}`],
    record: { written: true },
  }
}

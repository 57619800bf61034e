import { readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { decodePaper } from '@/bundle/codec'
import type { Paper } from '@/bundle/paper'
import { paperRecord } from '../importers/manuscript/records'
import { readRecord } from '../importers/manuscript/yaml-record'
import { openBundleFolder } from '../io/bundle-folder'
import { findPaper } from '../io/manuscript-folder'
import { replaceFile } from '../io/write-file'
import { Report } from '../report'
import { readAddressLines } from '../site/old-addresses/address-list'
import { namesIn, parsePattern } from '../site/old-addresses/address-pattern'
import { forwardsOf, type Forward, type OldAddressSources, type SiteIssues } from '../site/old-addresses/forwards'
import { keyOf, stubFileOf } from '../site/old-addresses/old-address'
import { serverMapsOf } from '../site/old-addresses/server-maps'
import { stubPage } from '../site/old-addresses/stub-page'
import { pressFolder } from '../io/press-folder'
import { isTaken, writeStubs } from '../site/old-addresses/write-stubs'
import { siteAddressOf, type SiteAddress } from '../site/site-address'
import { entriesOf, readSiteCatalogs } from '../site/site-catalogs'
import { howMany } from '../how-many'
import { dataPath } from '../site/site-paths'
import { notWritten, type CommandContext, type Outcome } from './outcome'

export interface OldAddressOptions {
  /** A folder with paper.yaml in it or above it. */
  readonly folder: string
  /** The site's folder. */
  readonly site: string
  /** Where the site is published, if not at the paper's own host. */
  readonly address?: string
  /** Whether to write a page for every old address, for servers that can't redirect. */
  readonly stubs: boolean
}

const listFile = 'old-addresses.csv'

/** The patterns of paper.yaml and the list next to it. */
const readSources = async (folder: string, report: Report): Promise<OldAddressSources | undefined> => {
  const paper = await findPaper(folder)
  if (paper === undefined) {
    report.add('unreadable-file', { file: folder }, { reason: 'there is no paper.yaml in this folder or above it' })
    return undefined
  }
  const named = (path: string): string => relative(folder, path)
  const file = named(paper)
  const record = readRecord({ text: await readFile(paper, 'utf8'), file }, paperRecord, report)
  const patterns = (record?.value.old_addresses ?? []).flatMap((written, index) => {
    const at = { file, line: record?.lineOf('old_addresses', index) ?? 1 }
    const pages = 'pages' in written ? new Map(Object.entries(written.pages)) : undefined
    const pattern = parsePattern(written.from, pages)
    if (!('reason' in pattern)) return { at, pattern }
    report.add('bad-old-pattern', at, { pattern: written.from, reason: pattern.reason })
    return []
  })
  const list = join(dirname(paper), listFile)
  const bytes = await readFile(list).catch(() => undefined)
  const text = bytes && decodeText(bytes)
  if (bytes && text === undefined) report.add('unreadable-file', { file: named(list) }, { reason: 'it is not UTF-8' })
  const lines = readAddressLines(text ?? '')
  if (lines.length === 0 && patterns.length === 0 && !report.isFatal) report.add('no-old-addresses', { file }, {})
  return report.isFatal ? undefined : { list: { file: named(list), lines }, patterns }
}

const decodeText = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // A spreadsheet that saved GBK: what it means can't be guessed.
    return undefined
  }
}

interface Target {
  readonly paper: Paper
  readonly address: SiteAddress
}

const readTarget = async ({ site, address }: OldAddressOptions, report: Report): Promise<Target | undefined> => {
  const bytes = await readFile(join(site, 'paper.json')).catch(() => undefined)
  if (!bytes) {
    report.add('no-site', { file: site }, {})
    return undefined
  }
  const paper = decodePaper(new Uint8Array(bytes))
  const found = siteAddressOf(paper, address)
  // What a path may hold beside letters means something to the servers that read the maps.
  if (found && /^[\w\-.~/]+$/.test(found.base)) return { paper, address: found }
  report.add('bad-address', { file: 'paper.yaml' }, { address: address ?? paper.site ?? paper.id })
  return undefined
}

/** Leaves out the addresses of the site itself, and reports them. */
const withoutTaken = async (
  forwards: ReadonlyMap<string, Forward>,
  { site, base, file }: { readonly site: string; readonly base: string; readonly file: string },
  report: Report,
): Promise<Forward[]> => {
  const free: Forward[] = []
  for (const [key, forward] of forwards)
    if (await isTaken(site, base, forward.from)) report.add('old-address-taken', { file }, { address: key })
    else free.push(forward)
  return free
}

/** Makes every address of an older e-paper lead to its place in the site: as maps for web servers, and as pages of their own. */
export const forwardOldAddresses = async (
  options: OldAddressOptions,
  { progress, signal }: CommandContext,
): Promise<Outcome> => {
  const report = new Report()
  const { site } = options
  const sources = await readSources(options.folder, report)
  const target = await readTarget(options, report)
  if (!sources || !target) return notWritten(report)
  const { base, origin } = target.address
  const ids = entriesOf(await readSiteCatalogs(site)).map(({ id }) => id)
  let opened = 0
  const issues: SiteIssues = {
    ids,
    open: async (id) => {
      signal.throwIfAborted()
      const { issue } = await openBundleFolder(join(site, dataPath, id))
      progress({ step: 'issues', done: ++opened, total: ids.length, label: id })
      return issue
    },
  }
  const found = await forwardsOf(sources, issues, report)
  const forwards = await withoutTaken(found, { site, base, file: sources.list.file }, report)
  const open = sources.patterns.map(({ pattern }) => pattern).filter((pattern) => namesIn(pattern).has('any'))
  const stubs = new Map<string, string>()
  const serverOnly = open.map(({ written }) => written)
  for (const { from, to } of forwards) {
    const file = stubFileOf(from, base)
    if (file === undefined) serverOnly.push(keyOf(from))
    else if (options.stubs) stubs.set(file, stubPage(to, origin, base, target.paper.lang))
  }
  const [example] = serverOnly
  if (example !== undefined)
    report.add('server-only-addresses', { file: sources.list.file }, { count: `${serverOnly.length}`, example })
  for (const [name, text] of Object.entries(serverMapsOf(forwards, open, base)))
    await replaceFile(join(site, pressFolder, name), text)
  await writeStubs(site, stubs, signal)
  return {
    exitCode: 0,
    findings: report.findings,
    lines: [
      `${forwards.length === 1 ? '1 old address leads' : `${forwards.length} old addresses lead`} to ${origin}${base}: ${howMany(stubs.size, 'page')}, maps for nginx and Caddy in ${join(site, pressFolder)}`,
    ],
    record: { written: true, addresses: forwards.length, pages: stubs.size },
  }
}

import { decodePaper } from '@/bundle/codec'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../report'
import { isIssueGroup, keyOf, type PageNames } from './file-kinds'
import { isEmptyStore, lookAtStore, type StoreState } from './known-store'
import { brokenPromises, listedIssues } from './promised-files'
import { groupFiles, planPublication, type PublicationPlan } from './publication-plan'
import type { SiteFile } from './site-files'
import type { Store } from './store'

/** What is asked of a publication. */
export interface PublicationOptions {
  /** Folder of the site. */
  readonly site: string
  readonly pages: PageNames
  /** Whether what the site no longer has is removed, issues too. */
  readonly prune: boolean
  /** Whether the whole store is compared with its index. */
  readonly verify: boolean
  /** Requests at once. */
  readonly width: number
}

/** A plan, and what it is based on. */
export interface PreparedPublication {
  readonly state: StoreState
  readonly plan: PublicationPlan
}

/** The first of several, for a finding. */
const some = (names: readonly string[]): { readonly count: string; readonly example: string } => ({
  count: String(names.length),
  example: names[0] ?? '',
})

/** Whether this place may be published to by this site. */
const checkPlace = async (
  store: Store,
  { index, groups, stray }: StoreState,
  paper: string,
  verify: boolean,
  report: Report,
  signal: AbortSignal,
): Promise<void> => {
  const isUnknown = !index && groups.size === 0 && stray.length === 0
  if (isUnknown && !verify && !(await isEmptyStore(store, signal)))
    report.add('strange-store', { file: store.name }, {})
  if (index && index.paper !== paper)
    report.add('other-paper', { file: store.name }, { there: index.paper, here: paper })
}

/** A catalogue with fewer issues than the published one must not replace it by mistake. */
const checkIssues = async (site: string, { index }: StoreState, prune: boolean, report: Report): Promise<void> => {
  const listed = await listedIssues(site)
  const lost = Object.keys(index?.groups ?? {}).filter((group) => isIssueGroup(group) && !listed.has(group))
  if (lost.length > 0 && !prune) report.add('fewer-issues', { file: 'data/catalog.json' }, some(lost.sort()))
}

/** Nothing that is uploaded may name a file that will not be there. */
const checkPromises = async (
  { site, pages }: PublicationOptions,
  files: readonly SiteFile[],
  { state, plan }: PreparedPublication,
  report: Report,
): Promise<void> => {
  const keys = new Set([...state.groups.values()].flatMap((known) => known.map(({ key }) => key)))
  const paths = new Set(files.map(({ path }) => path))
  const published = state.index?.groups ?? {}
  const isThere = (path: string): boolean => {
    const [, issue] = /^data\/([^/]+)\/issue\.json$/.exec(path) ?? []
    const isCarried = issue !== undefined && issue in published && !state.groups.has(issue)
    return paths.has(path) || isCarried || keys.has(keyOf(path, pages))
  }
  const changed = plan.uploads.flatMap((step) => step.map(({ file }) => file.path))
  for (const { file, by } of await brokenPromises(site, changed, isThere))
    report.add('broken-promise', { file: by }, { file })
}

/**
 * Compares a site with a store: what is there, what has to be done, and whether it may be done at all. Writes nothing. If the
 * report is fatal afterwards, the plan must not be carried out.
 * @throws StoreFault, UnreadableRecord, BundleError
 */
export const preparePublication = async (
  store: Store,
  files: readonly SiteFile[],
  options: PublicationOptions,
  report: Report,
  signal: AbortSignal,
): Promise<PreparedPublication> => {
  const { site, pages, prune, verify } = options
  const paper = decodePaper(new Uint8Array(await readFile(join(site, 'paper.json')))).id
  const local = groupFiles(files, pages)
  const state = await lookAtStore(store, { ...options, local }, signal)
  await checkPlace(store, state, paper, verify, report, signal)
  await checkIssues(site, state, prune, report)
  const plan = planPublication(local, state, { paper, publishedAt: new Date().toISOString(), prune })
  const prepared = { state, plan }
  await checkPromises(options, files, prepared, report)
  if (plan.leftovers.length > 0) report.add('left-in-store', { file: store.name }, some(plan.leftovers))
  if (state.missing.length > 0) report.add('missing-in-store', { file: store.name }, some(state.missing))
  if (state.strangers.length > 0) report.add('strangers-in-store', { file: store.name }, some(state.strangers))
  return prepared
}

/** Whether there is nothing to do, not even the remains of an interrupted publication. */
export const isUpToDate = ({ plan, state: { index, wasInterrupted } }: PreparedPublication): boolean =>
  index !== undefined &&
  !wasInterrupted &&
  plan.uploads.length === 0 &&
  plan.lists.size === 0 &&
  plan.index.removing.length === 0 &&
  Object.keys(plan.index.groups).length === Object.keys(index.groups).length

import { access } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { BundleError } from '@/bundle/fault'
import { describeFault } from '../fault-words'
import { carryOut, PublicationStopped } from '../publish/carry-out'
import type { PageNames } from '../publish/file-kinds'
import { UnreadableRecord } from '../publish/known-store'
import { isUpToDate, preparePublication, type PreparedPublication } from '../publish/prepare-publication'
import { describePlan, recordOfPlan } from '../publish/plan-words'
import { takeLock, usualLockTimes, type LockTimes, type PublishLock } from '../publish/publish-lock'
import { usualPatience, type Patience } from '../publish/retries'
import { openS3Store } from '../publish/s3-store'
import { readSiteFiles } from '../publish/site-files'
import type { Store } from '../publish/store'
import { parseEndpoint, parseStoreName, regionIn, storeKeysIn } from '../publish/store-address'
import { reportStoreFault, StoreFault } from '../publish/store-fault'
import { ChangedFile } from '../publish/upload-files'
import { Report } from '../report'
import type { CommandContext, Environment, Outcome } from './outcome'

export interface PublishOptions {
  /** Folder of the site. */
  readonly folder: string
  /** `s3://bucket/prefix` */
  readonly to: string
  readonly endpoint?: string
  readonly region?: string
  readonly pathStyle?: boolean
  /** How pages are named; by their address, if it is not said. */
  readonly pages?: PageNames
  /** Requests at once. */
  readonly parallel?: number
  readonly dryRun?: boolean
  readonly verify?: boolean
  readonly prune?: boolean
  readonly breakLock?: boolean
}

/** How long to wait for what; tests wait less. */
export interface PublishTimes {
  readonly patience: Patience
  readonly lock: LockTimes
}

const usualTimes: PublishTimes = { patience: usualPatience, lock: usualLockTimes }
const usualParallel = 8

const openStore = async (
  { to, endpoint: given, region, pathStyle = false }: PublishOptions,
  { variables }: Environment,
  patience: Patience,
  report: Report,
): Promise<Store | undefined> => {
  const place = parseStoreName(to)
  const address = given ?? variables['AWS_ENDPOINT_URL_S3'] ?? variables['AWS_ENDPOINT_URL']
  const endpoint = address === undefined ? undefined : parseEndpoint(address)
  const keys = storeKeysIn(variables)
  if (!place) report.add('bad-store-name', { file: to }, { name: to })
  if (address !== undefined && endpoint === undefined) report.add('bad-endpoint', { file: to }, { address })
  if (!keys) report.add('no-store-keys', { file: to }, {})
  if (!place || !keys || report.isFatal) return undefined
  const where = { ...place, region: regionIn(variables, region), isPathStyle: pathStyle, ...(endpoint && { endpoint }) }
  return openS3Store(where, keys, patience)
}

/** A site has these files once it is composed. */
const checkComposed = async (folder: string, report: Report): Promise<void> => {
  for (const file of ['paper.json', 'data/catalog.json', 'index.html', 'app.js', 'sw.js']) {
    const isThere = await access(join(folder, file)).then(
      () => true,
      () => false,
    )
    if (!isThere) report.add('not-composed', { file: folder }, { file })
  }
}

/** Expected failures become findings; anything else is a bug. */
const tell = (error: unknown, store: string, report: Report): void => {
  if (error instanceof StoreFault) reportStoreFault(error, store, report)
  else if (error instanceof UnreadableRecord) report.add('unreadable-record', { file: store }, { file: error.key })
  else if (error instanceof ChangedFile) report.add('file-changed', { file: error.path }, {})
  else if (error instanceof PublicationStopped) report.add(error.code, { file: store }, {})
  else if (error instanceof BundleError)
    report.add('bad-bundle', { file: 'data/' }, { fault: describeFault(error.fault) })
  else throw error
}

const stopped = (report: Report, isVisible: boolean): Outcome => ({
  exitCode: 1,
  findings: report.findings,
  lines: [
    isVisible
      ? 'Some files are new and others as they were; each can be read. Run the command again to go on.'
      : 'The published site is as it was.',
  ],
  record: { published: false, isVisible },
})

/**
 * Publishes a site to a store: uploads what has changed, so that no reader ever finds a file that names a missing one. One publisher
 * at a time; an interrupted one goes on where it stopped. Keys of the store come from the environment.
 */
export const publish = async (
  options: PublishOptions,
  { progress, signal, environment }: CommandContext,
  times: PublishTimes = usualTimes,
): Promise<Outcome> => {
  const { folder, dryRun = false, parallel: width = usualParallel } = options
  const report = new Report()
  const store = await openStore(options, environment, times.patience, report)
  await checkComposed(folder, report)
  if (!store || report.isFatal) return stopped(report, false)
  const asked = {
    site: folder,
    pages: options.pages ?? 'address',
    prune: options.prune ?? false,
    verify: options.verify ?? false,
    width,
  }
  const outcomeOf = (prepared: PreparedPublication, isPublished: boolean): Outcome => ({
    exitCode: 0,
    findings: report.findings,
    lines: describePlan(prepared, store.name, isPublished),
    record: { published: isPublished, ...recordOfPlan(prepared) },
  })
  let lock: PublishLock | undefined
  let isVisible = false
  try {
    const files = await readSiteFiles(folder, progress, signal)
    if (!dryRun) {
      const who = `${userInfo().username}@${hostname()}`
      const attempt = await takeLock(store, { who, isBreaking: options.breakLock ?? false, times: times.lock }, signal)
      if ('heldBy' in attempt) {
        report.add('being-published', { file: store.name }, attempt.heldBy)
        return stopped(report, false)
      }
      lock = attempt.lock
      if (lock.takenFrom) report.add('lock-taken-over', { file: store.name }, lock.takenFrom)
    }
    const prepared = await preparePublication(store, files, asked, report, signal)
    if (report.isFatal) return stopped(report, false)
    if (!lock) return outcomeOf(prepared, false)
    if (!isUpToDate(prepared)) {
      const onVisible = (): void => void (isVisible = true)
      await carryOut(prepared, { store, site: folder, lock, width, progress, onVisible }, signal)
    }
    return outcomeOf(prepared, true)
  } catch (error) {
    signal.throwIfAborted()
    tell(error, store.name, report)
    return stopped(report, isVisible)
  } finally {
    // A store that is away keeps the lock until it is stale; why it is away has been said already.
    await lock?.release().catch((error: unknown) => {
      if (!(error instanceof StoreFault)) throw error
    })
  }
}

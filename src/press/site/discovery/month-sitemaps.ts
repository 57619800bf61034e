import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CatalogEntry } from '@/bundle/catalog'
import { urlAt, type SiteAddress } from '../site-address'
import type { MonthRecord } from './discovery-state'
import { laterOf } from './moments'
import type { IssueReading } from './read-issues'
import { sitemapUrls, writeSitemaps, type SitemapUrl } from './sitemap'

/** A file below the site, as it should be. */
export interface DiscoveryFile {
  readonly file: string
  readonly text: string
}

/** The sitemaps of all months: those to write, and what is to be remembered of every month. */
export interface MonthSitemaps {
  readonly written: readonly DiscoveryFile[]
  readonly months: Readonly<Record<string, MonthRecord>>
  /** All of them, for the index, newest first. */
  readonly listed: readonly SitemapUrl[]
}

/** Page of the calendar that lists a month's issues. */
const calendarPath = (month: string): string => `calendar/${Number(month.slice(0, 4))}/${Number(month.slice(5))}`

const fileOf = (month: string, index: number): string => `sitemaps/${month}${index === 0 ? '' : `-${index + 1}`}.xml`

const stampOf = (entries: readonly CatalogEntry[], address: SiteAddress): string =>
  createHash('sha256')
    .update(JSON.stringify([urlAt(address), entries.map(({ id, sha256 }) => [id, sha256])]))
    .digest('hex')

const byMonth = (entries: readonly CatalogEntry[]): Map<string, CatalogEntry[]> => {
  const months = new Map<string, CatalogEntry[]>()
  for (const entry of entries) {
    const month = entry.date.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), entry])
  }
  return months
}

/**
 * One sitemap a month, so that a new issue changes that of its month alone. Opens only the issues of months that are not as
 * `before` knew them.
 * @param entries every issue, newest first
 */
export const makeMonthSitemaps = async (
  entries: readonly CatalogEntry[],
  before: Readonly<Record<string, MonthRecord>>,
  { address, site, reading }: { readonly address: SiteAddress; readonly site: string; readonly reading: IssueReading },
): Promise<MonthSitemaps> => {
  const written: DiscoveryFile[] = []
  const months: Record<string, MonthRecord> = {}
  const listed: SitemapUrl[] = []
  for (const [month, own] of byMonth(entries)) {
    const stamp = stampOf(own, address)
    const known = before[month]
    const isCurrent = known?.stamp === stamp && known.files.every((file) => existsSync(join(site, file)))
    const record = isCurrent ? known : await make(month, own, stamp)
    months[month] = record
    for (const file of record.files) listed.push({ url: urlAt(address, file), changed: record.changed })
  }
  return { written, months, listed }

  async function make(month: string, own: readonly CatalogEntry[], stamp: string): Promise<MonthRecord> {
    const urls: SitemapUrl[] = []
    let changed = ''
    for (const entry of own) {
      const { issue, updated } = await reading.issue(entry.id)
      urls.push(...sitemapUrls(issue, address, updated))
      changed = changed === '' ? updated : laterOf(changed, updated)
    }
    const calendar = { url: urlAt(address, calendarPath(month)), changed }
    const files = writeSitemaps([calendar, ...urls]).map((text, index) => ({ file: fileOf(month, index), text }))
    written.push(...files)
    return { stamp, files: files.map(({ file }) => file), changed }
  }
}

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CatalogEntry } from '@/bundle/catalog'
import type { Paper } from '@/bundle/paper'
import { replaceFile } from '../../io/write-file'
import { summariesOf } from '../head/article-summary'
import { urlAt, type SiteAddress } from '../site-address'
import { writeAtom } from './atom'
import { readDiscoveryState, writeDiscoveryState } from './discovery-state'
import { feedOf } from './feed'
import { feedEntriesOf, type RecentIssue } from './feed-entry'
import { writeJsonFeed } from './json-feed'
import { makeMonthSitemaps, type DiscoveryFile } from './month-sitemaps'
import { writeOpenSearch } from './open-search'
import { readingOf, type IssueReading } from './read-issues'
import { writeRobots } from './robots'
import { feedPath, sectionOf } from './sections'
import { writeNewsSitemap, writeSitemapIndex, type NewsUrl } from './sitemap'

/** How many of the newest issues feeds are made from. */
const mostRecent = 30

/** Of the newest issues, those that `before` does not know as they are now are opened. */
const readRecent = async (
  entries: readonly CatalogEntry[],
  before: readonly RecentIssue[],
  reading: IssueReading,
  signal: AbortSignal,
): Promise<readonly RecentIssue[]> => {
  const recent: RecentIssue[] = []
  for (const { id, date, sha256 } of entries.slice(0, mostRecent)) {
    signal.throwIfAborted()
    const known = before.find((one) => one.id === id)
    if (known?.sha256 === sha256) {
      recent.push(known)
      continue
    }
    const { issue, published, updated, readPage } = await reading.withPages(id)
    const articles = feedEntriesOf(issue, await summariesOf(issue, readPage), { updated, before: known })
    recent.push({ id, date, sha256, published, entries: articles })
  }
  return recent
}

const dayInMs = 86_400_000

/** News of the newest issue's day and the day before it: older articles do not belong into a news sitemap. */
const newsOf = (recent: readonly RecentIssue[], address: SiteAddress): NewsUrl[] => {
  const newest = recent[0]
  if (!newest) return []
  const since = new Date(Date.parse(newest.date) - dayInMs).toISOString().slice(0, 10)
  return recent
    .filter(({ date }) => date >= since)
    .flatMap(({ id, published, entries }) =>
      entries
        .filter(({ isWithdrawn }) => !isWithdrawn)
        .map(({ page, article, title }) => ({
          url: urlAt(address, `${id}/${page}/${article}`),
          title,
          published,
        })),
    )
}

const sectionsIn = (recent: readonly RecentIssue[]): string[] =>
  recent.flatMap(({ entries }) => entries.flatMap(({ section }) => section ?? []))

/** The paper's feed and one for each section, each in both forms. A section that has paused keeps an empty feed. */
const feedFiles = (
  paper: Paper,
  address: SiteAddress,
  recent: readonly RecentIssue[],
  sections: readonly string[],
): DiscoveryFile[] =>
  [undefined, ...sections.map(sectionOf)].flatMap((section) => {
    const feed = feedOf(paper, address, recent, section)
    return [
      { file: `${feedPath(section)}.xml`, text: writeAtom(feed) },
      { file: `${feedPath(section)}.json`, text: writeJsonFeed(feed) },
    ]
  })

const newsFile = 'sitemap-news.xml'

/**
 * Writes everything by which others find the paper: sitemaps, robots.txt, feeds, the description for a browser's search. What is
 * named is written before what names it.
 * @param entries every issue of the catalogues, newest first
 */
export const writeDiscovery = async (
  { paper, address }: { readonly paper: Paper; readonly address: SiteAddress },
  site: string,
  entries: readonly CatalogEntry[],
  signal: AbortSignal,
): Promise<void> => {
  const before = await readDiscoveryState(site)
  const reading = readingOf(site)
  const recent = await readRecent(entries, before.recent, reading, signal)
  const sections = [...new Set([...before.sections, ...sectionsIn(recent)])]
  const { written, months, listed } = await makeMonthSitemaps(entries, before.months, { address, site, reading })
  const news = writeNewsSitemap(paper, newsOf(recent, address))
  const changed = recent[0]?.published
  const sitemaps = [...(news ? [{ url: urlAt(address, newsFile), ...(changed && { changed }) }] : []), ...listed]
  const files: readonly DiscoveryFile[] = [
    ...written,
    ...(news ? [{ file: newsFile, text: news }] : []),
    { file: 'sitemap.xml', text: writeSitemapIndex(sitemaps) },
    ...feedFiles(paper, address, recent, sections),
    { file: 'opensearch.xml', text: writeOpenSearch(paper, address) },
    { file: 'robots.txt', text: writeRobots(address) },
  ]
  for (const { file, text } of files) {
    signal.throwIfAborted()
    await replaceFile(join(site, file), text)
  }
  const named = new Set(Object.values(months).flatMap((month) => month.files))
  const old = Object.values(before.months).flatMap((month) => month.files)
  const gone = [...old.filter((file) => !named.has(file)), ...(news ? [] : [newsFile])]
  for (const file of gone) await rm(join(site, file), { force: true })
  await writeDiscoveryState(site, { recent, sections, months })
}

import type { Paper } from '@/bundle/paper'
import { urlAt, type SiteAddress } from '../site-address'
import type { FeedEntry, RecentIssue } from './feed-entry'
import { laterOf } from './moments'
import { feedPath, type Section } from './sections'

/** An article in a feed, with its addresses. */
export interface FeedItem {
  readonly id: string
  readonly url: string
  readonly published: string
  readonly entry: FeedEntry
  readonly picture?: string
}

/** A feed before it is written in one form or another. */
export interface Feed {
  readonly id: string
  readonly title: string
  readonly paper: Paper
  /** Of the site. */
  readonly home: string
  readonly icon: string
  /** Of the feed itself, without its ending. */
  readonly url: string
  readonly updated: string
  /** Newest issue first, in an issue by its pages. */
  readonly items: readonly FeedItem[]
}

/** Most entries of the paper's feed: a large issue whole, or some days of a small paper. */
export const mostOfPaper = 200
export const mostOfSection = 60

/**
 * What is never changed: an entry keeps its name when its page, its text or the site's host changes. A paper is named by its
 * domain.
 */
const idOf = (paper: Paper, path: string): string => `https://${paper.id}/${path}`

const nothingYet = '1970-01-01T00:00:00Z'

/** The paper's feed, or that of a section, from its newest issues. */
export const feedOf = (paper: Paper, address: SiteAddress, issues: readonly RecentIssue[], section?: Section): Feed => {
  const items = issues
    .flatMap(({ id, published, entries }) =>
      entries
        .filter((entry) => section === undefined || entry.section === section.name)
        .map((entry): FeedItem => ({
          id: idOf(paper, `${id}/${entry.article}`),
          url: urlAt(address, `${id}/${entry.page}/${entry.article}`),
          published,
          entry,
          ...(entry.picture && { picture: urlAt(address, entry.picture) }),
        })),
    )
    .slice(0, section ? mostOfSection : mostOfPaper)
  return {
    id: idOf(paper, feedPath(section)),
    title: section ? `${paper.name} ${section.name}` : paper.name,
    paper,
    home: urlAt(address),
    icon: urlAt(address, 'icon-192.png'),
    url: urlAt(address, feedPath(section)),
    updated: items.map(({ entry }) => entry.updated).reduce(laterOf, nothingYet),
    items,
  }
}

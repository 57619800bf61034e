import type { Feed, FeedItem } from './feed'

const itemRecord = ({ id, url, published, entry, picture }: FeedItem) => ({
  id,
  url,
  title: entry.title,
  // One of the two forms of content must be there.
  content_text: entry.brief || entry.title,
  ...(entry.brief && { summary: entry.brief }),
  ...(picture && { image: picture }),
  date_published: published,
  date_modified: entry.updated,
  ...(entry.authors.length > 0 && { authors: entry.authors.map((name) => ({ name })) }),
  ...(entry.section && { tags: [entry.section] }),
})

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export const writeJsonFeed = ({ title, paper, home, icon, url, items }: Feed): string =>
  `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: `${url}.json`,
    icon,
    language: paper.lang,
    authors: [{ name: paper.name }],
    items: items.map(itemRecord),
  })}\n`

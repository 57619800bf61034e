import * as v from 'valibot'

const url = v.pipe(v.string(), v.url())
const moment = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/))
const authors = v.array(
  v.pipe(
    v.strictObject({ name: v.optional(v.string()), url: v.optional(url), avatar: v.optional(url) }),
    v.check((author) => Object.keys(author).length > 0, 'an author has a name, an address or a picture'),
  ),
)
const item = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.minLength(1)),
    url: v.optional(url),
    external_url: v.optional(url),
    title: v.optional(v.string()),
    content_html: v.optional(v.string()),
    content_text: v.optional(v.string()),
    summary: v.optional(v.string()),
    image: v.optional(url),
    banner_image: v.optional(url),
    date_published: v.optional(moment),
    date_modified: v.optional(moment),
    authors: v.optional(authors),
    tags: v.optional(v.array(v.string())),
    language: v.optional(v.string()),
  }),
  v.check(({ content_html: html, content_text: text }) => (html ?? text) !== undefined, 'an item has content'),
)

/** A feed as JSON Feed 1.1 describes it (jsonfeed.org/version/1.1), without attachments and extensions. */
export const jsonFeed = v.strictObject({
  version: v.literal('https://jsonfeed.org/version/1.1'),
  title: v.string(),
  home_page_url: v.optional(url),
  feed_url: v.optional(url),
  description: v.optional(v.string()),
  icon: v.optional(url),
  favicon: v.optional(url),
  language: v.optional(v.string()),
  authors: v.optional(authors),
  items: v.pipe(
    v.array(item),
    v.check((items) => new Set(items.map(({ id }) => id)).size === items.length, 'every item has an id of its own'),
  ),
})

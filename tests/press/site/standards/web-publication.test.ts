import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { webPublicationOf } from '@/press/site/standards/web-publication'
import { smallFolder, type SmallEdits } from '../../../support/issue-content'

const address = { origin: 'https://small.example', base: '/' }
const publicationOf = async (edits?: SmallEdits) => webPublicationOf((await smallFolder(edits)).issue, address)

const url = v.pipe(v.string(), v.url())
interface Link {
  readonly href: string
  readonly type: string
  readonly children?: Link[] | undefined
}
/** A link object; of what the specification lets it hold, what is used here. */
const link: v.GenericSchema<unknown, Link> = v.strictObject({
  href: url,
  type: v.pipe(v.string(), v.regex(/^\w+\/[\w.+-]+/)),
  title: v.optional(v.string()),
  rel: v.optional(v.string()),
  children: v.optional(v.array(v.lazy(() => link))),
})
const links = v.pipe(
  v.array(link),
  v.checkItems((one, index, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index),
)
/** The Readium Web Publication Manifest, as its specification says it. */
const manifest = v.strictObject({
  '@context': url,
  metadata: v.strictObject({
    '@type': url,
    // A URI, of whatever scheme.
    identifier: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9+.-]*:\S+$/)),
    title: v.pipe(v.string(), v.minLength(1)),
    language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-\w+)*$/)),
    publisher: v.string(),
    published: v.pipe(v.string(), v.isoDate()),
    modified: v.pipe(v.string(), v.isoTimestamp()),
    readingProgression: v.picklist(['ltr', 'rtl']),
    numberOfPages: v.pipe(v.number(), v.integer(), v.minValue(1)),
    belongsTo: v.strictObject({ collection: v.strictObject({ name: v.string(), position: v.optional(v.number()) }) }),
  }),
  links: v.pipe(
    v.array(v.looseObject({ href: url, rel: v.string() })),
    v.check((all) => all.filter(({ rel }) => rel === 'self').length === 1),
  ),
  readingOrder: v.pipe(links, v.minLength(1)),
  toc: links,
  pageList: links,
})

describe('an issue as a web publication', () => {
  it.each<[string, SmallEdits]>([
    ['as it is', {}],
    [
      'with a number and another language',
      {
        issue: (issue) => {
          issue.masthead.serialNo = 12
          issue.lang = '中文'
        },
      },
    ],
    [
      'with all articles withdrawn',
      {
        issue: ({ articles }) => {
          for (const article of articles) article.withdrawn = { on: '2026-01-07', notice: '撤' }
        },
      },
    ],
  ])('is what the specification asks for %s', async (_, edits) => {
    const { issues = [] } = v.safeParse(manifest, await publicationOf(edits))
    expect(issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toEqual([])
  })

  it('reads article by article, each once, at its address on the site', async () => {
    const { readingOrder } = await publicationOf()
    expect(readingOrder.map(({ href }) => href)).toEqual([
      'https://small.example/2026-01-05/1/aaa111',
      'https://small.example/2026-01-05/1/bbb222',
      'https://small.example/2026-01-05/2/ccc333',
    ])
  })

  it('leaves withdrawn articles out, and reads a page that has no other as a page', async () => {
    const { readingOrder, toc } = await publicationOf({
      issue: ({ articles }) => {
        for (const article of articles)
          if (article.id === 'ccc333') article.withdrawn = { on: '2026-01-07', notice: '撤' }
      },
    })
    expect(readingOrder.at(-1)?.href).toBe('https://small.example/2026-01-05/2')
    expect(JSON.stringify(toc)).not.toContain('ccc333')
  })
})

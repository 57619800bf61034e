import { describe, expect, it } from 'vitest'
import { catalogEntry } from '@/bundle/catalog'
import { textOf } from '@/bundle/article-text'
import { findArticle } from '@/bundle/lookup'
import { paperCollection, yearCollection } from '@/press/site/standards/iiif/collections'
import type { IiifSource } from '@/press/site/standards/iiif/canvases'
import { manifestOf } from '@/press/site/standards/iiif/manifest'
import { textAnnotations } from '@/press/site/standards/iiif/text-annotations'
import { readIssueContent } from '@/press/site/standards/issue-content'
import * as v from 'valibot'
import { hasIiifSchema, iiifValidator } from '../../../support/iiif-schema'
import { smallFolder, type SmallEdits } from '../../../support/issue-content'
import { firstText } from '../../../support/small-issue'

const address = { origin: 'https://small.example', base: '/paper/' }
const root = 'https://small.example/paper/2026-01-05/iiif/'

const sourceOf = async (edits?: SmallEdits): Promise<IiifSource> => ({
  content: await readIssueContent(await smallFolder(edits)),
  address,
  pictures: new Map(),
  services: new Map(),
})
const documentsOf = (source: IiifSource) => [
  manifestOf(source),
  ...source.content.issue.pages.map((page) => textAnnotations(source, page)),
]

/** Every object with an id in a document, wherever it stands. */
const identified = (value: unknown): { id: string; type: string; isWhole: boolean }[] => {
  if (Array.isArray(value)) return value.flatMap(identified)
  if (typeof value !== 'object' || value === null) return []
  const own =
    'id' in value && 'type' in value
      ? [{ id: String(value.id), type: String(value.type), isWhole: Object.keys(value).length > 2 }]
      : []
  return [...own, ...Object.values(value).flatMap(identified)]
}

const articleRanges = (source: IiifSource) =>
  new Map(
    manifestOf(source)
      .structures.flatMap(({ items }) => items)
      .flatMap(({ items }) => items)
      .flatMap((item) => (item.type === 'Range' ? [[item.id.slice(`${root}range/article/`.length), item]] : [])),
  )

const ugly: readonly (readonly [name: string, edits: SmallEdits])[] = [
  ['as it is', {}],
  [
    'right to left, in traditional characters',
    {
      issue: ({ paper }) => {
        paper.pageTurn = 'rtl'
        paper.lang = 'zh-Hant'
      },
    },
  ],
  [
    'with a language that is none',
    {
      issue: (issue) => {
        issue.lang = 'Mandarin, mostly'
      },
    },
  ],
  [
    'with markup, private characters and half a surrogate pair',
    {
      issue: ({ articles, masthead }) => {
        for (const article of articles) article.headline = '<b>&"\ue111\ud800]]>'
        masthead.lunarDate = '</script>'
      },
    },
  ],
  [
    'without outlines',
    {
      issue: ({ pages }) => {
        for (const { renditions } of pages)
          for (const rendition of renditions)
            if ('regions' in rendition) for (const region of rendition.regions) region.outlines = []
      },
    },
  ],
  [
    'with an article withdrawn',
    {
      issue: ({ articles }) => {
        for (const article of articles) article.withdrawn = { on: '2026-01-07', notice: '事实有误。' }
      },
    },
  ],
]

describe('an issue as a IIIF manifest', () => {
  it('has a canvas in page units for each page, painted by the printed page where there is a picture of it', async () => {
    const { items } = manifestOf(await sourceOf())
    expect(items.map(({ width, height }) => [width, height])).toEqual([
      [5460, 7900],
      [1000, 1400],
    ])
    expect(items.map(({ items: painted }) => painted.length)).toEqual([0, 1])
    const picture = items[1]?.items[0]?.items[0]
    expect(picture).toMatchObject({ motivation: 'painting', target: `${root}canvas/2`, body: { format: 'image/webp' } })
    expect(picture?.body.id).toMatch(/^https:\/\/small\.example\/paper\/data\/2026-01-05\/fit-02\..*\.webp$/)
  })

  it('paints a typeset page with the picture that the press drew of it', async () => {
    const source = await sourceOf()
    const [first] = source.content.issue.pages
    if (!first) throw new Error('no page')
    const drawn = [200, 1600].map((width) => ({ path: `2026-01-05/iiif/page-${width}.webp`, width, height: 2 * width }))
    const manifest = manifestOf({ ...source, pictures: new Map([[first.no, drawn]]) })
    expect(manifest.items[0]?.items[0]?.items[0]?.body).toMatchObject({ id: `${root}page-1600.webp`, width: 1600 })
    expect(manifest.thumbnail).toMatchObject([{ id: `${root}page-200.webp`, height: 400 }])
  })

  it('has a range for each article over its parts in reading order, on whatever pages they stand', async () => {
    const range = articleRanges(await sourceOf()).get('aaa111')
    expect(range?.label).toEqual({ 'zh-Hans': ['把报纸放进口袋'] })
    expect(range?.items).toEqual([
      {
        type: 'SpecificResource',
        source: { id: `${root}canvas/1`, type: 'Canvas' },
        selector: { type: 'FragmentSelector', value: 'xywh=200,400,2000,1100' },
      },
      {
        type: 'SpecificResource',
        source: { id: `${root}canvas/2`, type: 'Canvas' },
        selector: { type: 'FragmentSelector', value: 'xywh=0,0,500,700' },
      },
    ])
  })

  it('lists an article once, under the page where it begins', async () => {
    const pages = manifestOf(await sourceOf()).structures[0]?.items ?? []
    const articles = pages.map(({ items }) => items.flatMap(({ type, id }) => (type === 'Range' ? [id] : [])))
    expect(articles).toEqual([
      [`${root}range/article/aaa111`, `${root}range/article/bbb222`],
      [`${root}range/article/ccc333`],
    ])
  })

  it('gives the text of each part over its place, the title with the first; a working title is not printed', async () => {
    const source = await sourceOf()
    const [first, second] = source.content.issue.pages.map((page) => textAnnotations(source, page).items)
    expect(first?.map(({ body, target }) => [body.value, target])).toEqual([
      [`把报纸放进口袋\n${firstText}\n手指点到哪一`, `${root}canvas/1#xywh=200,400,2000,1100`],
      ['短讯。', `${root}canvas/1#xywh=200,1600,1280,96`],
    ])
    const texts = [first?.[0]?.body.value.split('\n').slice(1).join('\n'), second?.[0]?.body.value].join('')
    const article = findArticle(source.content.issue, 'aaa111')
    expect(texts).toBe(article && textOf(source.content.textOf(article).blocks).trim())
  })

  it('says nothing of a withdrawn article, though the bundle still has its text', async () => {
    const source = await sourceOf({
      issue: ({ articles }) => {
        for (const article of articles)
          if (article.id === 'aaa111') article.withdrawn = { on: '2026-01-07', notice: '事实有误。' }
      },
    })
    const all = JSON.stringify(documentsOf(source))
    expect(all).not.toContain('aaa111')
    expect(all).not.toContain(firstText)
    expect(all).not.toContain('把报纸放进口袋')
    expect(all).toContain('短讯。')
  })

  it('turns as the paper turns', async () => {
    const manifest = manifestOf(
      await sourceOf({
        issue: ({ paper }) => {
          paper.pageTurn = 'rtl'
        },
      }),
    )
    expect(manifest.viewingDirection).toBe('right-to-left')
  })

  describe.each(ugly)('%s', (_, edits) => {
    it('names everything once, and refers to canvases that there are', async () => {
      const manifest = manifestOf(await sourceOf(edits))
      const found = identified([manifest.items.map(({ items, ...canvas }) => [canvas, items]), manifest.structures])
      const whole = found.filter(({ isWhole, type }) => isWhole && ['Canvas', 'Range', 'Annotation'].includes(type))
      expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length)
      const canvases = new Set(manifest.items.map(({ id }) => id))
      expect(found.filter(({ type, id }) => type === 'Canvas' && !canvases.has(id))).toEqual([])
    })

    it('keeps every place inside its canvas', async () => {
      const source = await sourceOf(edits)
      const sizes = new Map(manifestOf(source).items.map(({ id, width, height }) => [id, { width, height }]))
      const places = source.content.issue.pages
        .flatMap((page) => textAnnotations(source, page).items)
        .map(({ target }) => target.split('#xywh='))
      for (const [canvas = '', box] of places) {
        const size = sizes.get(canvas)
        const [x = 0, y = 0, width = 1, height = 1] = box?.split(',').map(Number) ?? []
        expect(size).toBeDefined()
        expect(x + width).toBeLessThanOrEqual(size?.width ?? 0)
        expect(y + height).toBeLessThanOrEqual(size?.height ?? 0)
      }
    })
  })
})

const entry = (id: string) =>
  v.parse(catalogEntry, { id, date: id.slice(0, 10), revision: 1, sha256: '0'.repeat(64), pages: 2, bytes: 9 })

describe('a paper as IIIF collections', () => {
  it('holds a collection for each year, and in it the issues from January on', async () => {
    const { content } = await sourceOf()
    const { paper } = content.issue
    expect(paperCollection(paper, address, [2026, 2025]).items.map(({ id }) => id)).toEqual([
      'https://small.example/paper/iiif/collection-2025.json',
      'https://small.example/paper/iiif/collection-2026.json',
    ])
    const year = yearCollection(paper, address, { year: 2026, issues: [entry('2026-01-06'), entry('2026-01-05')] })
    expect(year.items.map(({ id, navDate }) => [id, navDate])).toEqual([
      ['https://small.example/paper/2026-01-05/iiif/manifest.json', '2026-01-05T00:00:00Z'],
      ['https://small.example/paper/2026-01-06/iiif/manifest.json', '2026-01-06T00:00:00Z'],
    ])
    expect(year.id).toBe(manifestOf(await sourceOf()).partOf[0]?.id)
  })
})

describe.skipIf(!hasIiifSchema)('the official schema of IIIF Presentation 3 (in BANMIAN_REAL_DATA)', () => {
  it.each(ugly)('accepts the manifest and the texts of the issue %s', async (_, edits) => {
    const faults = iiifValidator()
    for (const document of documentsOf(await sourceOf(edits))) expect(faults(document)).toEqual([])
  })

  it('accepts the collections', async () => {
    const faults = iiifValidator()
    const { paper } = (await sourceOf()).content.issue
    expect(faults(paperCollection(paper, address, [2026]))).toEqual([])
    expect(faults(yearCollection(paper, address, { year: 2026, issues: [entry('2026-01-05')] }))).toEqual([])
  })

  it('refuses a manifest without a label, and a canvas without a size', async () => {
    const faults = iiifValidator()
    const manifest = manifestOf(await sourceOf())
    expect(faults({ ...manifest, label: undefined })).not.toEqual([])
    expect(
      faults({ ...manifest, items: manifest.items.map((canvas) => ({ ...canvas, width: undefined })) }),
    ).not.toEqual([])
  })
})

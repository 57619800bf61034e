import { describe, expect, it } from 'vitest'
import { iiif } from '@/press/importers/iiif/iiif'
import { metsAlto } from '@/press/importers/mets-alto/mets-alto'
import { alto, filesOf } from '../mets-alto/package'
import {
  annotationPage,
  canvas,
  canvasId,
  importManifest,
  issueOf,
  manifest,
  place,
  range,
  root,
  toldOf,
  type Json,
} from './manifests'

const altoLink = (no: number): Json => [
  {
    id: `${root}/alto/p${no}.xml`,
    type: 'Text',
    format: 'application/xml',
    profile: 'http://www.loc.gov/standards/alto/',
  },
]
/** Pages of 2000 × 3000, on canvases of half that size. */
const altoPages = {
  'alto/p1.xml': alto([
    { id: 'A', at: [100, 100], lines: ['The Harbour', 'low water at'] },
    { id: 'B', at: [1100, 100], lines: ['another thing.'] },
  ]),
  'alto/p2.xml': alto([{ id: 'C', at: [100, 100], lines: ['unrelated words'] }]),
  'alto/p3.xml': alto([{ id: 'D', at: [100, 100], lines: ['noon and more.'] }]),
}
const threePages: Json = [1, 2, 3].map((no) => canvas(no, { seeAlso: altoLink(no) }))

describe('ranges of Presentation 3', () => {
  const structures = [
    range(
      'contents',
      'Index',
      range('harbour', 'The Harbour', place(1, '40,40,400,100'), place(3, '40,40,400,100')),
      range('other', 'Other News', place(1, '540,40,400,100')),
    ),
  ]

  it('are articles, over pages that do not follow one another, with their text from ALTO and the title taken out of it', async () => {
    const issue = await issueOf({ 'manifest.json': manifest({ items: threePages, structures }), ...altoPages })
    expect(toldOf(issue)).toEqual([
      {
        headline: 'The Harbour',
        parts: [
          [1, ['40 40 400 100'], 'low water at'],
          [3, ['40 40 400 100'], '… noon and more.'],
        ],
      },
      { headline: 'Other News', parts: [[1, ['540 40 400 100'], 'another thing.']] },
      { parts: [[2, ['50 50 75 15'], 'unrelated words']] },
    ])
    expect(issue.pages.map(({ label, width, height }) => [label, width, height])).toEqual([
      ['1', 1000, 1500],
      ['2', 1000, 1500],
      ['3', 1000, 1500],
    ])
  })

  it('know the places of every word, in pixels of the page', async () => {
    const issue = await issueOf({ 'manifest.json': manifest({ items: threePages, structures }), ...altoPages })
    const [word] = issue.articles[1]?.parts[0]?.blocks[0]?.words ?? []
    expect(word).toEqual({ from: 0, length: 7, box: [550, 50, 35, 10] })
  })

  it.each<[string, Json]>([
    ['pixels by name', { type: 'FragmentSelector', value: 'xywh=pixel:100,150,500,300' }],
    ['hundredths', { type: 'FragmentSelector', value: 'xywh=percent:10,10,50,20' }],
    [
      'a list of selectors',
      [
        { type: 'PointSelector', x: 1, y: 1 },
        { type: 'FragmentSelector', value: 'xywh=100,150,500,300' },
      ],
    ],
    ['a choice', { type: 'oa:Choice', default: { value: 'xywh=100,150,500,300' } }],
    ['a path of SVG', { type: 'SvgSelector', value: '<svg><path d="M100,150 h500 v300 l-500,0 z"/></svg>' }],
    ['a polygon of SVG', { type: 'SvgSelector', value: "<svg><polygon points='100,150 600,200 350,450'/></svg>" }],
    [
      'a rectangle of SVG',
      { type: 'SvgSelector', value: '<svg><rect x="100" y="150" width="500" height="300"/></svg>' },
    ],
    ['a region of the image', { type: 'ImageApiSelector', region: '100,150,500,300' }],
  ])('may have their areas in %s', async (_, selector) => {
    const item: Json = { type: 'SpecificResource', source: { id: canvasId(1), type: 'Canvas' }, selector }
    const issue = await issueOf({
      'manifest.json': manifest({ items: [canvas(1)], structures: [range('a', 'A Title', item)] }),
    })
    expect(toldOf(issue)).toEqual([{ headline: 'A Title', parts: [[1, ['100 150 500 300']]] }])
  })

  it('take the section around them as their rubric, but not the contents, nor a page', async () => {
    const articles = (no: number): Json[] => [range(`a${no}`, `Article ${no}`, place(no, '10,10,100,100'))]
    const issue = await issueOf({
      'manifest.json': manifest({
        items: [canvas(1), canvas(2)],
        structures: [
          range(
            'contents',
            'Der Bote',
            range('p1', 'Seite 1.', { id: canvasId(1), type: 'Canvas' }, ...articles(1)),
            range('sport', 'Sport', { id: canvasId(2), type: 'Canvas' }, ...articles(2)),
          ),
        ],
      }),
    })
    expect(toldOf(issue).map(({ headline, rubric }) => [headline, rubric])).toEqual([
      ['Article 1', undefined],
      ['Article 2', 'Sport'],
    ])
  })

  it('that go down to headings and blocks are one article with them', async () => {
    const issue = await issueOf({
      'manifest.json': manifest({
        items: [canvas(1)],
        structures: [
          range(
            'contents',
            'Contents',
            range(
              'a',
              'The Harbour',
              range('h', 'Heading', place(1, '1,1,90,20')),
              range('b', 'Text 1', place(1, '1,30,90,90')),
            ),
          ),
        ],
      }),
    })
    expect(toldOf(issue)).toEqual([{ headline: 'The Harbour', parts: [[1, ['1 1 90 20', '1 30 90 90']]] }])
  })

  it('that are only pages or sections leave each page one article', async () => {
    const structures = [
      range(
        'contents',
        'Index',
        range('p1', 'Seite 1.', { id: canvasId(1), type: 'Canvas' }),
        range('s', 'Sport', { id: canvasId(2), type: 'Canvas' }, { id: canvasId(3), type: 'Canvas' }),
      ),
    ]
    const { issue, codes } = await importManifest({
      'manifest.json': manifest({ items: threePages, structures }),
      ...altoPages,
    })
    expect(issue?.articles.map(({ sourceId, headline }) => [sourceId, headline])).toEqual([
      ['page-1', undefined],
      ['page-2', undefined],
      ['page-3', undefined],
    ])
    expect(codes).toEqual(['import-no-articles', 'import-no-picture'])
  })

  it('take the text that an annotation collection of their own tells', async () => {
    const texts = annotationPage(1, [['10,10,500,500', 'What it says.\nAnd then.']], { partOf: `${root}/collection/a` })
    const article: Json = {
      id: `${root}/range/a`,
      type: 'Range',
      label: { de: ['A Title'] },
      supplementary: { id: `${root}/collection/a`, type: 'AnnotationCollection' },
      items: [place(1, '10,900,500,100')],
    }
    const issue = await issueOf({
      'manifest.json': manifest({ items: [canvas(1, { annotations: [texts] })], structures: [article] }),
    })
    expect(toldOf(issue)).toEqual([
      { headline: 'A Title', parts: [[1, ['10 900 500 100'], 'What it says.', 'And then.']] },
    ])
  })
})

describe('Presentation 2', () => {
  const v2 = (more: { readonly [key: string]: Json }): string =>
    JSON.stringify({
      '@context': 'http://iiif.io/api/presentation/2/context.json',
      '@id': `${root}/manifest.json`,
      '@type': 'sc:Manifest',
      label: [{ '@value': 'Le Courrier, 9 décembre 1897', '@language': 'fr' }],
      ...more,
    })
  const sequences: Json = [
    {
      '@type': 'sc:Sequence',
      canvases: [1, 2].map((no) => ({
        '@id': canvasId(no),
        '@type': 'sc:Canvas',
        label: `p. ${no}`,
        width: 1000,
        height: 1500,
        images: [
          {
            '@type': 'oa:Annotation',
            motivation: 'sc:painting',
            resource: {
              '@id': `${root}/p${no}/full/full/0/native.jpg`,
              '@type': 'dctypes:Image',
              service: { '@id': `${root}/p${no}` },
            },
            on: canvasId(no),
          },
        ],
        otherContent: [{ '@id': `${root}/list/p${no}`, '@type': 'sc:AnnotationList' }],
      })),
    },
  ]
  const list = (no: number, lines: readonly (readonly [string, string])[]): string =>
    JSON.stringify({
      '@context': 'http://iiif.io/api/presentation/2/context.json',
      '@id': `${root}/list/p${no}`,
      '@type': 'sc:AnnotationList',
      resources: lines.map(([xywh, chars]) => ({
        '@type': 'oa:Annotation',
        motivation: 'sc:painting',
        resource: { '@type': 'cnt:ContentAsText', format: 'text/plain', chars },
        on: `${canvasId(no)}#xywh=${xywh}`,
      })),
    })

  it('is read from its sequence, its flat list of ranges and its lists of annotations', async () => {
    const structures: Json = [
      {
        '@id': `${root}/r0`,
        '@type': 'sc:Range',
        label: 'Table',
        viewingHint: 'top',
        ranges: [`${root}/r1`, `${root}/r2`],
      },
      {
        '@id': `${root}/r1`,
        '@type': 'sc:Range',
        label: 'Le pont',
        canvases: [`${canvasId(1)}#xywh=0,0,500,400`, `${canvasId(2)}#xywh=0,0,500,400`],
      },
      { '@id': `${root}/r2`, '@type': 'sc:Range', label: 'La gare', canvases: [`${canvasId(2)}#xywh=500,0,500,400`] },
    ]
    const issue = await issueOf({
      'manifest.json': v2({ sequences, structures }),
      'list/p1.json': list(1, [
        ['10,10,300,20', 'Le pont'],
        ['10,40,300,20', 'est fermé depuis'],
      ]),
      'list/p2.json': list(2, [
        ['10,10,300,20', 'hier.'],
        ['510,10,300,20', 'Un train est parti.'],
      ]),
    })
    expect(toldOf(issue)).toEqual([
      {
        headline: 'Le pont',
        parts: [
          [1, ['0 0 500 400'], 'est fermé depuis'],
          [2, ['0 0 500 400'], '… hier.'],
        ],
      },
      { headline: 'La gare', parts: [[2, ['500 0 500 400'], 'Un train est parti.']] },
    ])
    expect([issue.paper, issue.date]).toEqual([{ name: 'Le Courrier', lang: 'fr' }, '1897-12-09'])
    expect(issue.articles[1]?.parts[0]?.blocks[0]?.words).toHaveLength(4)
  })
})

describe('a draft of Presentation 4', () => {
  it('gives its canvases; scenes and timelines are no pages', async () => {
    const { issue, codes } = await importManifest({
      'manifest.json': JSON.stringify({
        '@context': 'http://iiif.io/api/presentation/4/context.json',
        id: `${root}/m`,
        type: 'Manifest',
        label: { none: ['Paper 1903-08-18'] },
        items: [{ id: `${root}/scene`, type: 'Scene' }, canvas(1), { id: `${root}/t`, type: 'Timeline', duration: 5 }],
      }),
    })
    expect(issue?.pages).toHaveLength(1)
    expect(codes).toEqual(['iiif-other-containers', 'import-no-picture'])
  })
})

describe('annotations', () => {
  const read = (page: Json) => issueOf({ 'manifest.json': manifest({ items: [canvas(1, { annotations: [page] })] }) })
  const blocksOf = async (page: Json) =>
    (await read(page)).articles.flatMap(({ parts }) => parts.flatMap(({ blocks }) => blocks))

  it('of lines are words, each as wide as its letters', async () => {
    const [block] = await blocksOf(
      annotationPage(1, [
        ['100,100,240,20', 'low water at'],
        ['100,130,80,20', 'noon'],
      ]),
    )
    expect(block?.text).toBe('low water at noon')
    expect(block?.words.map(({ box }) => box.join(' '))).toEqual([
      '100 100 60 20',
      '180 100 100 20',
      '300 100 40 20',
      '100 130 80 20',
    ])
  })

  it('of words are lines where they stand side by side', async () => {
    const [block] = await blocksOf(
      annotationPage(
        1,
        [
          ['100,100,60,20', 'low'],
          ['170,100,90,20', 'wa-'],
          ['100,130,60,20', 'ter'],
        ],
        { textGranularity: 'word' },
      ),
    )
    expect(block?.text).toBe('low water')
  })

  it('that tell a page three times are read once, as finely as they go', async () => {
    const page = (granularity: string, ...texts: readonly (readonly [string | undefined, string])[]): Json =>
      annotationPage(1, texts, { textGranularity: granularity })
    const issue = await issueOf({
      'manifest.json': manifest({
        items: [
          canvas(1, {
            annotations: [
              page('page', [undefined, 'low water']),
              page('line', ['0,0,90,20', 'low water']),
              page('word', ['0,0,40,20', 'low'], ['50,0,40,20', 'water']),
            ],
          }),
        ],
      }),
    })
    expect(toldOf(issue)).toEqual([{ parts: [[1, [], 'low water']] }])
    expect(issue.articles[0]?.parts[0]?.blocks[0]?.words).toHaveLength(2)
  })

  it('of blocks keep their paragraphs, unless their lines are those of the print', async () => {
    expect(
      (await blocksOf(annotationPage(1, [['0,0,500,400', 'One thing.\nAnother thing.']]))).map(({ text }) => text),
    ).toEqual(['One thing.', 'Another thing.'])
    const print = 'The water was so\nlow at noon that no\nship could leave\nthe har-\nbour.'
    expect((await blocksOf(annotationPage(1, [['0,0,500,400', print]]))).map(({ text }) => text)).toEqual([
      'The water was so low at noon that no ship could leave the harbour.',
    ])
  })

  it('may stand in a file of their own, and name the characters of it that they are', async () => {
    const word = (xywh: string, from: number, to: number): Json => ({
      motivation: 'transcribing',
      dcType: 'Word',
      body: { id: `${root}/fulltext/f1#char=${from},${to}` },
      target: [`${canvasId(1)}#xywh=${xywh}`],
    })
    const page: Json = {
      type: 'AnnotationPage',
      textGranularity: ['Page', 'Word'],
      items: [
        { motivation: 'transcribing', dcType: 'Page', body: `${root}/fulltext/f1`, target: canvasId(1) },
        word('0,0,40,20', 0, 3),
        word('50,0,60,20', 4, 9),
      ],
    }
    const issue = await issueOf({
      'm.json': manifest({ items: [canvas(1, { annotations: [page] })] }),
      'fulltext/f1.json': JSON.stringify({ type: 'FullTextResource', language: 'en', value: 'low water' }),
    })
    expect(toldOf(issue)).toEqual([{ parts: [[1, [], 'low water']] }])
    expect(issue.articles[0]?.parts[0]?.blocks[0]?.words.map(({ box }) => box[0])).toEqual([0, 50])
  })

  it('in HTML are read as text, and comments, tags and links are not', async () => {
    const page: Json = {
      type: 'AnnotationPage',
      items: [
        {
          motivation: 'supplementing',
          body: { type: 'TextualBody', format: 'text/html', value: '<p>low <b>water</b></p><script>x()</script>' },
          target: canvasId(1),
        },
        { motivation: 'commenting', body: { type: 'TextualBody', value: 'nice' }, target: canvasId(1) },
        { motivation: 'oa:tagging', body: 'https://tags.example/1', target: canvasId(1) },
      ],
    }
    expect((await blocksOf(page)).map(({ text }) => text)).toEqual(['low water'])
  })
})

describe('the images of pages', () => {
  const items = [canvas(1)]
  const structures = [range('a', 'A Title', place(1, '100,150,500,300'))]
  const picture = async (files: Readonly<Record<string, string>>) => {
    const { issue, codes } = await importManifest({ 'manifest.json': manifest({ items, structures }), ...files })
    const [page] = issue?.pages ?? []
    return {
      picture: page?.picture,
      size: [page?.width, page?.height],
      codes,
      outlines: issue && toldOf(issue)[0]?.parts[0]?.[1],
    }
  }

  it.each([
    ['below the folder of their service', 'images/library.example/iiif/paper-1-p1/full/max/0/default.jpg'],
    ['named as their service', 'paper-1-p1.JPG'],
    ['with the address escaped', 'paper-1%2Dp1/full/full/0/native.png'],
  ])('are found %s, and places are counted in their pixels', async (_, path) => {
    expect(await picture({ [path]: '2000x3000' })).toMatchObject({
      picture: path,
      size: [2000, 3000],
      outlines: ['200 300 1000 600'],
    })
  })

  it('are taken in the largest size; a square of the middle is none of them', async () => {
    const found = await picture({
      'paper-1-p1/full/200,/0/default.jpg': '200x300',
      'paper-1-p1/full/full/0/default.jpg': '1000x1500',
      'paper-1-p1/square/2000,/0/default.jpg': '2000x2000',
      'paper-1-p2/full/full/0/default.jpg': '4000x6000',
    })
    expect(found.picture).toBe('paper-1-p1/full/full/0/default.jpg')
  })

  it('that are not what they say are not used, which is told', async () => {
    expect(await picture({ 'paper-1-p1.jpg': '<html>Not found</html>' })).toMatchObject({
      picture: undefined,
      size: [1000, 1500],
      codes: ['iiif-no-text', 'iiif-picture-unfit'],
    })
  })

  it('are never those of a part of the page', async () => {
    const part: Json = {
      items: [
        {
          motivation: 'painting',
          body: { id: `${root}/clip.jpg`, type: 'Image' },
          target: `${canvasId(1)}#xywh=0,0,100,100`,
        },
      ],
    }
    const { issue } = await importManifest({
      'manifest.json': manifest({ items: [canvas(1, { items: [part] })] }),
      'clip.jpg': '1000x1500',
    })
    expect(issue?.pages[0]?.picture).toBeUndefined()
  })
})

describe('what a folder holds', () => {
  const items = [canvas(1)]
  const collection = (...members: readonly Json[]): string =>
    JSON.stringify({
      '@context': ['http://iiif.io/api/presentation/3/context.json'],
      id: `${root}/collection.json`,
      type: 'Collection',
      label: { de: ['Der Bote (1903)'] },
      items: members,
    })
  const member = (name: string): Json => ({ id: `${root}/${name}`, type: 'Manifest', label: { de: [name] } })

  it('is a collection with the one manifest of it that is there', async () => {
    const { issue, codes } = await importManifest({
      'collection.json': collection(member('a.json'), member('b.json')),
      'b.json': manifest({ items }),
    })
    expect([issue?.date, codes]).toEqual(['1903-08-18', ['import-no-picture']])
  })

  it('is several manifests, of which the first is read and the others are named', async () => {
    const { report } = await importManifest({
      'a.json': manifest({ items }),
      'b.json': manifest({ items }),
      'c.json': manifest({ items }),
    })
    expect(report.findings).toMatchObject([
      { code: 'iiif-several-manifests', place: { file: 'a.json' }, facts: { count: '2', names: 'b.json, c.json' } },
      { code: 'import-no-picture' },
    ])
  })

  it('is a collection without any of its issues, which is said, and nothing is read', async () => {
    const { issue, report } = await importManifest({ 'c.json': collection(member('a.json'), member('b.json')) })
    expect(issue).toBeUndefined()
    expect(report.findings).toMatchObject([
      {
        code: 'iiif-collection-alone',
        severity: 'fatal',
        facts: { label: 'Der Bote (1903)', count: '2', name: `${root}/a.json` },
      },
    ])
  })

  it('is a manifest that was named by its path, with what lies around it', async () => {
    const all = filesOf({ 'b.json': manifest({ items: threePages }), 'a.json': manifest({ items }), ...altoPages })
    const neighbours = () => Promise.resolve(all.paths.filter((path) => path !== 'b.json'))
    const report = (await importManifest({})).report
    const issue = await iiif.read({ ...all, paths: ['b.json'], neighbours }, report)
    expect(issue?.articles).toHaveLength(3)
  })

  it('is known by its content, and a library’s package that has a manifest too stays one', async () => {
    const is = (files: Readonly<Record<string, string>>) => iiif.recognises(filesOf(files))
    expect(await is({ 'any-name.json': manifest({ items }), ...altoPages })).toBe(true)
    expect(await is({ 'c.json': collection() })).toBe(true)
    expect(await is({ 'p.json': JSON.stringify(annotationPage(1, [])), ...altoPages })).toBe(false)
    expect(await is({ 'package.json': '{"name": "x"}', 'broken.json': '{"@context"' })).toBe(false)
    const mets = { 'mets.xml': '<mets xmlns="http://www.loc.gov/METS/"/>', 'manifest.json': manifest({ items }) }
    expect(await is(mets)).toBe(false)
    expect(await metsAlto.recognises(filesOf(mets))).toBe(true)
  })

  it('may have ids with placeholders that nobody filled in', async () => {
    const text = JSON.stringify({
      '@context': 'http://iiif.io/api/presentation/3/context.json',
      id: '{{ id.url }}',
      type: 'AnnotationPage',
      items: [
        {
          motivation: 'supplementing',
          body: { type: 'TextualBody', value: 'low water' },
          target: { source: { id: '{{ id.path }}/canvas/p1' }, selector: { value: 'xywh=0,0,90,20' } },
        },
      ],
    })
    const page: Json = {
      id: '{{ id.path }}/canvas/p1',
      type: 'Canvas',
      width: 1000,
      height: 1500,
      annotations: [{ id: '{{ id.path }}/issue-1-p1.json', type: 'AnnotationPage' }],
    }
    const issue = await issueOf({
      'manifest.json': manifest({ id: '{{ id.url }}', items: [page] }),
      'issue-1-p1.json': text,
    })
    expect(toldOf(issue)).toEqual([{ parts: [[1, [], 'low water']] }])
  })

  it('has ALTO that the manifest does not name: it is found by the names of the images', async () => {
    const { issue, codes } = await importManifest({
      'manifest.json': manifest({ items: [canvas(2)] }),
      'paper-1-p1.xml': altoPages['alto/p1.xml'],
      'paper-1-p2.xml': altoPages['alto/p2.xml'],
    })
    expect(issue && toldOf(issue)[0]?.parts[0]).toContain('unrelated words')
    expect(codes).toContain('iiif-alto-by-name')
  })
})

describe('what a manifest says of its issue', () => {
  const facts = async (more: { readonly [key: string]: Json }) => {
    const { paper, date, editionName, issueNo } = await issueOf({ 'm.json': manifest({ items: [canvas(1)], ...more }) })
    return [paper.name, date, editionName, issueNo, paper.lang]
  }
  it.each<[string, { readonly [key: string]: Json }, readonly (string | undefined)[]]>([
    ['a day in digits', {}, ['Der Bote', '1903-08-18', undefined, undefined, 'de']],
    [
      'a day in words',
      { label: { fr: ['La Fronde (09 décembre 1897)'] } },
      ['La Fronde', '1897-12-09', undefined, undefined, 'fr'],
    ],
    [
      'a month first',
      { label: 'The Post, August 18th, 1903' },
      ['The Post', '1903-08-18', undefined, undefined, 'und'],
    ],
    [
      'a day of the week',
      { label: { en: 'The Herald, Sunday, January 01, 1905' } },
      ['The Herald', '1905-01-01', undefined, undefined, 'en'],
    ],
    [
      'a Chinese day and an edition',
      { label: { 'zh-Hans': ['晨报 2026年11月24日 早报'] } },
      ['晨报', '2026-11-24', '早报', undefined, 'zh-Hans'],
    ],
    [
      'a moment, in the evening before',
      { label: { de: ['Der Bote 18.8.1903'] }, navDate: '1903-08-17T23:00:00Z' },
      ['Der Bote', '1903-08-18', undefined, undefined, 'de'],
    ],
    [
      'only a moment',
      { label: { de: ['Der Bote'] }, navDate: '1903-08-18T00:00:00+01:00' },
      ['Der Bote', '1903-08-18', undefined, undefined, 'de'],
    ],
    ['no day', { label: { de: ['Der Bote'] }, navDate: 'soon' }, ['Der Bote', undefined, undefined, undefined, 'de']],
    [
      'a number and a language in its metadata',
      {
        metadata: [
          { label: { en: ['Language'] }, value: { en: ['German'] } },
          { label: 'Number', value: '<b>12</b>' },
          'x',
          { label: 5 },
        ],
      },
      ['Der Bote', '1903-08-18', undefined, '12', 'de'],
    ],
  ])('%s', async (_, more, expected) => expect(await facts(more)).toEqual(expected))

  it.each<[string, readonly Json[], readonly string[], readonly (string | undefined)[]]>([
    ['numbers in words', ['p. 1', 'Page 2 of 3', '[3]'], ['1', '2', '3'], []],
    ['sections', ['A01', { none: ['A02'] }, [{ '@value': 'B1' }]], ['A01', 'A02', 'B1'], []],
    [
      'Chinese labels with names',
      ['第一版 要闻', '第二、三版', '第A04版 副刊'],
      ['1', '2-3', 'A04'],
      ['要闻', undefined, '副刊'],
    ],
    ['names alone', ['Front page', 'NP', 'scan_03.jpg'], ['1', '2', '3'], ['Front page', 'NP', undefined]],
    ['one label twice', ['p. 1', 'p. 1', 'p. 2'], ['1', '2', '3'], []],
  ])('its pages have %s', async (_, labels, expected, names) => {
    const { pages } = await issueOf({
      'm.json': manifest({ items: labels.map((label, index) => canvas(index + 1, { label })) }),
    })
    expect(pages.map(({ label }) => label)).toEqual(expected)
    if (names.length > 0) expect(pages.map(({ name }) => name)).toEqual(names)
  })
})

import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importPrinted } from '@/press/commands/import-printed'
import { iiif } from '@/press/importers/iiif/iiif'
import { growthOf, linear } from '../../../support/growth'
import { quietContext } from '../../../support/quiet-context'
import { tempFolder } from '../../../support/temp-folder'
import { Report } from '@/press/report'
import { filesOf, type Package } from '../mets-alto/package'
import {
  annotationPage,
  canvas,
  canvasId,
  importManifest,
  manifest,
  place,
  range,
  root,
  toldOf,
  type Json,
} from './manifests'

const many = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index))
const nested = (depth: number, open: string, inside: string, close: string): string =>
  open.repeat(depth) + inside + close.repeat(depth)

describe('a manifest that is none', () => {
  it.each<[string, Package, string]>([
    ['is cut off', { 'm.json': manifest({ items: [canvas(1)] }).slice(0, -20) }, 'iiif-bad-json'],
    ['is empty', { 'm.json': '' }, 'iiif-bad-json'],
    ['is a list', { 'm.json': '["@context", "http://iiif.io/api/presentation/3/context.json"]' }, 'iiif-bad-json'],
    ['is a number', { 'm.json': '5' }, 'iiif-bad-json'],
    ['is only brackets', { 'm.json': nested(1_000_000, '[', '', ']') }, 'iiif-bad-json'],
    ['has no items', { 'm.json': manifest({}) }, 'iiif-no-pages'],
    [
      'has items of all kinds but canvases',
      { 'm.json': manifest({ items: [1, null, 'x', [], { type: 'Scene' }] }) },
      'iiif-no-pages',
    ],
    ['has items that are no list', { 'm.json': manifest({ items: 'canvas' }) }, 'iiif-no-pages'],
    [
      'has a hundred thousand canvases',
      { 'm.json': manifest({ items: many(100_000, (no) => ({ id: `c${no}`, type: 'Canvas' })) }) },
      'iiif-too-many-pages',
    ],
    ['is a list of annotations', { 'm.json': JSON.stringify(annotationPage(1, [['0,0,9,9', 'x']])) }, 'iiif-no-pages'],
    ['is not there', { 'readme.txt': 'hello' }, 'iiif-no-pages'],
  ])('%s: that is said, and nothing is read', async (_, files, code) => {
    const { issue, codes } = await importManifest(files)
    expect(issue).toBeUndefined()
    expect(codes).toContain(code)
  })

  it('leaves nothing behind', async () => {
    const folder = tempFolder()
    await writeFile(join(folder, 'm.json'), manifest({ items: many(600, () => canvas(1)) }))
    const out = join(folder, 'out')
    const outcome = await importPrinted({ path: join(folder, 'm.json'), out, kind: 'iiif' }, quietContext())
    expect(outcome.exitCode).toBe(1)
    expect(existsSync(out)).toBe(false)
  })
})

describe('a manifest that means harm', () => {
  const oneOf = async (more: { readonly [key: string]: Json }, files: Package = {}) => {
    const { issue, codes, report } = await importManifest({
      'm.json': manifest({ items: [canvas(1)], ...more }),
      ...files,
    })
    if (!issue) throw new Error(codes.join())
    return { issue, codes, report }
  }

  it('reads ranges that are inside one another once, and says so', async () => {
    const { issue, report } = await oneOf({
      structures: [
        range('a', 'A', place(1, '0,0,100,100'), { id: `${root}/range/b`, type: 'Range' }),
        range('b', 'B', place(1, '200,0,100,100'), { id: `${root}/range/a`, type: 'Range' }),
        range('c', 'C', { id: `${root}/range/c`, type: 'Range' }, place(1, '400,0,100,100')),
      ],
    })
    expect(toldOf(issue).map(({ headline }) => headline)).toEqual(['A', 'B', 'C'])
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'iiif-range-cycle', facts: { count: '2', name: `${root}/range/a` } }),
    )
  })

  it('opens no file by what an id says, and keeps to its folder', async () => {
    const asked: string[] = []
    const items = [
      'javascript:alert(1)',
      '../../../etc/passwd',
      'file:///etc/passwd',
      '//evil.example/%2e%2e%2f%2e%2e%2fetc/passwd',
      'data:text/html,x',
      '%',
      '',
    ].map((id, index): Json =>
      canvas(index + 1, {
        id,
        annotations: [{ id: `${id}.json`, type: 'AnnotationPage' }],
        seeAlso: [{ id: `${id}/alto.xml`, type: 'Dataset', profile: 'alto' }],
        items: [
          {
            items: [
              { motivation: 'painting', body: { id: `${id}.jpg`, type: 'Image', service: [{ id }] }, target: id },
            ],
          },
        ],
      }),
    )
    const files = filesOf({ 'm.json': manifest({ items }) })
    const asking =
      <Value>(ask: (path: string) => Promise<Value>) =>
      (path: string) => {
        asked.push(path)
        return ask(path)
      }
    const issue = await iiif.read({ ...files, read: asking(files.read), measure: asking(files.measure) }, new Report())
    expect(issue?.pages).toHaveLength(7)
    expect(new Set(asked)).toEqual(new Set(['m.json']))
  })

  it.each([
    ['is no number', 'NaN,0,5,5', [], 'iiif-place-unread'],
    ['is less than nothing', '10,10,-5,5', [], 'iiif-place-unread'],
    ['has no size', '10,10,0,0', [], 'iiif-place-unread'],
    ['is beyond all numbers', '0,0,1e999,5', [], 'iiif-place-unread'],
    ['breaks off', '10,10', [], 'iiif-place-unread'],
    ['reaches out of the canvas', '900,1400,500,500', ['900 1400 100 100'], 'iiif-outside-canvas'],
    ['begins before the canvas', '-100,-100,200,200', ['0 0 100 100'], 'iiif-outside-canvas'],
  ])('tells of a place that %s', async (_, xywh, outlines, code) => {
    const { issue, codes } = await oneOf({ structures: [range('a', 'A', place(1, xywh), place(1, '5,5,50,50'))] })
    expect(toldOf(issue)[0]?.parts[0]?.[1]).toEqual([...outlines, '5 5 50 50'])
    expect(codes).toContain(code)
  })

  it('leaves out a place that lies outside, and one on a canvas that is not there', async () => {
    const { issue, codes } = await oneOf({
      structures: [range('a', 'A', place(1, '5000,5000,5,5'), place(9, '1,1,5,5'), place(1, '5,5,50,50'))],
    })
    expect(toldOf(issue)[0]?.parts).toEqual([[1, ['5 5 50 50']]])
    expect(codes).toEqual(expect.arrayContaining(['iiif-outside-canvas', 'iiif-unknown-canvas']))
  })

  it('says of selectors without an area that they have none', async () => {
    const point: Json = {
      type: 'SpecificResource',
      source: canvasId(1),
      selector: { type: 'PointSelector', x: 5, y: 5 },
    }
    const { codes, report } = await oneOf({ structures: [range('a', 'A', point, place(1, '5,5,50,50'))] })
    expect(codes).toContain('iiif-place-unread')
    expect(report.findings.find(({ code }) => code === 'iiif-place-unread')?.facts['name']).toContain('PointSelector')
  })

  it.each<[string, { readonly [key: string]: Json }]>([
    [
      'everywhere',
      {
        id: 5,
        label: 7,
        metadata: 'x',
        navDate: [],
        structures: { a: 1 },
        provider: 3,
        partOf: 'x',
        viewingDirection: {},
      },
    ],
    [
      'in a canvas',
      {
        items: [
          {
            id: canvasId(1),
            type: 'Canvas',
            width: 'wide',
            height: {},
            items: [5, { items: 'x' }],
            annotations: [5, null, 'x', {}],
            seeAlso: 'x',
            label: { de: { a: 1 } },
          },
        ],
      },
    ],
    [
      'in ranges',
      {
        structures: [
          5,
          null,
          'x',
          [],
          {},
          range('a', undefined),
          {
            type: 'Range',
            items: [1, null, [], {}, { type: 'Range' }, { source: 5 }, { source: canvasId(1), selector: 7 }],
          },
        ],
      },
    ],
    [
      'in annotations',
      {
        items: [
          canvas(1, {
            annotations: [
              {
                type: 'AnnotationPage',
                items: [
                  5,
                  null,
                  'x',
                  [],
                  {},
                  { body: 5, target: 5 },
                  { body: [{ value: 7 }], target: {} },
                  { body: { value: 'x' } },
                ],
              },
            ],
          }),
        ],
      },
    ],
    [
      'in images',
      {
        items: [
          canvas(1, {
            items: [
              {
                items: [
                  { motivation: 7, body: [[]], target: null },
                  { motivation: 'painting', body: { type: 'Choice', items: [5] } },
                ],
              },
            ],
          }),
        ],
      },
    ],
    [
      'in sizes',
      {
        items: [
          canvas(1, { width: -5, height: 1e300 }),
          canvas(2, { width: 0, height: 0 }),
          canvas(3, { width: 0.001, height: 900_000 }),
        ],
      },
    ],
  ])('gets by with wrong types %s', async (_, more) => {
    const { issue } = await oneOf(more)
    for (const { width, height } of issue.pages) {
      expect(width).toBeGreaterThan(0)
      expect(Math.max(width, height)).toBeLessThanOrEqual(8000)
    }
  })

  it('goes down as deep as anything is nested', async () => {
    const article = JSON.stringify(range('a', 'A', place(1, '5,5,50,50')))
    const chain = `"structures":[${nested(9000, '{"type":"Range","items":[', article, ']}')}]`
    const { issue } = await importManifest({
      'm.json': manifest({ items: [canvas(1)], deep: 'here' }).replace('"deep":"here"', chain),
    })
    expect(issue && toldOf(issue)).toEqual([{ headline: 'A', parts: [[1, ['5 5 50 50']]] }])
    const body = nested(20_000, '{"items":[', '{"value":"low"}', ']}')
    const annotated = JSON.stringify({
      type: 'AnnotationPage',
      items: [{ motivation: 'supplementing', body: 'here', target: canvasId(1) }],
    }).replace('"here"', body)
    const files = {
      'm.json': manifest({ items: [canvas(1, { annotations: [{ id: 'here', type: 'AnnotationPage' }] })] }),
      'here.json': annotated,
    }
    expect((await importManifest(files)).issue?.pages).toHaveLength(1)
  })

  it('keeps as many ranges and places as an issue may have, and counts the rest', async () => {
    const { issue, codes } = await oneOf({
      structures: many(25_000, (no) => range(`r${no}`, `T${no}`, place(1, `${no % 900},${Math.floor(no / 900)},9,9`))),
    })
    expect(issue.articles.length).toBeLessThanOrEqual(5000)
    expect(codes).toContain('iiif-left-out')
  })
})

describe('the time of an import', () => {
  const importing = (make: (count: number) => { readonly [key: string]: Json }) => (count: number) => {
    const files = { 'm.json': manifest(make(count)) }
    return () => importManifest(files)
  }
  it.each<[string, number, (count: number) => { readonly [key: string]: Json }]>([
    [
      'articles',
      150,
      (count) => ({
        items: [canvas(1)],
        structures: [
          range(
            'c',
            'Index',
            ...many(count, (no) => range(`r${no}`, `T${no}`, place(1, `${no % 900},${Math.floor(no / 900)},9,9`))),
          ),
        ],
      }),
    ],
    [
      'lines',
      250,
      (count) => ({
        items: [
          canvas(1, {
            annotations: [
              annotationPage(
                1,
                many(count, (no) => [`0,${no % 1400},500,9`, `some words of line ${no}`] as const),
              ),
            ],
          }),
        ],
      }),
    ],
    [
      'texts over as many articles',
      100,
      (count) => ({
        items: [
          canvas(1, {
            annotations: [
              annotationPage(
                1,
                many(count, (no) => [`${no % 900},${Math.floor(no / 900)},9,9`, `T${no}\nSome text.`] as const),
              ),
            ],
          }),
        ],
        structures: many(count, (no) => range(`r${no}`, `T${no}`, place(1, `${no % 900},${Math.floor(no / 900)},9,9`))),
      }),
    ],
    [
      'ranges around one another',
      60,
      (count) => ({
        items: [canvas(1)],
        structures: [
          many(count, (no) => no).reduce<Json>(
            (inner, no) => range(`r${no}`, 'Index', inner),
            range('a', 'A', place(1, '5,5,50,50')),
          ),
        ],
      }),
    ],
  ])('grows with its %s alone', async (_, count, make) => {
    expect(await growthOf(count, importing(make))).toBeLessThan(linear)
  })
})

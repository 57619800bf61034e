import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { articlesOf, importAndBuild, writeFiles } from '../../../support/imported-issue'
import { tempFolder } from '../../../support/temp-folder'
import { annotationPage, canvas, manifest, place, range, root, type Json } from './manifests'

const pictureOf = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#eee' } })
    .jpeg()
    .toBuffer()

describe('an issue from a manifest', () => {
  it('is built with the pictures that were saved, its outlines on them, and its articles joined', async () => {
    const folder = tempFolder()
    const texts = (no: number, ...own: readonly (readonly [string, string])[]): Json => ({
      annotations: [annotationPage(no, own)],
    })
    writeFiles(
      join(folder, 'saved'),
      new Map<string, Buffer | string>([
        [
          'manifest.json',
          manifest({
            items: [
              canvas(1, { ...Object(texts(1, ['100,100,400,300', 'The Harbour\nLow water\nkept ships in'])) }),
              canvas(2, { ...Object(texts(2, ['500,900,400,300', 'port until noon.'])) }),
            ],
            structures: [range('a', 'The Harbour', place(1, '100,100,400,300'), place(2, '500,900,400,300'))],
          }),
        ],
        ['paper-1-p1/full/full/0/default.jpg', await pictureOf(500, 750)],
        ['paper-1-p2/full/full/0/default.jpg', await pictureOf(2000, 3000)],
      ]),
    )
    const { bundle } = await importAndBuild(join(folder, 'saved'), folder)
    const { pages, articles } = bundle.issue
    expect(pages.map(({ label, renditions: [first] }) => [label, first?.kind, first?.width, first?.height])).toEqual([
      ['1', 'facsimile', 500, 750],
      ['2', 'facsimile', 2000, 3000],
    ])
    expect(
      pages.flatMap(({ renditions: [first] }) => first?.regions.flatMap(({ outlines }) => outlines) ?? []),
    ).toEqual([
      [50, 50, 250, 50, 250, 200, 50, 200],
      [1000, 1800, 1800, 1800, 1800, 2400, 1000, 2400],
    ])
    expect(articles.map(({ headline }) => headline)).toEqual(['The Harbour'])
    expect((await articlesOf(bundle)).map(({ pages: on, text }) => [on, text])).toEqual([
      [[1, 2], 'Lowwaterkeptshipsinportuntilnoon'],
    ])
  })

  it('is built whatever its texts consist of', async () => {
    const folder = tempFolder()
    const odd =
      '\u0000\u0007\ud800 # <script>alert(1)</script> {{ id.url }} [x](javascript:alert(1)) *a* ``` --- \u202e'
    writeFiles(
      join(folder, 'saved'),
      new Map([
        [
          'm.json',
          manifest({
            label: { 'x-odd': [odd] },
            navDate: '1903-08-18',
            metadata: [
              { label: '总期号', value: odd },
              { label: '农历', value: odd },
              { label: 'issue', value: '999999999999' },
            ],
            items: [
              canvas(1, {
                label: odd,
                annotations: [annotationPage(1, [['0,0,500,500', `${odd}\n---\nid: x\n${'long '.repeat(5000)}`]])],
              }),
              canvas(2, { label: { none: ['A4'] } }),
              canvas(3, { label: { none: ['A04'] }, width: 1, height: 1 }),
            ],
            structures: [
              range(
                'x',
                odd,
                range(
                  's',
                  odd.repeat(50),
                  range('a', odd.repeat(50), place(1, '0,0,500,500')),
                  range('b', odd, place(1, '0,0,500,500')),
                ),
                range('n', '\n', { id: `${root}/none`, type: 'Canvas' }, place(3, '0,0,1,1')),
              ),
            ],
          }),
        ],
      ]),
    )
    const { bundle, imported } = await importAndBuild(join(folder, 'saved'), folder)
    expect(bundle.issue.pages.map(({ label }) => label)).toEqual(['1', '2', '3'])
    expect(bundle.issue.articles.length).toBeGreaterThanOrEqual(2)
    expect(imported.findings.map(({ code }) => code)).toContain('iiif-unknown-canvas')
  })
})

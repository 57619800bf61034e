import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { isInsideOutline } from '@/bundle/geometry'
import { inkOf } from '@/press/images/ink'
import { coveredShare, inkShare } from '@/press/importers/printed/covered-share'
import { figuresOfImport } from '@/press/importers/printed/import-figures'
import { article, issue, loose, part, placed } from './corrections/printed'

const box = (x: number, y: number, width: number, height: number): number[] => [
  x,
  y,
  x + width,
  y,
  x + width,
  y + height,
  x,
  y + height,
]

describe('the share of a page that its articles cover', () => {
  it.each([
    ['none', [], 0],
    ['half of it', [box(0, 0, 500, 2000)], 0.5],
    ['what two cover counts once', [box(0, 0, 500, 2000), box(0, 0, 500, 1000)], 0.5],
    ['two that overlap in part', [box(0, 0, 600, 2000), box(400, 0, 600, 2000)], 1],
    ['a triangle', [[0, 0, 1000, 0, 0, 2000]], 0.5],
    ['an outline with a bay', [[0, 0, 1000, 0, 1000, 2000, 750, 2000, 750, 1000, 250, 1000, 250, 2000, 0, 2000]], 0.75],
    ['a line', [[0, 0, 1000, 0, 500, 0]], 0],
  ])('is that of their outlines: %s', (_, outlines, share) =>
    expect(coveredShare(outlines, { width: 1000, height: 2000 })).toBeCloseTo(share, 2),
  )

  it('is nothing on a page without a size', () =>
    expect(coveredShare([box(0, 0, 9, 9)], { width: 0, height: 0 })).toBe(0))
})

describe('the share of a page’s ink that its articles have', () => {
  const page = { width: 100, height: 200 }
  const boxes = fc
    .tuple(fc.nat(90), fc.nat(190), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 90 }))
    .map(([x, y, width, height]) => box(x, y, width, height))

  it('is the ink of the pixels inside their outlines, each once, however these lie', () =>
    fc.assert(
      fc.property(
        fc.array(boxes, { maxLength: 6 }),
        fc.uint8Array({ minLength: 200, maxLength: 200 }),
        (outlines, dark) => {
          const ink = { width: 10, height: 20, dark }
          const all = dark.reduce((sum, one) => sum + one, 0)
          const inside = dark.filter((_, at) =>
            outlines.some((outline) =>
              isInsideOutline(outline, { x: (at % 10) * 10 + 5, y: Math.floor(at / 10) * 10 + 5 }),
            ),
          )
          // A point on an edge belongs to either side.
          const onEdge = outlines.flat().some((corner) => corner % 10 === 5)
          fc.pre(!onEdge && all > 0)
          expect(inkShare(outlines, page, ink)).toBeCloseTo(inside.reduce((sum, one) => sum + one, 0) / all)
        },
      ),
    ))

  it('is none of a page without ink', () =>
    expect(inkShare([], page, { width: 1, height: 1, dark: Uint8Array.of(0) })).toBeUndefined())

  it('is measured against the paper, however dark that is', async () => {
    const scan = (paper: string, stain: string): Promise<Buffer> =>
      sharp(
        Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="2000"><rect width="1000" height="2000" fill="${paper}"/><rect x="600" y="0" width="300" height="2000" fill="${stain}"/><rect x="100" y="100" width="100" height="300" fill="#000"/><rect x="100" y="1000" width="100" height="100" fill="#000"/></svg>`,
        ),
      )
        .jpeg()
        .toBuffer()
    for (const [paper, stain] of [
      ['#fff', '#eee'],
      ['#c8b890', '#b8a880'],
    ] as const) {
      const ink = await inkOf(await scan(paper, stain))
      expect(ink && inkShare([box(0, 0, 500, 600)], { width: 1000, height: 2000 }, ink)).toBeCloseTo(0.75, 1)
    }
  })

  it('is not told of a picture that can’t be read', async () =>
    expect(await inkOf(Buffer.from('no picture'))).toBeUndefined())
})

describe('the figures of an import', () => {
  it('count characters with and without a place, blanks aside, and steps between pages', () => {
    const long = article('a', [part(0, [placed('two words', 0, 0)]), part(1, [loose('no place')]), part(0, [])])
    expect(figuresOfImport(issue([long]), [[box(0, 0, 1000, 1000)], []])).toEqual({
      pages: 2,
      articles: 1,
      joins: 1,
      words: 2,
      characters: 17,
      placed: 8,
      unplaced: 7,
      recognised: 0,
      covered: expect.closeTo(0.25, 2),
    })
  })

  it('say how many characters were recognised', () =>
    expect(figuresOfImport({ ...issue([]), recognised: 12 }, [])).toMatchObject({ recognised: 12 }))

  it('have no share where no page has a layout', () => {
    const source = issue([])
    const pages = source.pages.map((page) => ({ ...page, isWithoutLayout: true }))
    expect(figuresOfImport({ ...source, pages }, [])).toMatchObject({ covered: undefined })
  })
})

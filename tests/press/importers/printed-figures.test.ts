import { describe, expect, it } from 'vitest'
import { coveredShare } from '@/press/importers/printed/covered-share'
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
      covered: expect.closeTo(0.25, 2),
    })
  })

  it('have no share where no page has a layout', () => {
    const source = issue([])
    const pages = source.pages.map((page) => ({ ...page, isWithoutLayout: true }))
    expect(figuresOfImport({ ...source, pages }, [])).toMatchObject({ covered: undefined })
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { decodeIssue, decodePagePart, encode } from '@/bundle/codec'
import { listLimits } from '@/bundle/limits'
import { boundsOf } from '@/bundle/geometry'
import { mergeBlocks } from '@/bundle/article-text'
import { partsOf } from '@/bundle/jumps'
import { splitterOf } from '@/bundle/marked-text'
import { verifyIssue } from '@/bundle/verify-issue'
import { edited } from '../support/edited'
import { faultOf } from '../support/fault-of'
import { growthOf, linear } from '../support/growth'
import { pageParts, smallIssue, type SmallIssue } from '../support/small-issue'

let small: SmallIssue
beforeAll(async () => {
  small = await smallIssue()
})
const times = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, i) => item(i))

describe('work grows with the file and no faster', () => {
  it('in verifying regions', async () => {
    const one = decodeIssue(encode(small.issue))
    const page = one.pages[0]
    const [rendition] = page?.renditions ?? []
    const [region] = rendition?.regions ?? []
    if (!page || !rendition || !region) throw new Error('no region')
    const issueOf = (count: number) => {
      const empty = times(count, () => ({ ...region, range: [0, 0] as const, outlines: [] }))
      const pages = [{ ...page, renditions: [{ ...rendition, regions: [...empty, ...rendition.regions] }] }]
      return { ...one, pages: [...pages, ...one.pages.slice(1)] }
    }
    expect(
      await growthOf(3000, (count) => {
        const issue = issueOf(count)
        return () => verifyIssue(issue)
      }),
    ).toBeLessThan(linear)
  })

  it('in joining an article of many pieces', async () => {
    expect(
      await growthOf(4000, (count) => {
        const pieces = times(count, () => [{ kind: 'paragraph' as const, leaves: ['版'], continued: 'block' as const }])
        return () => mergeBlocks(pieces)
      }),
    ).toBeLessThan(linear)
  })

  it('in asking for the parts of every article', async () => {
    const one = decodeIssue(encode(small.issue))
    const [page] = one.pages
    const [rendition] = page?.renditions ?? []
    const [region] = rendition?.regions ?? []
    if (!page || !rendition || !region) throw new Error('no region')
    expect(
      await growthOf(1000, (count) => {
        const regions = times(count, (index) => ({ ...region, article: `${region.article}${index}` }))
        return () => {
          const issue = {
            ...one,
            pages: [{ ...page, renditions: [{ ...rendition, regions }] }],
          } as unknown as typeof one
          return regions.map(({ article }) => partsOf(issue, article).length)
        }
      }),
    ).toBeLessThan(linear)
  })

  it.each([
    ['one after the other', (index: number) => ({ from: 2 * index, to: 2 * index + 1 })],
    ['one over the other', (index: number) => ({ from: index, to: 1_000_000 - index })],
    ['all over the same', () => ({ from: 0, to: 1_000_000 })],
  ])('in splitting leaves at marks, %s', async (_, place) => {
    expect(
      await growthOf(1500, (count) => {
        const marks = times(count, (index) => ({ kind: 'strong' as const, ...place(index) }))
        return () => {
          const split = splitterOf(marks)
          return times(count, (index) => split('版面', 2 * index))
        }
      }),
    ).toBeLessThan(linear)
  })

  it('in verifying lines against the pieces of a page', async () => {
    const issue = decodeIssue(encode(small.issue))
    const file = issue.pages[0]?.part ?? ''
    expect(
      await growthOf(2000, (count) => {
        const part = edited(
          pageParts()[0],
          'setting.articles.0.frames.0.runs',
          times(count, () => ({ from: 0, lines: [0] })),
        )
        const bytes = encode(part)
        return () => decodePagePart(bytes, file, issue)
      }),
    ).toBeLessThan(linear)
  })
  it('in measuring more outlines than a call has room for', () =>
    expect(boundsOf(times(200_000, (index) => [index, 0, index + 1, 0, index, 5]))).toEqual({
      x: 0,
      y: 0,
      width: 200_000,
      height: 5,
    }))
})

describe('[B16] a file with longer lists than a reader accepts', () => {
  const partWith = (path: string, value: unknown) =>
    faultOf(() =>
      decodePagePart(
        encode(edited(pageParts()[0], path, value)),
        small.issue.pages[0]?.part ?? '',
        decodeIssue(encode(small.issue)),
      ),
    )
  it.each([
    ['lines', 'setting.articles.0.frames.0.runs.0.lines', 0],
    ['leaves', 'pieces.0.blocks.0.leaves', ''],
    ['blocks', 'pieces.0.blocks', { kind: 'paragraph', leaves: [''] }],
    ['marks', 'pieces.0.marks', { kind: 'strong', from: 0, to: 1 }],
    ['grounds', 'setting.grounds', { box: [0, 0, 1, 1] }],
    ['furniture', 'setting.furniture', { box: [0, 0, 1, 1], role: 'folio', text: '版', size: 1 }],
    ['plates', 'setting.articles.0.plates', { box: [0, 0, 1, 1], from: 0 }],
    ['runs', 'setting.articles.0.frames.0.runs', { lines: [0] }],
  ])('is refused for its %s before they are decoded', async (list, path, item) => {
    const limit = listLimits[list] ?? 0
    const fault = await partWith(path, Array<unknown>(limit + 1).fill(item))
    expect(fault).toMatchObject({ kind: 'too-many', list, limit })
    // Not even their shape is looked at.
    expect(await partWith(path, Array<unknown>(limit + 1).fill(null))).toMatchObject({ kind: 'too-many', list })
  })
  it('is refused if only all its lists together are too long', async () =>
    expect(
      await partWith(
        'setting.articles.0.frames.0.runs',
        Array<unknown>(300).fill({ from: 0, lines: Array<number>(100).fill(0) }),
      ),
    ).toMatchObject({ kind: 'too-many', list: 'lines' }))
  it('is refused for regions and parts', async () => {
    const regions = Array<unknown>(24_000).fill({ article: 'aaa111', range: [0, 0], outlines: [] })
    const many = edited(small.issue, 'pages.0.renditions.0.regions', regions)
    expect(await faultOf(() => decodeIssue(encode(many)))).toMatchObject({ kind: 'too-many', list: 'regions' })
    const parts = Array<unknown>(20_001).fill({})
    expect(await faultOf(() => decodeIssue(encode(edited(small.issue, 'parts', parts))))).toMatchObject({
      kind: 'too-many',
      list: 'parts',
    })
  })
})

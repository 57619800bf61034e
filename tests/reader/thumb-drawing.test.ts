import { describe, expect, it } from 'vitest'
import { decodeIssue, decodePagePart, encode, type PagePartJson } from '@/bundle/codec'
import { drawThumb } from '@/reader/page/thumb-drawing'
import { smallIssue } from '../support/small-issue'

type SettingJson = NonNullable<PagePartJson['setting']>
type ArticleJson = SettingJson['articles'][number]

/** The thumbnail of the small issue's first page, whose lead is set otherwise. */
const drawn = async (lead: Partial<ArticleJson>) => {
  const small = await smallIssue(([first]) => {
    const [article] = first.setting?.articles ?? []
    if (article) Object.assign(article, lead)
  })
  const issue = decodeIssue(encode(small.issue))
  const [page] = issue.pages
  const bytes = page && small.files.get(page.part)
  const part = bytes && decodePagePart(bytes, page.part, issue)
  if (!part?.setting) throw new Error('the page has no setting')
  return drawThumb(part.setting, part, issue, 5460)
}
const numbers = (list: string | undefined): number[] => (list ?? '').split(' ').map(Number)

describe('a thumbnail of a typeset page', () => {
  it.each([
    ['in one line', { box: [200, 400, 2000, 280], size: 200, lines: [7] }, [200, 1400], 1],
    ['in two lines', { box: [200, 400, 2000, 560], size: 200, lines: [4, 3] }, [200, 800], 2],
    ['spaced and indented', { box: [200, 400, 2000, 280], size: 200, lines: [[7, 500, 1000]] }, [400, 2200], 1],
  ] as const)('has a title %s at its place', async (_, title, [left, right], rows) => {
    const { titles } = await drawn({
      titles: [
        {
          role: 'headline',
          ...title,
          box: [...title.box],
          lines: title.lines.map((line) => (typeof line === 'number' ? line : [...line])),
        },
      ],
    })
    expect(titles.map(({ text }) => text)).toEqual(['把报纸放进口袋'])
    const [x, y] = [numbers(titles[0]?.x), numbers(titles[0]?.y)]
    expect(x).toHaveLength(7)
    expect(Math.min(...x)).toBe(left)
    expect(Math.max(...x)).toBe(right)
    expect(new Set(y).size).toBe(rows)
    for (const one of y) expect(one > 400 && one <= 400 + title.box[3]).toBe(true)
  })

  it('has a vertical title from the right, downwards', async () => {
    const { titles } = await drawn({
      titles: [{ role: 'headline', writing: 'vertical', box: [1000, 400, 480, 900], size: 200, lines: [4, 3] }],
    })
    const [x, y] = [numbers(titles[0]?.x), numbers(titles[0]?.y)]
    expect((x[0] ?? 0) > (x[4] ?? 0)).toBe(true)
    expect((y[1] ?? 0) - (y[0] ?? 0)).toBe(200)
  })

  it('has one element for all titles of a size, and none for what would be a speck', async () => {
    const at = (y: number, size: number) => ({
      role: 'jump-head' as const,
      text: '接着读',
      box: [200, y, 900, size] as [number, number, number, number],
      size,
      lines: [3],
    })
    const { titles } = await drawn({ titles: [at(400, 200), at(700, 200), at(1000, 120), at(1300, 60)] })
    expect(titles.map(({ size, text }) => [size, text])).toEqual([
      [200, '接着读接着读'],
      [120, '接着读'],
    ])
  })

  it('has its columns, and no picture where there is none', async () => {
    const { columns, pictures, plates } = await drawn({})
    expect(columns).toContain('M200 800h1280v600h-1280z')
    expect(pictures).toBe('')
    expect(plates).toEqual([])
  })
})

import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { decodeIssue, decodePagePart, encode } from '@/bundle/codec'
import type { Issue, Page } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'
import { adjacentArticle } from '@/reader/issue/adjacent-article'
import { articleAt, columnsOf, pageBeyond, stopFrom, stopsOf } from '@/reader/page/column-guide'
import { contentsOf } from '@/reader/page/contents'
import { jumpPageOf } from '@/reader/page/jump-route'
import { laySheet, type LaidSheet } from '@/reader/page/sheet-page'
import type { Stage } from '@/reader/page/viewport'
import { pageParts, smallIssue } from '../support/small-issue'

let issue: Issue
let parts: Map<Page, PagePart>
const pageAt = (no: number): Page => {
  const page = issue.pages[no - 1]
  if (!page) throw new Error(`no page ${no}`)
  return page
}
const sheetOf = (...pages: (number | undefined)[]): LaidSheet =>
  laySheet(
    pages.map((no) => (no === undefined ? undefined : pageAt(no))),
    (page) => parts.get(page),
  )

beforeAll(async () => {
  issue = decodeIssue(encode((await smallIssue()).issue))
  parts = new Map(
    pageParts().map((part, index) => {
      const page = pageAt(index + 1)
      return [page, decodePagePart(encode(part), page.part, issue)]
    }),
  )
})

const stage: Stage = {
  sheet: { screenWidth: 400, screenHeight: 600 },
  screenBelow: 300,
  scroller: { screenWidth: 400, screenHeight: 700 },
}

describe('the columns of an article', () => {
  it('are the frames of a set page', () => {
    const [column, ...others] = columnsOf(sheetOf(1), issue, 'aaa111')
    expect(others).toEqual([])
    expect(column?.x).toBeCloseTo(200 / 5460)
    expect(column?.width).toBeCloseTo(1280 / 5460)
  })
  it('are the regions of a printed page, and of a set page whose text is not there yet', () => {
    expect(columnsOf(sheetOf(2), issue, 'aaa111')).toEqual([{ x: 0, y: 0, width: 0.5, height: 0.5 }])
    const bare = laySheet([pageAt(1)], () => undefined)
    expect(columnsOf(bare, issue, 'aaa111')[0]?.width).toBeCloseTo(2000 / 5460)
  })
  it('go over both pages of a spread in the order of the text, whichever page lies left', () => {
    const ltr = columnsOf(sheetOf(1, 2), issue, 'aaa111').map(({ x }) => x)
    const rtl = columnsOf(sheetOf(2, 1), issue, 'aaa111').map(({ x }) => x)
    expect(ltr[1]).toBeCloseTo(0.5)
    expect(ltr[0]).toBeLessThan(0.5)
    expect(rtl[0]).toBeGreaterThan(0.5)
    expect(rtl[1]).toBe(0)
  })
  it('are told apart from the next page on which the article goes on', () => {
    expect(pageBeyond(sheetOf(1), issue, 'aaa111', 1)?.no).toBe(2)
    expect(pageBeyond(sheetOf(1), issue, 'aaa111', -1)).toBeUndefined()
    expect(pageBeyond(sheetOf(2), issue, 'aaa111', -1)?.no).toBe(1)
    expect(pageBeyond(sheetOf(1, 2), issue, 'aaa111', 1)).toBeUndefined()
    expect(pageBeyond(sheetOf(1), issue, 'bbb222', 1)).toBeUndefined()
  })
  it('are those of the article in the middle of the screen', () => {
    const at = (screenTop: number) => articleAt(sheetOf(1), { zoom: 4, screenLeft: 0, screenTop }, stage)
    expect(at(0)).toBe('aaa111')
    expect(at(1700)).toBe('bbb222')
  })
})

describe('the guide’s stops', () => {
  const share = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  const column = fc
    .record({ x: share(0, 0.85), y: share(0, 0.9), width: share(0.12, 0.5), height: share(0.01, 1) })
    .map((box) => ({ ...box, width: Math.min(box.width, 1 - box.x), height: Math.min(box.height, 1 - box.y) }))

  it('show all of every column, from its head to its foot', () =>
    fc.assert(
      fc.property(column, (box) => {
        const stops = stopsOf([box], stage)
        for (let part = 0; part <= 1; part += 0.05) {
          const isSeen = stops.some(({ zoom, screenLeft, screenTop }) => {
            const y = (box.y + part * box.height) * 600 * zoom - screenTop
            const left = box.x * 400 * zoom - screenLeft
            const right = (box.x + box.width) * 400 * zoom - screenLeft
            return y >= -1 && y <= 701 && left >= -1 && right <= 401
          })
          expect(isSeen).toBe(true)
        }
      }),
    ))
  const row = fc.array(fc.record({ y: share(0, 0.4), height: share(0.05, 0.6) }), { minLength: 1, maxLength: 6 })
  it('lead on, one after the other, to the last, and back to the first', () =>
    fc.assert(
      fc.property(row, (heights) => {
        const width = 0.9 / heights.length
        const stops = stopsOf(
          heights.map((one, index) => ({ ...one, x: 0.05 + index * width, width: width * 0.9 })),
          stage,
        )
        const walk = (from: (typeof stops)[number] | undefined, step: 1 | -1) => {
          const seen = []
          for (let at = from; at && seen.length < 500; at = stopFrom(stops, at, step, stage)) seen.push(at)
          return seen
        }
        expect(walk(stops[0], 1)).toEqual(stops)
        expect(walk(stops.at(-1), -1)).toEqual(stops.toReversed())
      }),
    ))
  it('take up the reader from anywhere', () => {
    const columns = [
      { x: 0.05, y: 0.1, width: 0.25, height: 0.6 },
      { x: 0.35, y: 0.1, width: 0.25, height: 0.6 },
    ]
    const stops = stopsOf(columns, stage)
    const first = stops[0] ?? { zoom: 1, screenLeft: 0, screenTop: 0 }
    const strayed = { ...first, screenTop: first.screenTop + 100 }
    expect(stopFrom(stops, strayed, 1, stage)).toEqual(stops[1])
    expect(stopFrom(stops, { zoom: 1, screenLeft: 0, screenTop: 0 }, 1, stage)).toBeDefined()
    expect(stopFrom([], strayed, 1, stage)).toBeUndefined()
  })
})

describe('ways through the issue', () => {
  it('lead from article to article, over to the next page, past what an earlier page began', () => {
    const next = (page: number, id: string, step: 1 | -1) => {
      const adjacent = adjacentArticle(issue, pageAt(page), id, step)
      return adjacent && [adjacent.page.no, adjacent.article.id]
    }
    expect(next(1, 'aaa111', 1)).toEqual([1, 'bbb222'])
    expect(next(1, 'bbb222', 1)).toEqual([2, 'ccc333'])
    expect(next(2, 'ccc333', -1)).toEqual([1, 'bbb222'])
    expect(next(2, 'aaa111', 1)).toEqual([2, 'ccc333'])
    expect(next(1, 'aaa111', -1)).toBeUndefined()
    expect(next(2, 'ccc333', 1)).toBeUndefined()
  })
  it('lead over a jump, and at its end back to where the article began', () => {
    expect(jumpPageOf(issue, pageAt(1), 'aaa111')?.no).toBe(2)
    expect(jumpPageOf(issue, pageAt(2), 'aaa111')?.no).toBe(1)
    expect(jumpPageOf(issue, pageAt(1), 'bbb222')).toBeUndefined()
  })
  it('are listed page by page, an article that jumps once, with the pages that it goes on to', () =>
    expect(
      contentsOf(issue).map(({ page, entries }) => [
        page.no,
        entries.map(({ title, on }) => [title, on.map(({ no }) => no)]),
      ]),
    ).toEqual([
      [
        1,
        [
          ['把报纸放进口袋', [2]],
          ['短讯', []],
        ],
      ],
      [2, [['桥', []]]],
    ]))
})

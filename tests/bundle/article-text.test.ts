import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { extentOf, leavesOf, mergeBlocks, sliceBlocks, textOf } from '@/bundle/article-text'
import type { Block } from '@/bundle/block'
import { decodeIssue, decodePagePart, encode } from '@/bundle/codec'
import { continuationOf, originOf, partOnPage, partsOf, unresolvedJumps } from '@/bundle/jumps'
import { articlesOn, findPage } from '@/bundle/lookup'
import { splitterOf } from '@/bundle/marked-text'
import { mergeArticle } from '@/bundle/merge-article'
import type { Issue } from '@/bundle/issue'
import { edited } from '../support/edited'
import { faultOf } from '../support/fault-of'
import { firstText, pageParts, smallIssue, type SmallIssue } from '../support/small-issue'

const leaf = fc.string({ unit: fc.constantFrom(...'版面，。Ab1 𠮷'), maxLength: 12 })
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('paragraph', 'subhead', 'quotation', 'verse'),
    leaves: fc.array(leaf, { minLength: 1, maxLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('list'),
    ordered: fc.boolean(),
    leaves: fc.array(leaf, { minLength: 1, maxLength: 4 }),
  }),
)
const blocks = fc.array(block, { maxLength: 6 })

describe('[B7] the text of an article', () => {
  it('has the length that is counted', () =>
    fc.assert(
      fc.property(blocks, (all) => {
        expect(extentOf(all)).toBe(textOf(all).length)
      }),
    ))

  it('has a place for every leaf', () =>
    fc.assert(
      fc.property(blocks, (all) => {
        for (const { from, text } of leavesOf(all))
          expect(textOf(all).slice(from, from + text.length + 1)).toBe(text + '\n')
      }),
    ))
})

describe('[B9] cutting and merging', () => {
  it('restores the article, wherever it was cut', () =>
    fc.assert(
      fc.property(blocks, fc.array(fc.nat(), { maxLength: 4 }), (all, at) => {
        const extent = extentOf(all)
        const cuts = [0, ...at.map((cut) => cut % (extent + 1)).sort((a, b) => a - b), extent]
        const pieces = cuts.slice(1).map((to, index) => sliceBlocks(all, [cuts[index] ?? 0, to]))
        expect(mergeBlocks(pieces)).toEqual(all)
      }),
    ))
})

describe('emphasis', () => {
  it('cuts a text without losing a character', () =>
    fc.assert(
      fc.property(leaf, fc.nat(20), fc.array(fc.tuple(fc.nat(40), fc.nat(40))), (text, from, pairs) => {
        const marks = pairs.map(([a, b]) => ({ kind: 'strong' as const, from: Math.min(a, b), to: Math.max(a, b) }))
        expect(
          splitterOf(marks)(text, from)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    ))
  it('covers what was marked', () =>
    expect(splitterOf([{ kind: 'strong', from: 13, to: 16 }])('第二段注意：后文', 10)).toEqual([
      { text: '第二段' },
      { text: '注意：', kind: 'strong' },
      { text: '后文' },
    ]))
  it('gives each character the kind of the first mark that covers it', () => {
    const mark = fc.record({
      kind: fc.constantFrom('strong' as const, 'emphasis' as const),
      from: fc.nat(30),
      to: fc.nat(30),
    })
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), fc.nat(10), (marks, from) => {
        const text = '版'.repeat(20)
        const kinds = splitterOf(marks)(text, from).flatMap((part) => [...part.text].map(() => part.kind))
        const wanted = [...text].map((_, at) => marks.find((one) => one.from <= from + at && one.to > from + at)?.kind)
        expect(kinds).toEqual(wanted)
      }),
    )
  })
})

describe('[B11] parts of an article', () => {
  let small: SmallIssue
  let issue: Issue
  beforeAll(async () => {
    small = await smallIssue()
    issue = decodeIssue(encode(small.issue))
  })
  const partOfPage = (page: Issue['pages'][number]) =>
    decodePagePart(encode(pageParts()[page.no - 1]), page.part, issue)

  it('are in the order of their ranges, and each continues in the next', () => {
    const [first, second] = partsOf(issue, 'aaa111')
    if (!first || !second) throw new Error('two parts were expected')
    expect([first.page.no, second.page.no]).toEqual([1, 2])
    expect(continuationOf(issue, first)).toEqual(second)
    expect(originOf(issue, second)).toEqual(first)
    expect(continuationOf(issue, second)).toBeUndefined()
    expect(partOnPage(issue, 'aaa111', 2)).toEqual(second)
  })

  it('are merged as if they had never been cut, and the cuts are known', () => {
    const { blocks: merged, seams } = mergeArticle(
      issue,
      partsOf(issue, 'aaa111')[0]?.region.article ?? issue.articles[0]!.id,
      partOfPage,
    )
    expect(textOf(merged)).toBe(`${firstText}\n手指点到哪一篇，哪一篇就展开。\n`)
    expect(seams.map(({ at, from, to }) => [at, from.no, to.no])).toEqual([[firstText.length + 7, 1, 2]])
  })

  it('are refused if they do not add up to the article', async () => {
    const whole = edited(pageParts()[1], 'pieces.0.blocks.0.continued', undefined)
    const article = issue.articles[0]
    if (!article) throw new Error('no article')
    const fault = await faultOf(() =>
      mergeArticle(issue, article.id, (page) =>
        page.no === 1 ? partOfPage(page) : decodePagePart(encode(whole), page.part, issue),
      ),
    )
    expect(fault).toMatchObject({ kind: 'text-mismatch', article: 'aaa111' })
  })

  it('keep a printed line whose other end is not in the bundle', () => {
    const alone = decodeIssue(
      encode(edited(small.issue, 'pages.0.renditions.0.regions.1.continuedOn', { text: '▶下转第九版', label: '9' })),
    )
    expect(unresolvedJumps(alone, 'bbb222')).toEqual({ on: { text: '▶下转第九版', label: '9' } })
    expect(unresolvedJumps(alone, 'aaa111')).toEqual({})
  })

  it('list the articles of a page, each once', () => {
    const page = findPage(issue, 2)
    expect(page && articlesOn(issue, page).map(({ id }) => id)).toEqual(['aaa111', 'ccc333'])
  })
})

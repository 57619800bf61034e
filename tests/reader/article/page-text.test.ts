import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceBlocks, textOf } from '@/bundle/article-text'
import { decodeIssue } from '@/bundle/codec'
import type { Issue } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'
import { textsOn } from '@/reader/article/page-text'
import { smallIssue } from '../../support/small-issue'

const paragraphs = fc.array(
  fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'报纸版面，。一二三') }),
  {
    minLength: 1,
    maxLength: 6,
  },
)

const opened = async (): Promise<Issue> => {
  const { issue } = await smallIssue()
  return decodeIssue(new TextEncoder().encode(JSON.stringify(issue)))
}

/** The issue with one article, whose text is cut at `cuts`; its parts stand on the pages named by `places`. */
const cutIssue = (issue: Issue, texts: readonly string[], cuts: readonly number[], places: readonly number[]) => {
  const blocks = texts.map((text) => ({ kind: 'paragraph' as const, leaves: [text] }))
  const whole = textOf(blocks)
  const edges = [0, ...cuts, whole.length]
  const ranges = edges.slice(1).map((to, index) => [edges[index] ?? 0, to] as const)
  const [article] = issue.articles
  if (!article) throw new Error('the issue has no article')
  const onPage = (page: number) => ranges.filter((_, index) => places[index] === page)
  const pages = issue.pages.map((page, at) => ({
    ...page,
    renditions: page.renditions.slice(0, 1).map((rendition) => ({
      ...rendition,
      regions: onPage(at).map((range) => ({ ...rendition.regions[0], article: article.id, range, outlines: [] })),
    })),
  }))
  const parts = issue.pages.map((_, at): PagePart => ({
    pieces: onPage(at).map((range) => ({ article: article.id, range, blocks: sliceBlocks(blocks, range) })),
  }))
  return { issue: { ...issue, articles: [article], pages }, parts, whole }
}

describe('the text of a page', () => {
  it('has every character of an article once over its pages, each at its offset, however it is cut', async () => {
    const base = await opened()
    fc.assert(
      fc.property(
        paragraphs.chain((texts) => {
          const most = texts.join('').length + texts.length - 1
          const cut = fc.uniqueArray(fc.integer({ min: 1, max: Math.max(1, most) }), { maxLength: Math.min(4, most) })
          return fc.tuple(fc.constant(texts), cut, fc.array(fc.nat({ max: 1 }), { minLength: 5, maxLength: 5 }))
        }),
        ([texts, cut, places]) => {
          const cuts = [...cut].sort((a, b) => a - b)
          const { issue, parts, whole } = cutIssue(base, texts, cuts, places)
          const told = issue.pages.flatMap((page, at) => {
            const part = parts[at]
            return part ? textsOn(issue, page, part) : []
          })
          const seen = [...whole].map(() => 0)
          for (const { text } of told) {
            // The line feed after a leaf that is cut belongs to what follows.
            const own = textOf(text.blocks)
            for (let at = 0; at < own.length; at++) {
              const place = (text.from ?? 0) + at
              if (own[at] === '\n' && whole[place] !== '\n') continue
              expect(own[at]).toBe(whole[place])
              seen[place] = (seen[place] ?? 0) + 1
            }
          }
          const lost = [...whole].filter((character, place) => character !== '\n' && seen[place] !== 1)
          expect(lost).toEqual([])
        },
      ),
    )
  })

  it('says where an article comes from and goes on', async () => {
    const issue = await opened()
    const { parts } = cutIssue(issue, ['一二三四', '五六七八'], [3], [0, 1])
    const cut = cutIssue(issue, ['一二三四', '五六七八'], [3], [0, 1]).issue
    const [first, second] = cut.pages
    if (!first || !second || !parts[0] || !parts[1]) throw new Error('the issue has two pages')
    expect(textsOn(cut, first, parts[0]).map(({ before, after }) => [before, after])).toEqual([[undefined, second]])
    expect(textsOn(cut, second, parts[1]).map(({ before, after }) => [before, after])).toEqual([[first, undefined]])
    // In the middle of a paragraph no new one begins.
    expect(textsOn(cut, second, parts[1])[0]?.text.blocks[0]?.continued).toBe('leaf')
  })

  it('has an article twice that leaves the page and returns to it', async () => {
    const issue = await opened()
    const { issue: cut, parts } = cutIssue(issue, ['一二三四', '五六七八'], [2, 6], [0, 1, 0])
    const [page] = cut.pages
    if (!page || !parts[0]) throw new Error('the issue has pages')
    expect(textsOn(cut, page, parts[0]).map(({ text }) => [text.from, textOf(text.blocks).trim()])).toEqual([
      [0, '一二'],
      [6, '六七八'],
    ])
  })
})

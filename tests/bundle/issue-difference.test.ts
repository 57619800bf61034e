import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeIssue, decodePagePart, encode } from '@/bundle/codec'
import type { Issue, Page } from '@/bundle/issue'
import { differenceOf } from '@/bundle/issue-difference'
import { correctedIssue } from '../support/corrected-issue'
import { smallIssue, type SmallIssue } from '../support/small-issue'

const decoded = ({ issue: json, files }: SmallIssue) => {
  const issue = decodeIssue(encode(json))
  return { issue, textOf: (page: Page) => decodePagePart(files.get(page.part) ?? new Uint8Array(), page.part, issue) }
}
const compare = (before: SmallIssue, after: SmallIssue) => {
  const [old, young] = [decoded(before), decoded(after)]
  return differenceOf(old.issue, young.issue, (issue: Issue, page) => (issue === old.issue ? old : young).textOf(page))
}

describe('what a newer revision changed', () => {
  it('is nothing if nothing changed', async () =>
    expect(compare(await smallIssue(), await smallIssue())).toEqual({ changed: [], withdrawn: [], added: [] }))

  it('is the article whose text changed, not its neighbours on the page; and the one that was withdrawn', async () =>
    expect(compare(await smallIssue(), await correctedIssue())).toEqual({
      changed: ['bbb222'],
      withdrawn: ['ccc333'],
      added: [],
    }))

  it('can be a title', async () => {
    const after = await smallIssue()
    Object.assign(after.issue.articles[0] ?? {}, { headline: '把报纸放进衣袋' })
    expect(compare(await smallIssue(), after).changed).toEqual(['aaa111'])
  })

  it('is nothing if an article is only cut elsewhere', async () => {
    const after = await smallIssue(([, second]) => {
      // The page's part is a different file with the same text.
      second.setting = { bodySize: 64, leading: 96, articles: [], furniture: [], grounds: [] }
    })
    expect(compare(await smallIssue(), after)).toEqual({ changed: [], withdrawn: [], added: [] })
  })

  it('counts an article as changed if its text is not available', async () => {
    const [before, after] = [decoded(await smallIssue()).issue, decoded(await correctedIssue()).issue]
    expect(differenceOf(before, after, () => undefined).changed).toEqual(['aaa111', 'bbb222'])
  })

  it('names every article once, and added ones are gone when read the other way', async () => {
    const whole = decoded(await smallIssue()).issue
    fc.assert(
      fc.property(fc.subarray([...whole.articles]), fc.subarray([...whole.articles]), (some, others) => {
        const [before, after] = [
          { ...whole, articles: some },
          { ...whole, articles: others },
        ]
        const there = differenceOf(before, after, () => undefined)
        const back = differenceOf(after, before, () => undefined)
        const all = [...there.added, ...there.changed, ...there.withdrawn]
        expect(new Set(all).size).toBe(all.length)
        expect([...there.added].sort()).toEqual([...back.withdrawn].sort())
        expect(there.changed).toEqual([])
      }),
    )
  })
})

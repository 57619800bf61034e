import simplifiedTable from 'virtual:script-table/simplified'
import traditionalTable from 'virtual:script-table/traditional'
import { describe, expect, it } from 'vitest'
import { leavesOf } from '@/bundle/article-text'
import { decodeIssue, decodePagePart, encode } from '@/bundle/codec'
import { mergeArticle } from '@/bundle/merge-article'
import { isOtherScript, issueInScript, partInScript } from '@/reader/script/issue-in-script'
import { layersOf } from '@/reader/page/typeset-layers'
import { inScript, parseScriptTable } from '@/text/script-table'
import { smallIssue } from '../../support/small-issue'

const table = parseScriptTable(traditionalTable)
const traditional = (text: string): string => inScript(text, table)

const openSmall = async () => {
  const small = await smallIssue()
  const issue = decodeIssue(encode(small.issue))
  const parts = new Map(
    issue.pages.map(({ no, part }) => [no, decodePagePart(small.files.get(part) ?? new Uint8Array(), part, issue)]),
  )
  return { issue, parts }
}

describe('an issue in traditional characters', () => {
  it('has its titles, names and jump lines rewritten, and everything else as it was', async () => {
    const { issue } = await openSmall()
    const written = issueInScript(issue, 'traditional', traditional)
    expect(written.paper.name).toBe('小樣報')
    expect(written.pages[0]?.name).toBe('要聞')
    expect(written.articles.map(({ headline }) => headline)).toContain('把報紙放進口袋')
    const plain = ({ id, extent, kind }: (typeof issue.articles)[number]) => ({ id, extent, kind })
    expect(written.articles.map(plain)).toEqual(issue.articles.map(plain))
    expect(written.pages.map(({ part }) => part)).toEqual(issue.pages.map(({ part }) => part))
  })

  it('keeps every offset: the article is put together from its pages as before', async () => {
    const { issue, parts } = await openSmall()
    const written = issueInScript(issue, 'traditional', traditional)
    for (const { id } of issue.articles) {
      const before = mergeArticle(issue, id, ({ no }) => parts.get(no))
      const after = mergeArticle(written, id, ({ no }) => {
        const part = parts.get(no)
        return part && partInScript(part, issue, 'traditional', traditional)
      })
      const lengths = ({ blocks }: typeof before) => leavesOf(blocks).map(({ text }) => text.length)
      expect(lengths(after)).toEqual(lengths(before))
      expect(after.seams.map(({ at }) => at)).toEqual(before.seams.map(({ at }) => at))
      expect(leavesOf(after.blocks)[0]?.text).toBe(traditional(leavesOf(before.blocks)[0]?.text ?? ''))
    }
  })

  it('sets as many characters in every line as the press counted', async () => {
    const { issue, parts } = await openSmall()
    for (const part of parts.values()) {
      if (!part.setting) continue
      const written = partInScript(part, issue, 'traditional', traditional)
      const lines = (setting: typeof part.setting, of: typeof part, within: typeof issue): readonly number[] =>
        layersOf(setting, of, within).articles.flatMap(({ titles, frames }) =>
          [...titles, ...frames.flatMap(({ runs }) => runs)].flatMap((one) =>
            one.lines.map(({ segments }) => segments.reduce((sum, { text }) => sum + text.length, 0)),
          ),
        )
      expect(lines(written.setting ?? part.setting, written, issueInScript(issue, 'traditional', traditional))).toEqual(
        lines(part.setting, part, issue),
      )
    }
  })

  it('is left as it is where it is printed so, or is not Chinese', () => {
    expect(isOtherScript('zh-Hans', 'traditional')).toBe(true)
    expect(isOtherScript('zh-CN', 'simplified')).toBe(false)
    expect(isOtherScript('zh-Hant', 'traditional')).toBe(false)
    expect(isOtherScript('zh-TW', 'simplified')).toBe(true)
    expect(isOtherScript('ja', 'traditional')).toBe(false)
    expect(isOtherScript('en', 'simplified')).toBe(false)
  })

  it('goes the other way for a paper in traditional characters', async () => {
    const { issue } = await openSmall()
    const printed = { ...issueInScript(issue, 'traditional', traditional), lang: 'zh-Hant' }
    const simplified = parseScriptTable(simplifiedTable)
    const written = issueInScript(printed, 'simplified', (text) => inScript(text, simplified))
    expect(written.articles.map(({ headline }) => headline)).toEqual(issue.articles.map(({ headline }) => headline))
  })
})

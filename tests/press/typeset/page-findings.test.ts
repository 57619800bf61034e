import { describe, expect, it } from 'vitest'
import { findingInChinese } from '@/press/findings/chinese/in-chinese'
import { unitsPerMm } from '@/bundle/paper-size'
import { headlineScales } from '@/press/typeset/type-styles'
import { frontGrid as grid } from '../../support/generated-page'
import { articleFile } from '../../support/manuscript'
import { setFiles, type SetFiles } from '../../support/set-issue'
import { boxesOf } from '../../support/set-text'

const text = (characters: number): string => '渡口的早晨从汽笛开始。'.repeat(Math.ceil(characters / 11))
const findingsOf = (set: SetFiles, code: string) => set.report.findings.filter((one) => one.code === code)

/** Two articles side by side, one of them much shorter, over a third that is as wide as both: the short one leaves a blank. */
const holed = () =>
  setFiles({
    'page-01/1.md': articleFile('headline: 长的一篇\nweight: standard\ncolumns: 3', text(1200)),
    'page-01/2.md': articleFile('headline: 短的一篇\nweight: standard\ncolumns: 2', text(60)),
    'page-01/3.md': articleFile('headline: 末尾一篇\nweight: standard\ncolumns: 5\nplace: foot', text(500)),
  })

describe('a blank inside a page', () => {
  it('is told with its size, its place, and what it stands between', async () => {
    const set = await holed()
    const [blank, ...others] = findingsOf(set, 'blank-inside')
    expect(others).toEqual([])
    expect(blank?.severity).toBe('note')
    expect(blank?.why).toContain('between “短的一篇” and “末尾一篇”')
    const { wide, high, left, top } = Object.fromEntries(
      Object.entries(blank?.facts ?? {}).map(([name, fact]) => [name, Number(fact) * unitsPerMm]),
    )
    expect(wide).toBeGreaterThan(grid.columnWidth * 0.9)
    expect(high).toBeGreaterThan(15 * unitsPerMm)
    const setting = set.partOf(1).setting
    if (!setting) throw new Error('not set')
    const { frames, titles, plates } = boxesOf(setting)
    const [x, y] = [(left ?? 0) + (wide ?? 0) / 2, (top ?? 0) + (high ?? 0) / 2]
    const covering = [...frames, ...titles, ...plates].filter(
      (box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
    )
    expect(covering).toEqual([])
  })

  it('is told in Chinese, too', async () => {
    const [blank] = findingsOf(await holed(), 'blank-inside')
    expect(blank && findingInChinese(blank).why).toMatch(
      /^第 1 版《短的一篇》与《末尾一篇》之间有 \d+ × \d+ 毫米的空白，离左边 \d+ 毫米，离上边 \d+ 毫米$/,
    )
  })

  it('is not told of a page that is full, nor of the blank at a page’s foot', async () => {
    const full = await setFiles({ 'page-01/1.md': articleFile('headline: 满\nweight: lead', text(2000)) })
    expect(findingsOf(full, 'blank-inside')).toEqual([])
    expect(findingsOf(full, 'page-underfull')).toHaveLength(1)
  })
})

describe('a page that is too full', () => {
  const pageOf = (characters: number, headline = '长的一篇') =>
    setFiles({
      'page-01/1.md': articleFile('headline: 头条的标题有十个字\nweight: lead', text(900)),
      'page-01/2.md': articleFile(`headline: ${headline}\nweight: standard`, text(characters)),
      'page-01/3.md': articleFile('headline: 又一篇\nweight: standard', text(600)),
    })

  it('names the article to cut and by how many lines, and fits when it is cut so', async () => {
    const set = await pageOf(4300)
    const [finding] = findingsOf(set, 'page-overfull')
    const found = /cutting “长的一篇” by about (\d+) lines would do/.exec(finding?.why ?? '')
    const lines = Number(found?.[1])
    expect(lines).toBeGreaterThan(0)
    expect(finding && findingInChinese(finding).why).toContain(`《长的一篇》删去约 ${lines} 行就够了`)
    const ems = grid.columnWidth / grid.bodySize
    const cut = await pageOf(4300 - Math.ceil((lines + 3) * ems))
    expect(findingsOf(cut, 'page-overfull')).toEqual([])
  })

  it('has smaller headlines before its sheet grows', async () => {
    const sizeAt = async (characters: number) => {
      const set = await pageOf(characters)
      const [lead] = set.partOf(1).setting?.articles[0]?.titles?.filter(({ role }) => role === 'headline') ?? []
      return { size: lead?.size ?? 0, isGrown: findingsOf(set, 'page-overfull').length > 0 }
    }
    const sizes = await Promise.all([2600, 2700, 2800].map(sizeAt))
    const fitting = sizes.filter(({ isGrown }) => !isGrown).map(({ size }) => size)
    expect(fitting).toHaveLength(3)
    expect(Math.min(...fitting)).toBeCloseTo(0.5 * Math.max(...headlineScales.lead) * grid.bodySize, -1)
  })
})

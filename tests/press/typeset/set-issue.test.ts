import { describe, expect, it } from 'vitest'
import { extentOf } from '@/bundle/article-text'
import { partsOf } from '@/bundle/jumps'
import { boxOf } from '@/bundle/set-runs'
import { spanWidth } from '@/press/typeset/grid'
import { frontGrid } from '../../support/generated-page'
import { refine } from '@/press/model/refine'
import { Report } from '@/press/report'
import { setIssue, type SetPages } from '@/press/typeset/set-issue'
import { articleFile, filesOf, readFiles } from '../../support/manuscript'
import { setFiles } from '../../support/set-issue'
import { settingFaults } from '../../support/setting-faults'

const image = { width: 1200, height: 800 }
const grid = frontGrid

describe('setting an issue', () => {
  it('makes the same bytes twice', async () => {
    const texts = { 'page-01/1.md': articleFile('headline: 甲\nweight: lead', '一段话。'.repeat(80)) }
    expect((await setFiles(texts)).issueJson).toEqual((await setFiles(texts)).issueJson)
  })

  const long = '这一句话正好二十个字，读完就接着往下读。'.repeat(700)

  it('continues what does not fit over a chain of pages, cut after sentences', async () => {
    const set = await setFiles({
      'page-01/1.md': articleFile('headline: 长文\nweight: lead\ncontinues_on: [2, 3]', long),
      'page-02/1.md': articleFile('headline: 二', '一段话。'.repeat(200)),
      'page-03/1.md': articleFile('headline: 三', '一段话。'),
    })
    expect(settingFaults(set)).toEqual([])
    const parts = partsOf(set.issue, set.issue.articles[0]?.id ?? '')
    expect(parts.map(({ page: { no } }) => no)).toEqual([1, 2, 3])
    expect(parts[0]?.region.continuedOn).toEqual({ text: '▶下转第二版', label: '2' })
    expect(parts[1]?.region).toMatchObject({
      continuedFrom: { text: '◀上接第一版' },
      continuedOn: { text: '▶下转第三版' },
    })
    for (const { region } of parts.slice(0, -1)) expect(long[region.range[1] - 1]).toBe('。')
  })

  it('prints no jump where everything fits', async () => {
    const set = await setFiles({
      'page-01/1.md': articleFile('headline: 短文\ncontinues_on: 2', '一段话。'.repeat(20)),
      'page-02/1.md': articleFile('headline: 二', '一段话。'),
    })
    expect(partsOf(set.issue, set.issue.articles[0]?.id ?? '')).toHaveLength(1)
    expect(set.report.findings.map(({ code }) => code)).toContain('place-not-kept')
  })

  it('makes the sheet longer rather than lose a line, and reports it', async () => {
    const set = await setFiles({ 'page-01/1.md': articleFile('headline: 太长', long) })
    expect(settingFaults(set)).toEqual([])
    expect(set.report.findings.map(({ code }) => code)).toContain('page-overfull')
    expect(set.issue.pages[0]?.renditions[0]?.height).toBeGreaterThan(7900)
  })

  it.each([
    ['02-03', '3', 2, '▶下转第二、三版'],
    ['A2-A3', 'A3', 2, '▶下转第A2-A3版'],
    ['第二、三版', '2', 2, '▶下转第二、三版'],
    ['02-04', '4', 3, '▶下转第二、三、四版'],
    ['2', '2', 1, '▶下转第二版'],
  ])('sets the page labelled %s, found as %s, on a sheet %i times as wide', async (label, name, times, line) => {
    const set = await setFiles({
      'page-01/1.md': articleFile(`headline: 长文\nweight: lead\ncontinues_on: ${name}`, long),
      'page-02/page.yaml': `label: ${label}`,
      'page-02/1.md': articleFile('headline: 通版', long),
    })
    const [single, double] = set.issue.pages.map(({ renditions }) => renditions[0])
    expect(double?.width).toBe((single?.width ?? 0) * times)
    const [first, second] = partsOf(set.issue, set.issue.articles[0]?.id ?? '')
    expect(first?.region.continuedOn).toEqual({ text: line, label })
    expect(second?.page.label).toBe(label)
  })

  it('makes of pages taken over from before what it makes anew, and keeps those of the last draft alone', () => {
    const draftOf = (second: string, masthead = '') => {
      const { manuscript, codes } = readFiles(
        filesOf({
          'issue.yaml': `date: 2026-11-24\n${masthead}`,
          'page-01/1.md': articleFile('headline: 长文\nweight: lead\ncontinues_on: 3', long.slice(0, 5000)),
          'page-02/1.md': articleFile('headline: 二', second),
          'page-03/1.md': articleFile('headline: 三', '一段话。'),
        }),
      )
      if (!manuscript) throw new Error(codes.join())
      return refine(manuscript.draft, new Report())
    }
    const kept: SetPages = new Map()
    const drafts = [
      draftOf('一段话。'),
      draftOf('改过的一段话。'),
      draftOf('改过的一段话。', 'notice: 加印'),
      draftOf('一段话。'),
    ]
    for (const draft of drafts) {
      const set = setIssue(draft, new Report(), kept)
      expect(set).toEqual(setIssue(draft, new Report()))
      expect(set.draft.articles[0]?.parts, 'what one page leaves is known on the next').toHaveLength(2)
      expect(kept.size).toBe(3)
    }
  })

  const short = '一段话。'.repeat(30)
  const reasonsOf = ({ report }: Awaited<ReturnType<typeof setFiles>>): string[] =>
    report.findings.filter(({ code }) => code === 'place-not-kept').map(({ why }) => why)

  it('sets an article over the columns that the editor fixed, and at the head or the foot of its page', async () => {
    const set = await setFiles({
      'page-01/1.md': articleFile('headline: 甲\nweight: lead', short),
      'page-01/2.md': articleFile('headline: 乙\nweight: lead\nplace: foot\ncolumns: 5', short),
      'page-01/3.md': articleFile('headline: 丙\nweight: brief\nplace: top\ncolumns: 2', short),
    })
    expect(settingFaults(set)).toEqual([])
    expect(reasonsOf(set)).toEqual([])
    const { setting } = set.partOf(1)
    const headlines = set.issue.articles.map(({ id, headline }) => ({
      headline,
      ...boxOf(
        setting?.articles.find(({ article }) => article === id)?.titles?.find(({ role }) => role === 'headline')
          ?.box ?? [0, 0, 0, 0],
      ),
    }))
    const [first, foot, top] = headlines
    expect(top?.x).toBe(grid.left)
    expect(top?.y).toBeLessThan((first?.y ?? 0) + grid.leading)
    expect(top?.width).toBe(spanWidth(grid, 2))
    expect(foot?.y).toBeGreaterThan(first?.y ?? 0)
    expect(foot?.width).toBe(spanWidth(grid, 5))
  })

  it('reports why a wish can’t be kept: too few columns, nothing else on the page, a second article at the head', async () => {
    const wide = await setFiles({
      'page-01/1.md': articleFile('headline: 甲\ncolumns: 9', short),
      'page-01/2.md': articleFile('headline: 乙\ncolumns: 5\nplace: top', short),
      'page-01/3.md': articleFile('headline: 丙\ncolumns: 5\nplace: top', short),
    })
    expect(settingFaults(wide)).toEqual([])
    expect(reasonsOf(wide)).toEqual([
      expect.stringContaining('columns: 9, but the page has 5'),
      expect.stringContaining('place: top, but another article'),
    ])
    const alone = await setFiles({ 'page-01/1.md': articleFile('headline: 甲\ncolumns: 2', short) })
    expect(settingFaults(alone)).toEqual([])
    expect(reasonsOf(alone)).toEqual([expect.stringContaining('so it stands over 5')])
  })

  it('sets an article in vertical lines on a horizontal page, in a box, next to the others', async () => {
    const set = await setFiles({
      'page-01/1.md': articleFile('headline: 头条横排\nweight: lead', long.slice(0, 1200)),
      'page-01/2.md': articleFile('headline: 竖排一篇\nwriting: vertical', long.slice(0, 300)),
      'page-01/3.md': articleFile('headline: 竖排短文\nwriting: vertical\nweight: brief', '只有一句。'),
      'page-01/4.md': articleFile('headline: 竖排长文\nwriting: vertical\ncolumns: 5', long.slice(0, 1500)),
    })
    expect(settingFaults(set)).toEqual([])
    const { setting } = set.partOf(1)
    const isVertical = (index: number): boolean[] =>
      setting?.articles
        .filter(({ article }) => article === set.issue.articles[index]?.id)
        .flatMap(({ frames = [], titles = [] }) =>
          [...frames, ...titles].map(({ writing }) => writing === 'vertical'),
        ) ?? []
    expect(new Set(isVertical(0))).toEqual(new Set([false]))
    for (const index of [1, 2, 3]) expect(new Set(isVertical(index))).toEqual(new Set([true]))
    expect(setting?.grounds.filter(({ role }) => role === 'frame')).toHaveLength(3)
  })

  it('separates neighbours by a hairline, which a box does not need', async () => {
    const rulesWith = async (box: string): Promise<number> => {
      const set = await setFiles({
        'page-01/1.md': articleFile('headline: 头条\nweight: lead', '一段话。'.repeat(300)),
        'page-01/2.md': articleFile(`headline: 甲\nweight: brief${box}`, '一段话。'.repeat(60)),
        'page-01/3.md': articleFile(`headline: 乙\nweight: brief${box}`, '一段话。'.repeat(60)),
      })
      expect(settingFaults(set)).toEqual([])
      const { setting } = set.partOf(1)
      expect(setting?.articles).toHaveLength(3)
      const rules = setting?.grounds.filter(({ role }) => role === undefined).map(({ box }) => boxOf(box).y) ?? []
      return rules.filter((y) => y >= grid.head).length
    }
    expect([await rulesWith(''), await rulesWith('\nbox: line')]).toEqual([2, 0])
  })

  it('places pictures with their captions, and every kind of block', async () => {
    const body = [
      '头一段。'.repeat(30),
      '## 小标题',
      '> 引文一句。',
      '```pullquote\n大字摘出的一句话，放在栏中。\n```',
      '- 甲项\n- 乙项',
      '| 项 | 数 |\n|---|---|\n| 字 | 12 |',
      '```verse\n上句\n\n下句\n```',
    ].join('\n\n')
    const set = await setFiles(
      {
        'page-01/1.md': articleFile(
          'headline: 图文\nweight: lead\npictures:\n  - file: a.png\n    caption: 图说。\n    credit: 某摄',
          body,
        ),
      },
      { 'page-01/a.png': image },
    )
    expect(settingFaults(set)).toEqual([])
    const { setting } = set.partOf(1)
    const set1 = setting?.articles[0]
    expect(set1?.plates).toHaveLength(1)
    const styles = new Set(set1?.frames?.flatMap(({ runs }) => runs.map(({ style = 'body' }) => style)))
    expect([...styles].sort()).toEqual([
      'body',
      'caption',
      'list',
      'pull-quote',
      'quotation',
      'subhead',
      'table',
      'verse',
    ])
  })

  it('sets an article of no text at all', async () => {
    const set = await setFiles({ 'page-01/1.md': articleFile('headline: 只有题', '') })
    expect(settingFaults(set)).toEqual([])
    expect(extentOf(set.draft.articles[0]?.blocks ?? [])).toBe(0)
  })
})

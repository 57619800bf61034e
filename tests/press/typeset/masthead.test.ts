import { describe, expect, it } from 'vitest'
import { boundsOf } from '@/bundle/geometry'
import { boxOf } from '@/bundle/set-runs'
import { setFiles, type SetFiles } from '../../support/set-issue'
import { articleFile, plainFiles, readFiles, filesOf } from '../../support/manuscript'
import { settingFaults } from '../../support/setting-faults'
import { overlap } from '../../support/set-text'

const news = (headline: string): string => articleFile(`headline: ${headline}`, '一段话。'.repeat(60))
const contents = articleFile(
  'headline: 今日导读\nkind: contents\nweight: brief',
  '[2版　甲](page:2)\n\n[2版　乙](page:2)',
)
const paperNamed = (name: string, more = ''): string => plainFiles['paper.yaml'].replace('平常报', name) + more
const issueWith = (more: string): string => plainFiles['issue.yaml'] + more

/** What stands at the head of page one, and where the type area begins and ends. */
const frontOf = ({ issue, partOf }: SetFiles) => {
  const { setting } = partOf(1)
  const [rendition] = issue.pages[0]?.renditions ?? []
  if (!setting || rendition?.kind !== 'typeset') throw new Error('page one is not set')
  const nameplate = setting.furniture.find(({ role }) => role === 'nameplate')
  const rule = setting.grounds.find(({ role }) => role === 'accent-rule')
  if (!nameplate || !rule) throw new Error('no masthead')
  const { y: foot, width } = boxOf(rule.box)
  /** Region of the article with this headline. */
  const regionOf = (headline: string) => {
    const id = issue.articles.find((article) => article.headline === headline)?.id
    const region = rendition.regions.find(({ article }) => article === id)
    if (!region) throw new Error(`${headline} has no region on page one`)
    return boundsOf(region.outlines)
  }
  return { nameplate: boxOf(nameplate.box), foot, width, regionOf, regions: rendition.regions }
}

describe('the nameplate', () => {
  const sheets = { tabloid: '', broadsheet: 'sheet: broadsheet\ncolumns: 7\n' }
  const cases = Object.entries(sheets).flatMap(([sheet, lines]) =>
    ['月报', '平常报', '平常日报', '平常晚报周末版', 'The Plain Paper'].map((name) => ({ sheet, lines, name })),
  )
  it.each(cases)('$name takes a third of a $sheet or more, and no more than half', async ({ lines, name }) => {
    const paper = paperNamed(name).replace('sheet: tabloid\ncolumns: 5\n', lines || 'sheet: tabloid\ncolumns: 5\n')
    for (const own of [{}, { 'page-01/9.md': contents, 'page-02/1.md': news('乙') }]) {
      const set = await setFiles({ 'paper.yaml': paper, 'page-01/1.md': news('甲'), ...own })
      const { nameplate, width } = frontOf(set)
      expect(nameplate.width / width).toBeGreaterThan(0.329)
      expect(nameplate.width / width).toBeLessThan(0.51)
      expect(settingFaults(set)).toEqual([])
    }
  })

  it.each([
    [{ width: 1200, height: 300 }, 0.4],
    [{ width: 800, height: 400 }, 0.31],
  ])('that is drawn is as large, in its own proportions: %o', async (picture, least) => {
    const set = await setFiles(
      { 'paper.yaml': paperNamed('平常报', 'nameplate: name.svg\n'), 'page-01/1.md': news('甲') },
      { 'name.svg': picture },
    )
    const { nameplate, width } = frontOf(set)
    expect(nameplate.width / nameplate.height).toBeCloseTo(picture.width / picture.height, 1)
    expect(nameplate.width / width).toBeGreaterThan(least)
  })

  it('has day, numbers and channels under it from edge to edge, in one line, and none over another', async () => {
    const set = await setFiles({
      'issue.yaml': issueWith('serial_no: 4489\nissue_no: 31\nchannels: [“平常”App, “平常”微信]\naddress: 某路2号\n'),
      'page-01/1.md': news('甲'),
    })
    const lines = set.partOf(1).setting?.furniture.filter(({ role }) => role === 'masthead') ?? []
    const dates = lines.slice(0, 4).map(({ box }) => boxOf(box))
    expect(lines.map(({ text }) => text).slice(0, 4)).toEqual([
      '2026年11月24日　星期二',
      '丙午年十月十六',
      '总第4489期　第31期',
      '“平常”App　“平常”微信',
    ])
    expect(new Set(dates.map(({ y }) => y)).size).toBe(1)
    const { width } = frontOf(set)
    const [first, last] = [dates[0], dates.at(-1)]
    expect((last?.x ?? 0) + (last?.width ?? 0) - (first?.x ?? 0)).toBeCloseTo(width, -1)
    dates.forEach((one, index) => dates.slice(index + 1).forEach((other) => expect(overlap(one, other)).toBe(false)))
  })
})

describe('an ear', () => {
  const pages = { 'page-01/1.md': news('甲'), 'page-02/1.md': news('乙') }

  it('holds the contents of page one, if nothing else is asked for', async () => {
    const set = await setFiles({ ...pages, 'page-01/9.md': contents })
    const { nameplate, foot, regionOf, regions } = frontOf(set)
    const ear = regionOf('今日导读')
    expect(ear.y + ear.height).toBeLessThan(foot)
    expect(ear.x).toBeGreaterThan(nameplate.x + nameplate.width)
    expect(regionOf('甲').y).toBeGreaterThan(foot)
    expect(regions.at(-1)?.article, 'is read last').toBe(set.issue.articles.find(({ kind }) => kind === 'contents')?.id)
    expect(settingFaults(set)).toEqual([])
  })

  it('holds what issue.yaml names: one at the right, a second at the left', async () => {
    const brief = articleFile('headline: 天气\nweight: brief', '今天晴。')
    const notice = articleFile('headline: 启事\nkind: notice\nweight: brief', '本报明日休刊。')
    const set = await setFiles({
      ...pages,
      'issue.yaml': issueWith('ears: [02-notice, page-01/03-weather.md]\n'),
      'page-01/02-notice.md': notice,
      'page-01/03-weather.md': brief,
      'page-01/9.md': contents,
    })
    const { nameplate, foot, regionOf } = frontOf(set)
    expect(regionOf('启事').x).toBeGreaterThan(nameplate.x + nameplate.width)
    expect(regionOf('天气').x).toBeLessThan(nameplate.x)
    expect(regionOf('天气').y).toBeLessThan(foot)
    expect(regionOf('今日导读').y, 'stands on the page then').toBeGreaterThan(foot)
    expect(settingFaults(set)).toEqual([])
  })

  it('stands once, if it is named twice', async () => {
    const set = await setFiles({
      ...pages,
      'issue.yaml': issueWith('ears: [02-notice, page-01/02-notice]\n'),
      'page-01/02-notice.md': articleFile('headline: 启事\nkind: notice\nweight: brief', '本报明日休刊。'),
    })
    expect(set.issue.articles).toHaveLength(3)
    expect(frontOf(set).regions).toHaveLength(2)
    expect(settingFaults(set)).toEqual([])
  })

  it('is empty with ears: none', async () => {
    const set = await setFiles({ ...pages, 'issue.yaml': issueWith('ears: none\n'), 'page-01/9.md': contents })
    const { foot, regionOf } = frontOf(set)
    expect(regionOf('今日导读').y).toBeGreaterThan(foot)
  })

  it('that is too long stands on the page, and that is said', async () => {
    const set = await setFiles({
      ...pages,
      'issue.yaml': issueWith('ears: 02-long\n'),
      'page-01/02-long.md': articleFile('headline: 长', '一段话。'.repeat(300)),
    })
    const { foot, regionOf } = frontOf(set)
    expect(regionOf('长').y).toBeGreaterThan(foot)
    expect(set.report.findings.map(({ code, why }) => [code, why])).toContainEqual([
      'place-not-kept',
      expect.stringContaining('too long to stand beside the nameplate'),
    ])
    expect(settingFaults(set)).toEqual([])
  })

  it.each([
    ['a name that no article of page one has', {}, 'ears: 77-nothing', 'unknown-ear issue.yaml:2'],
    ['an article of another page', {}, 'ears: page-02/1', 'unknown-ear issue.yaml:2'],
    ['more than two', {}, 'ears: [1, 1, 1]', 'bad-value issue.yaml:2'],
    [
      'an ear of a vertical paper',
      { 'paper.yaml': paperNamed('平常报', 'writing: vertical\n') },
      'ears: 1',
      'place-not-kept issue.yaml:2',
    ],
  ])('is no place for %s', (_, files, ears, finding) => {
    const { codes } = readFiles(filesOf({ ...pages, ...files, 'issue.yaml': issueWith(`${ears}\n`) }))
    expect(codes).toContain(finding)
  })
})

describe('the contents that the press writes', () => {
  const pages = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`page-0${index + 1}/1.md`, news(`第${index + 1}版的头条`)]),
    )

  it('name the lead of every other page and link to it, beside the nameplate', async () => {
    const set = await setFiles(pages(6))
    const [front] = set.issue.articles.filter(({ kind }) => kind === 'contents')
    expect(front?.headline).toBe('今日导读')
    const piece = set.partOf(1).pieces.find(({ article }) => article === front?.id)
    expect(piece?.blocks.map(({ leaves }) => leaves[0])).toEqual([
      '2版　第2版的头条',
      '3版　第3版的头条',
      '4版　第4版的头条',
      '5版　第5版的头条',
      '6版　第6版的头条',
    ])
    const targets = piece?.blocks.map((block) => (block.kind === 'reference' ? block.article : undefined))
    expect(targets).toEqual(set.issue.articles.slice(1, 6).map(({ id }) => id))
    const { foot, regionOf } = frontOf(set)
    expect(regionOf('今日导读').y).toBeLessThan(foot)
    expect(settingFaults(set)).toEqual([])
  })

  it('are left out of a paper of few pages, of one that has its own, and where nobody wants them', async () => {
    const counts = await Promise.all(
      [
        pages(3),
        { ...pages(6), 'page-01/9.md': contents },
        { ...pages(6), 'issue.yaml': issueWith('ears: none\n') },
      ].map(async (files) => (await setFiles(files)).issue.articles.filter(({ kind }) => kind === 'contents').length),
    )
    expect(counts).toEqual([0, 1, 0])
  })

  it('keep their id when the issue is made again', () => {
    const first = readFiles(filesOf(pages(6))).manuscript
    const again = readFiles(filesOf({ ...pages(6), 'ids.yaml': JSON.stringify(first?.ids) })).manuscript
    expect(again?.draft.articles.at(-1)?.id).toBe(first?.draft.articles.at(-1)?.id)
  })
})

import { describe, expect, it } from 'vitest'
import { textOf } from '@/bundle/article-text'
import type { IssueDraft } from '@/press/model/draft'
import { refine } from '@/press/model/refine'
import { Report } from '@/press/report'
import { articleFile, filesOf, readFiles } from '../../support/manuscript'

/** The draft after all passes. @param texts by path */
const refined = (texts: Readonly<Record<string, string>>): { draft: IssueDraft; report: Report; codes: string[] } => {
  const { manuscript, codes } = readFiles(filesOf(texts))
  if (!manuscript) throw new Error(codes.join())
  const report = new Report()
  const draft = refine(manuscript.draft, report)
  return { draft, report, codes: report.findings.map(({ code }) => code) }
}
const titles = ({ articles }: IssueDraft) => articles.map(({ headline }) => headline)

const out = articleFile('headline: 河上的桥\nprinted_jump: ▶下转第二版', '桥修好了，河两岸的人都来看，')
const into = articleFile('headline: 河上的桥\nprinted_from: ◀上接第一版', '一直看到天黑才散。')
const other = articleFile('headline: 别的事', '本报讯（记者 甲）这是另一件事，与前头无关。')

describe('two printed ends', () => {
  it('are one article when both are there and name each other', () => {
    const { draft, codes } = refined({ 'page-01/01.md': out, 'page-02/01.md': into, 'page-02/02.md': other })
    expect(codes).toContain('jump-joined')
    expect(titles(draft)).toEqual(['河上的桥', '别的事'])
    const [article] = draft.articles
    expect(textOf(article?.blocks ?? [])).toBe('桥修好了，河两岸的人都来看，一直看到天黑才散。\n')
    expect(article?.parts).toMatchObject([
      { page: 1, range: [0, 14], continuedOn: { text: '▶下转第二版', label: '2' } },
      { page: 2, range: [14, 24], continuedFrom: { text: '◀上接第一版' }, head: '河上的桥' },
    ])
    expect(article?.parts[1]?.joinedBy).toEqual(
      expect.arrayContaining(['printed-out', 'printed-in', 'page-label', 'cut-sentence', 'shared-title']),
    )
  })

  it('are found inside the text', () => {
    const { draft } = refined({
      'page-01/01.md': articleFile('headline: 侵略者', '激戰尚在進行中、（下接二版）'),
      'page-02/01.md': articleFile('headline: 必潰滅', '－－本文接第一版－－\n\n敵人終於退去。'),
    })
    expect(draft.articles).toHaveLength(1)
    expect(textOf(draft.articles[0]?.blocks ?? [])).toBe('激戰尚在進行中、敵人終於退去。\n')
  })

  it('are found in the title block and in the author field', () => {
    const { draft } = refined({
      'page-01/01.md': articleFile('headline: 侵略者\nbyline: 下转第二版', '激战还在进行，'),
      'page-02/01.md': articleFile('headline: 侵略者必溃灭\ndeck: [－－本文接第一版－－, 又一行]', '敌人终于退去。'),
    })
    const [article] = draft.articles
    expect(draft.articles).toHaveLength(1)
    expect(article?.byline).toBeUndefined()
    expect(article?.parts[1]).toMatchObject({
      continuedFrom: { text: '－－本文接第一版－－' },
      head: '侵略者必溃灭　又一行',
    })
  })

  it('make a chain across three pages', () => {
    const { draft } = refined({
      'page-01/01.md': out,
      'page-02/01.md': articleFile('printed_from: ◀上接第一版\nprinted_jump: ▶下转第三版', '看到天黑，'),
      'page-03/01.md': articleFile('printed_from: ◀上接第二版', '第二天又来。'),
    })
    expect(draft.articles[0]?.parts.map(({ page }) => page)).toEqual([1, 2, 3])
    expect(textOf(draft.articles[0]?.blocks ?? [])).toBe('桥修好了，河两岸的人都来看，看到天黑，第二天又来。\n')
  })

  it('stay apart when the labels contradict each other', () => {
    const { draft, codes } = refined({
      'page-01/01.md': out,
      'page-02/01.md': articleFile('headline: 河上的桥\nprinted_from: ◀上接第三版', '一直看到天黑才散。'),
    })
    expect(draft.articles).toHaveLength(2)
    expect(codes).toContain('jump-unresolved')
  })
})

describe('one printed end', () => {
  it('joins, given an unfinished sentence and a shared title', () => {
    const { draft } = refined({
      'page-01/01.md': out,
      'page-02/01.md': articleFile('headline: 河上的桥（续）', '一直看到天黑才散。'),
      'page-02/02.md': other,
    })
    expect(draft.articles[0]?.parts[1]?.joinedBy).toEqual(['printed-out', 'page-label', 'cut-sentence', 'shared-title'])
  })

  it('does not join every article of the page that it names', () => {
    const { draft, codes } = refined({
      'page-01/01.md': articleFile('headline: 河上的桥\nprinted_jump: ▶下转第二版', '桥修好了。'),
      'page-02/01.md': other,
    })
    expect(draft.articles).toHaveLength(2)
    expect(codes).toContain('jump-unresolved')
  })

  it('is reported as possible, not joined, if two articles match equally', () => {
    const { draft, report } = refined({
      'page-01/01.md': out,
      'page-02/01.md': articleFile('printed_from: ◀上接第一版', '一直看到天黑才散。'),
      'page-02/02.md': articleFile('printed_from: ◀上接第一版', '一直等到灯都亮了。'),
    })
    expect(draft.articles).toHaveLength(3)
    const possible = report.findings.find(({ code }) => code === 'jump-possible')
    expect(possible?.why).toContain('page-02/01.md, page-02/02.md')
  })

  it('of two jumps to the same page leads each to its own article', () => {
    const { draft } = refined({
      'page-01/01.md': out,
      'page-01/02.md': articleFile('headline: 山里的路\nprinted_jump: ▶下转第二版', '路修到了村口，'),
      'page-02/01.md': articleFile('headline: 山里的路\nprinted_from: ◀上接第一版', '再往里走还有十里。'),
      'page-02/02.md': into,
    })
    expect(draft.articles.map(({ headline, parts }) => [headline, parts.length])).toEqual([
      ['河上的桥', 2],
      ['山里的路', 2],
    ])
    expect(textOf(draft.articles[1]?.blocks ?? [])).toBe('路修到了村口，再往里走还有十里。\n')
  })
})

describe('references', () => {
  it('to a part that was joined lead to the whole article', () => {
    const { draft } = refined({
      'page-01/01.md': out,
      'page-01/02.md': articleFile('headline: 导读', '[看后半](article:page-02/01)'),
      'page-02/01.md': into,
    })
    const [whole, contents] = draft.articles
    expect(contents?.blocks[0]).toMatchObject({ kind: 'reference', article: whole?.id })
  })
})

describe('dates', () => {
  it('are filled in if the masthead has none', () =>
    expect(refined({ 'page-01/01.md': other }).draft.masthead).toMatchObject({
      weekday: '星期二',
      lunarDate: '丙午年十月十六',
    }))
  it.each([
    ['weekday: 星期三', 'wrong-weekday'],
    ['lunar_date: 丙午年十月十七', 'wrong-lunar-date'],
  ])('that do not agree are refused: %s', (line, code) =>
    expect(refined({ 'page-01/01.md': other, 'issue.yaml': `date: 2026-11-24\n${line}\n` }).codes).toContain(code),
  )
  it.each(['weekday: 周二', 'lunar_date: 农历十月十六', 'lunar_date: 丙午年十月 十六'])(
    'may be printed as %s',
    (line) => {
      const { codes } = refined({ 'page-01/01.md': other, 'issue.yaml': `date: 2026-11-24\n${line}\n` })
      expect(codes).toEqual([])
    },
  )
})

describe('an article without a headline', () => {
  it('gets a working title from its first sentence, and a finding', () => {
    const { draft, codes } = refined({ 'page-01/01.md': '昨天下午，桥上的灯亮了。人都来看。' })
    expect(draft.articles[0]).toMatchObject({ workingTitle: '昨天下午，桥上的灯亮了' })
    expect(draft.articles[0]?.headline).toBeUndefined()
    expect(codes).toEqual(['no-headline'])
  })
})

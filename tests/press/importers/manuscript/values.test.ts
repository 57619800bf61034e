import { describe, expect, it } from 'vitest'
import { dateLinesOf, printedWordsOf } from '@/press/typeset/furniture/printed-words'
import { articleFile, filesOf, plainFiles, readFiles } from '../../../support/manuscript'

const text = articleFile('headline: 甲', '乙。')
const withIssue = (yaml: string) =>
  readFiles(filesOf({ 'page-01/01.md': text, 'issue.yaml': `date: 2026-11-24\n${yaml}` }))
const withPaper = (yaml: string) =>
  readFiles(filesOf({ 'page-01/01.md': text, 'paper.yaml': `${plainFiles['paper.yaml']}${yaml}` }))
const withArticle = (yaml: string) => readFiles(filesOf({ 'page-01/01.md': articleFile(yaml, '乙。') }))
const withPage = (yaml: string) => readFiles(filesOf({ 'page-01/01.md': text, 'page-01/page.yaml': yaml }))

const digits = ['007', '02100000000', '1e3', '0x1F', '.50', '+86', '1_000', '3.10', '2024-05-25', 'true', 'null', '~']

describe('a text that looks like a number', () => {
  it.each(digits)('stays %s in the masthead', (written) => {
    const keys = ['address', 'hotline', 'email', 'fax', 'permit', 'site', 'notice'] as const
    const { manuscript } = withIssue(keys.map((key) => `${key}: ${written}\n`).join(''))
    expect(keys.map((key) => manuscript?.draft.masthead[key])).toEqual(keys.map(() => written))
  })
  it.each(digits)('stays %s in lists', (written) => {
    const { manuscript } = withIssue(`channels: [${written}]\neditors: { ${written}: [${written}] }`)
    expect(manuscript?.draft.masthead.channels).toEqual([written])
    expect(manuscript?.draft.masthead.editors).toEqual([{ role: written, names: [written] }])
  })
  it.each(digits)('stays %s in an article’s title block and pictures', (written) => {
    const keys = ['headline', 'kicker', 'byline', 'rubric'] as const
    const { manuscript } = withArticle(
      `${keys.map((key) => `${key}: ${written}\n`).join('')}deck: [${written}]\npictures:\n  - { file: a.svg, caption: ${written}, credit: ${written} }`,
    )
    const [article] = manuscript?.draft.articles ?? []
    expect(article).toMatchObject({ ...Object.fromEntries(keys.map((key) => [key, written])), deck: [written] })
    expect(article?.blocks[0]?.leaves).toEqual([written, written])
  })
  it.each(digits)('stays %s on a page', (written) => {
    const { manuscript } = withPage(`label: ${written}\nname: ${written}\nbanner: ${written}`)
    expect(manuscript?.draft.pages[0]).toMatchObject({ label: written, name: written, banner: written })
  })
  it('stays as it is in paper.yaml', () => {
    const { manuscript } = withPaper('channels: [0571]\nsite: 010')
    expect(manuscript?.draft.paper).toMatchObject({ channels: ['0571'], site: '010' })
  })
  it('stays as it is in ids, written in front matter or kept in the book', () => {
    expect(withArticle('headline: 甲\nid: 0042').manuscript?.draft.articles[0]?.id).toBe('0042')
    const book = { 'ids.yaml': 'articles:\n  007:\n    source: page-01/01\n    opening: 1e3\npictures: {}\n' }
    expect(readFiles(filesOf({ 'page-01/01.md': text, ...book })).manuscript?.draft.articles[0]?.id).toBe('007')
  })
})

describe('the number of an issue', () => {
  it.each([
    ['4821', 4821, undefined, '总第4821期'],
    ['0031', 31, '0031', '总第0031期'],
    ['4821-4823', 4821, '4821-4823', '总第4821-4823期'],
    ['4821、4822', 4821, '4821、4822', '总第4821、4822期'],
    ['4821-23', 4821, '4821-23', '总第4821-23期'],
    ['112/113', 112, '112/113', '总第112/113期'],
    ['9—10', 9, '9—10', '总第9—10期'],
  ])('%s counts and is printed as written', (written, serialNo, serialNoPrinted, printed) => {
    const { manuscript, codes } = withIssue(`serial_no: ${written}\nissue_no: ${written}`)
    expect(codes).toEqual([])
    const draft = manuscript?.draft
    expect(draft?.masthead).toMatchObject({ serialNo, issueNo: serialNo })
    expect(draft?.masthead.serialNoPrinted).toBe(serialNoPrinted)
    expect(draft && dateLinesOf(draft, printedWordsOf({ lang: 'zh-Hans', isVertical: false }))).toContain(
      `${printed}　第${written}期`,
    )
  })
  it('is set in Chinese digits on a vertical page, signs between them kept', () =>
    expect(printedWordsOf({ lang: 'zh-Hant', isVertical: true }).serialNo('4821、4823')).toBe(
      '總第四八二一、四八二三號',
    ))
  it.each(['四百', '4821-', '第5期', '[1, 2]', '4823-4821', '5-5', '4823-21', '12-5', '4821、4822、4822'])(
    'is not %s',
    (written) => expect(withIssue(`serial_no: ${written}`).codes).toEqual(['bad-value issue.yaml:2']),
  )
})

describe('a day that is not in the calendar is a finding with words', () => {
  it.each(['2026-11-31', '2026-02-30', '2025-02-29'])('date: %s', (day) => {
    const { report } = readFiles(filesOf({ 'page-01/01.md': text, 'issue.yaml': `date: ${day}` }))
    expect(report.findings).toMatchObject([{ code: 'bad-value', why: expect.stringContaining(`no day ${day}`) }])
  })
  it.each(['2026-11-31', '2026-13-01', '2026-00-10'])('withdrawn.on: %s', (day) =>
    expect(withArticle(`headline: 甲\nwithdrawn: { on: ${day}, notice: 有误。 }`).report.findings).toMatchObject([
      { code: 'bad-value', place: { line: 3 }, why: expect.stringContaining(`no day ${day}`) },
    ]),
  )
  it.each(['2026-06-31', '2026-04-31'])('signed_since: %s', (day) =>
    expect(withPaper(`signed_since: ${day}`).codes).toEqual(['bad-value paper.yaml:8']),
  )
  it.each(['2026-11-31T05:10:00+08:00', '2026-02-29T05:10:00Z'])('published_at: %s', (moment) =>
    expect(withIssue(`published_at: ${moment}`).codes).toEqual(['bad-value issue.yaml:2']),
  )
  it.each(['0000-01-01', '1599-12-31', '2026-1-5', '2026年1月5日', '20260105'])('nor is %s written as a day', (day) =>
    expect(readFiles(filesOf({ 'page-01/01.md': text, 'issue.yaml': `date: ${day}` })).codes).toEqual([
      'bad-value issue.yaml:1',
    ]),
  )
})

describe('a value that can’t be used', () => {
  it.each([
    ['time_zone: Nowhere/Zone', 'Asia/Shanghai'],
    ['lang: x y', 'zh-Hans'],
    ['columns: many', 'whole number'],
    ['columns: 99', '16 or less'],
    ['columns: -3', 'whole number'],
    ['body_size: 3,2', 'a number'],
    ['accent: red', '#9c1c1c'],
    ['sheet: a4', 'tabloid, broadsheet'],
    ['nameplate:', 'nothing stands after the colon'],
    ['channels: { a: b }', 'a list of texts'],
    ['page_turn: left', 'ltr or rtl'],
  ])('in paper.yaml, %s, is refused in our own words', (line, words) => {
    const key = line.split(':')[0] ?? ''
    const paper = plainFiles['paper.yaml'].replace(new RegExp(`^${key}:.*\\n`, 'm'), '')
    const { report } = readFiles(filesOf({ 'page-01/01.md': text, 'paper.yaml': `${paper}${line}\n` }))
    expect(report.findings).toMatchObject([{ code: 'bad-value', why: expect.stringContaining(words) }])
    expect(report.findings[0]?.why).not.toMatch(/Invalid|Expected|received/)
  })
  it.each([
    ['headline: *重要*', 'begins with *'],
    ['headline: "没有关上', 'missing'],
    ['headline: @甲', 'quotes around it'],
    ['headline: 甲\nheadline: 乙', 'twice'],
    ['a: &a [1, 2]\nheadline: *a', 'begins with *'],
    ['headline: 甲\n\tdeck: 乙', 'tab'],
    ['- 甲', 'key and a colon'],
    ['甲乙丙', 'key and a colon'],
  ])('as YAML, %s, is refused in our own words', (yaml, words) => {
    const { report } = withArticle(yaml)
    expect(report.findings.map(({ code }) => code)).toContain('bad-yaml')
    expect(report.findings.map(({ why }) => why).join('\n')).toContain(words)
  })
})

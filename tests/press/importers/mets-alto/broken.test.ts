import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { splitTitle } from '@/press/importers/mets-alto/articles/told-title'
import { readDate } from '@/press/importers/mets-alto/read-date'
import { metsAlto } from '@/press/importers/mets-alto/mets-alto'
import { Report } from '@/press/report'
import { alto, articleOf, div, filesOf, importPackage, mets, partsOf } from './package'

const page = alto([
  { id: 'B1', lines: ['low water'] },
  { id: 'B2', at: [100, 500], lines: ['at noon'] },
])
const article = (id: string, ...ids: string[]): string =>
  `<div ID="${id}" TYPE="ARTICLE">${div('TEXT', [1, ...ids])}</div>`
const packageOf = (logical: string, text = page) => ({ 'p.xml': text, 'mets.xml': mets({ pages: ['p.xml'], logical }) })

describe('a package that is not whole', () => {
  it('says which file is missing, and keeps its page', async () => {
    const { issue, report } = await importPackage({
      'p.xml': page,
      'mets.xml': mets({
        pages: ['p.xml', 'gone.xml'],
        logical: article('A', 'B1') + `<div ID="L" TYPE="ARTICLE">${div('TEXT', [2, 'X'])}</div>`,
      }),
    })
    expect(issue?.pages).toHaveLength(2)
    expect(report.findings.map(({ code, facts }) => [code, facts['name'] ?? facts['article']])).toEqual([
      ['import-words-left', undefined],
      ['import-file-missing', 'file://./gone.xml'],
      ['import-empty-article', 'L'],
    ])
  })

  it('finds a file that was moved, and one whose name has other capitals', async () => {
    const { issue } = await importPackage({
      'other/P.XML': page,
      'mets.xml': mets({ pages: ['text/p.xml'], logical: article('A', 'B1') }),
    })
    expect(issue && partsOf(articleOf(issue, 'A'))).toEqual([[1, 'low water']])
  })

  it('never looks outside of its folder', async () => {
    const asked: string[] = []
    const files = filesOf({
      'mets.xml': mets({ pages: ['../../../etc/passwd.xml', '/etc/passwd.xml'], logical: article('A', 'B1') }),
    })
    const read = (path: string) => {
      asked.push(path)
      return files.read(path)
    }
    await metsAlto.read({ ...files, read }, new Report())
    expect(new Set(asked)).toEqual(new Set(['mets.xml']))
  })

  it('says that there is no page, and reads nothing', async () => {
    const { issue, codes } = await importPackage({ 'mets.xml': mets({ pages: [], logical: '' }) })
    expect(issue).toBeUndefined()
    expect(codes).toEqual(['import-no-pages'])
  })

  it('says that it is no package', async () =>
    expect((await importPackage({ 'readme.txt': 'hello', 'feed.xml': '<rss/>' })).codes).toEqual([
      'import-not-a-package',
    ]))

  it('says which other issues were not read', async () => {
    const files = { ...packageOf(article('A', 'B1')), 'b/mets.xml': mets({ pages: ['p.xml'] }) }
    expect((await importPackage(files)).report.findings).toMatchObject([
      { code: 'import-several-issues', facts: { name: 'b/mets.xml', count: '1' } },
      { code: 'import-words-left' },
    ])
  })

  it('reads what could be unpacked of a packed file that breaks off', async () => {
    const whole = gzipSync(
      alto([{ id: 'B1', lines: Array.from({ length: 90 }, (_, no) => `word${no * 7919} w${no * 104_729}`) }]),
    )
    const { issue, codes } = await importPackage({ 'p.xml.gz': whole.subarray(0, whole.length / 2) })
    expect(codes).toEqual(['import-file-damaged', 'import-no-articles', 'import-bad-xml'])
    expect(partsOf(issue?.articles[0])[0]?.[1]).toMatch(/^word0 w0 /)
  })
})

describe('a file that is broken', () => {
  it('keeps the words before the end of a file that breaks off, and names the line', async () => {
    const broken = page.replace('<TextBlock ID="B2"', '\n<TextBlock ID="B2"').slice(0, -120)
    const { issue, report } = await importPackage(packageOf(article('A', 'B1'), broken))
    const found = report.findings.find(({ code }) => code === 'import-bad-xml')
    expect(found?.place).toEqual({ file: 'p.xml', line: 2 })
    expect(issue && partsOf(articleOf(issue, 'A'))).toEqual([[1, 'low water']])
  })

  it.each([
    [
      'expand without end',
      '<!DOCTYPE alto [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
    ],
    ['name a file', '<!DOCTYPE alto [<!ENTITY c SYSTEM "file:///etc/passwd">]>'],
    ['come from elsewhere', '<!DOCTYPE alto SYSTEM "http://evil.example/alto.dtd">'],
  ])('leaves entities as they are written that %s', async (_, doctype) => {
    const text = page.replace('<alto', `${doctype}<alto`).replace('CONTENT="low"', 'CONTENT="&c;"')
    const { issue, report } = await importPackage(packageOf(article('A', 'B1'), text))
    expect(issue && partsOf(articleOf(issue, 'A'))).toEqual([[1, '&c; water']])
    const found = report.findings.find(({ code }) => code === 'import-entities')
    expect(found?.place.file).toBe('p.xml')
    expect(found?.facts['names']).toContain('c')
  })

  it('reads a file of an encoding that it does not know as well as it can', async () => {
    const { codes, issue } = await importPackage(packageOf(article('A', 'B1'), page.replace('UTF-8', 'X-SECRET-8')))
    expect(codes).toContain('import-encoding')
    expect(issue && partsOf(articleOf(issue, 'A'))).toEqual([[1, 'low water']])
  })

  it('reads Windows-1252 that calls itself UTF-8', async () => {
    const bytes = Buffer.from(page.replace('CONTENT="low"', 'CONTENT="été"'), 'latin1')
    const { issue } = await importPackage({ ...packageOf(article('A', 'B1')), 'p.xml': bytes })
    expect(issue && partsOf(articleOf(issue, 'A'))).toEqual([[1, 'été water']])
  })

  it('leaves out elements that are nested without end', async () => {
    const { codes } = await importPackage({ ...packageOf('<div>'.repeat(5000) + '</div>'.repeat(5000)) })
    expect(codes).toContain('import-xml-left-out')
  })

  it('says that a file has no page', async () =>
    expect((await importPackage(packageOf(article('A', 'B1'), '<alto/>'))).codes).toContain('import-page-unreadable'))
})

describe('a source that contradicts itself', () => {
  it('names blocks of an article that are nowhere', async () => {
    const { report } = await importPackage(packageOf(article('A', 'B1', 'NOWHERE', 'B2')))
    expect(report.findings).toMatchObject([
      { code: 'import-places-missing', facts: { article: 'A', count: '1', names: 'NOWHERE' } },
    ])
  })

  it('tells the words of a block once, in the first article that has it', async () => {
    const { issue, codes } = await importPackage(packageOf(article('A', 'B1') + article('B', 'B1', 'B2')))
    expect(issue && [partsOf(articleOf(issue, 'A')), partsOf(articleOf(issue, 'B'))]).toEqual([
      [[1, 'low water']],
      [[1, 'at noon']],
    ])
    expect(codes).toEqual(['import-words-twice'])
  })

  it('gives no two articles the same outline', async () => {
    const picture = '<Illustration ID="I" HPOS="5" VPOS="5" WIDTH="90" HEIGHT="90"/>'
    const both = (id: string, block: string) =>
      `<div ID="${id}" TYPE="ARTICLE">${div('IMAGE', [1, 'I'])}${div('TEXT', [1, block])}</div>`
    const { issue } = await importPackage(
      packageOf(both('A', 'B1') + both('B', 'B2'), page.replace('<PrintSpace>', `<PrintSpace>${picture}`)),
    )
    const outlines = (issue?.articles ?? []).flatMap(({ parts }) => parts.flatMap((part) => part.outlines.map(String)))
    expect(new Set(outlines).size).toBe(outlines.length)
  })

  it('cuts places at the edge of the page, and counts them', async () => {
    const many = alto([
      { id: 'B1', lines: Array.from({ length: 60 }, () => 'low water') },
      { id: 'B2', at: [1990, 10], lines: ['outside'] },
    ])
    const { issue, report } = await importPackage(packageOf(article('A', 'B1', 'B2'), many))
    expect(report.findings).toMatchObject([{ code: 'import-outside-page', facts: { count: '1' } }])
    for (const { outlines, blocks } of articleOf(
      issue ?? { paper: { lang: 'en' }, date: undefined, pages: [], articles: [] },
      'A',
    )?.parts ?? []) {
      expect(Math.max(...outlines.flat())).toBeLessThanOrEqual(3000)
      for (const { box } of blocks.flatMap(({ words }) => words)) expect(box[0] + box[2]).toBeLessThanOrEqual(2000)
    }
  })

  it.each([
    ['a page of two thousand million', 'WIDTH="2000000000" HEIGHT="2000000000"'],
    ['a page without size', 'WIDTH="" HEIGHT=""'],
    ['a page of less than nothing', 'WIDTH="-5" HEIGHT="-5"'],
    ['a page that is no number', 'WIDTH="wide" HEIGHT="NaN"'],
  ])('takes the size from the words for %s', async (_, size) => {
    const { issue } = await importPackage(
      packageOf(article('A', 'B1'), page.replace('WIDTH="2000" HEIGHT="3000"', size)),
    )
    expect(issue?.pages[0]?.width).toBeGreaterThan(100)
    expect(issue?.pages[0]?.width).toBeLessThan(10_000)
  })

  it('says where coordinates are no pairs', async () => {
    const odd = page.replace('<TextLine', '<Shape><Polygon POINTS="1,2 3"/></Shape><TextLine')
    const area = '<div ID="B" TYPE="ARTICLE"><fptr><area FILEID="A1" SHAPE="RECT" COORDS="1,2,3"/></fptr></div>'
    const { report } = await importPackage(packageOf(article('A', 'B1', 'B2') + area, odd))
    expect(report.findings.filter(({ code }) => code === 'import-odd-coordinates')).toMatchObject([
      { place: { file: 'mets.xml' }, facts: { text: '1,2,3' } },
      { place: { file: 'p.xml' }, facts: { text: '1,2 3' } },
    ])
  })

  it('leaves out an article without words, and says so', async () =>
    expect(
      (await importPackage(packageOf(article('A', 'B1', 'B2') + '<div ID="E" TYPE="ARTICLE"/>'))).report.findings,
    ).toMatchObject([{ code: 'import-empty-article', facts: { article: 'E' } }]))
})

describe('days in names', () => {
  it.each([
    ['1900-06-03', '1900-06-03'],
    ['GDL/1900/01/02', '1900-01-02'],
    ['18451228_01-METS.xml', '1845-12-28'],
    ['03.06.1900', '1900-06-03'],
    ['02/01/1900', '1900-01-02'],
    ['13-DEC-1944', '1944-12-13'],
    ['2385348_newspaper_1858-12-07', '1858-12-07'],
    ['1900-13-45', undefined],
    ['volume 12', undefined],
  ])('%s', (text, day) => expect(readDate(text)).toBe(day))
})

describe('a title that the source tells', () => {
  const block = (text: string) => ({ kind: 'paragraph' as const, text, words: [] })
  it.each([
    ['Ferry stops', 'FERRY STOPS. The ferry', { isTitle: true, title: 'FERRY STOPS.', rest: 'The ferry' }],
    ['Ferry stops', 'Ferry stops', { isTitle: true, title: 'Ferry stops', rest: undefined }],
    ['The ferry sto...', 'The ferry stopped at', { isTitle: false }],
    ['The ferry sto', 'The ferry stopped at', { isTitle: false }],
    ['Other', 'The ferry stopped', undefined],
  ])('“%s” over “%s”', (told, text, expected) => {
    const split = splitTitle(told, block(text))
    expect(split?.isTitle ? { isTitle: true, title: split.title.text, rest: split.rest?.text } : split).toEqual(
      expected,
    )
  })
})

import { describe, expect, it } from 'vitest'
import { Report } from '@/press/report'
import { refine } from '@/press/model/refine'
import { articleFile, filesOf, plainFiles, readFiles } from '../../../support/manuscript'

const long = '这一段只为让版面有些分量。'.repeat(40)
const text = articleFile('headline: 甲', '乙。')
/** Folders of pages, each with one article; `labels` for those that have one. */
const pagesOf = (folders: readonly string[], labels: Readonly<Record<string, string>> = {}) => ({
  ...Object.fromEntries(folders.map((folder) => [`${folder}/01.md`, text])),
  ...Object.fromEntries(Object.entries(labels).map(([folder, label]) => [`${folder}/page.yaml`, `label: ${label}`])),
})

describe('a page folder', () => {
  it.each([
    [['page-01', 'page-02', 'page-04'], ['1', '2', '4'], 'missing-page page-04'],
    [['page-1', 'page-5', 'page-6'], ['1', '5', '6'], 'missing-page page-5'],
    [['01-要闻', '03-副刊'], ['1', '3'], 'missing-page 03-副刊'],
    [['第1版', '第2版', '第4版'], ['1', '2', '4'], 'missing-page 第4版'],
    [['page-02', 'page-03'], ['2', '3'], 'missing-page page-02'],
    [['A01', 'A03', 'B01'], ['A01', 'A03', 'B01'], 'missing-page A03'],
  ])('%j stands for the pages %j, and a missing one is named', (folders, labels, code) => {
    const { manuscript, codes } = readFiles(filesOf(pagesOf(folders)))
    expect(manuscript?.draft.pages.map(({ label }) => label)).toEqual(labels)
    expect(codes).toEqual([code])
  })
  it.each([
    [['page-01', 'page-02', 'page-04'], '3'],
    [['page-02', 'page-03'], '1'],
    [['page-03'], '1, 2'],
    [['page-07'], '1–6'],
    [['page-A02', 'page-A03'], 'A1'],
    [['A01', 'A02', 'B02', 'B04'], 'B1'],
  ])('of %j misses the pages %s', (folders, pages) => {
    const { report } = readFiles(filesOf(pagesOf(folders)))
    expect(report.findings[0]).toMatchObject({ code: 'missing-page', facts: { pages } })
  })
  it.each([
    [
      ['page-01', 'page-02', 'page-03'],
      ['1', '2', '3'],
    ],
    [
      ['A01', 'A02', 'B01'],
      ['A01', 'A02', 'B01'],
    ],
    [
      ['page-A01', 'page-A2-副刊'],
      ['A01', 'A2'],
    ],
    [
      ['P01', 'PP02'],
      ['P01', '2'],
    ],
    [
      ['page-01', 'page-01-副刊'],
      ['1', '2'],
    ],
    [
      ['要闻', '本地'],
      ['1', '2'],
    ],
  ])('%j stands for the pages %j, none of which is missing', (folders, labels) => {
    const { manuscript, codes } = readFiles(filesOf(pagesOf(folders)))
    expect(manuscript?.draft.pages.map(({ label }) => label)).toEqual(labels)
    expect(codes).toEqual([])
  })
  it.each([
    [{ 'page-02': '02-03' }, ['page-01', 'page-02', 'page-04']],
    [{ 'page-01': 'A01', 'page-03': 'A02' }, ['page-01', 'page-03']],
    [{ 'page-02': '第二、三版', 'page-04': '4' }, ['page-01', 'page-02', 'page-04']],
    [{ 'page-04': '1-3' }, ['page-04']],
    [{ A02: 'A02-A03' }, ['A01', 'A02', 'A04']],
  ])('is not missed where a label stands for it: %j', (labels, folders) =>
    expect(readFiles(filesOf(pagesOf(folders, labels))).codes).toEqual([]),
  )
  it.each([
    ['the same label', ['page-01', 'page-02'], { 'page-01': '1', 'page-02': '01' }, 'shared-label page-02/page.yaml:1'],
    [
      'half of a double page',
      ['page-01', 'page-02'],
      { 'page-01': '2-3', 'page-02': '3' },
      'shared-label page-02/page.yaml:1',
    ],
    ['a folder’s own number', ['page-01', 'page-02'], { 'page-01': '二版' }, 'shared-label page-02/page.yaml:1'],
  ])('that has %s as another is reported', (_, folders, labels, code) =>
    expect(readFiles(filesOf(pagesOf(folders, labels))).codes).toEqual([code]),
  )
  it('has a label of at most 20 characters', () =>
    expect(readFiles(filesOf(pagesOf(['page-01'], { 'page-01': '长'.repeat(21) }))).codes).toEqual([
      'bad-value page-01/page.yaml:1',
    ]))
})

describe('a folder that holds issues', () => {
  const issues = (folders: readonly string[]) => {
    const files = filesOf(
      Object.fromEntries(
        folders.flatMap((folder) => [
          [`${folder}/issue.yaml`, 'date: 2026-11-24'],
          [`${folder}/page-01/01.md`, text],
          [`${folder}/page-02/01.md`, text],
        ]),
      ),
    )
    const texts = new Map([...files.texts].filter(([path]) => path !== 'issue.yaml'))
    return readFiles({ ...files, texts })
  }
  it.each([[['2026-11-24', '2026-11-25']], [['2026-11-24']], [['2026/11/24', '2026/11/25']]])(
    '%j is said to, once, and how to build them',
    (folders) => {
      const { manuscript, report } = issues(folders)
      expect(manuscript).toBeUndefined()
      expect(report.findings).toMatchObject([{ code: 'several-issues', facts: { issues: folders.join(', ') } }])
      expect(report.findings[0]?.fix).toContain('press build <this folder>/<issue>')
    },
  )
})

describe('an issue with other issues below it', () => {
  it('is built by itself, and nothing of them is missed', () => {
    const files = filesOf({
      'page-01/01.md': text,
      'next/issue.yaml': 'date: 2026-11-25',
      'next/page-01/01.md': text,
      'next/page-01/page.yaml': 'name: 要闻',
    })
    const { manuscript, codes } = readFiles({ ...files, others: ['next/page-01/b.docx'] })
    expect(codes).toEqual([])
    expect(manuscript?.draft.articles).toHaveLength(1)
  })
})

describe('a page named in an article', () => {
  const partsOf = (head: string, body: string, others: Readonly<Record<string, string>>) => {
    const { manuscript, codes } = readFiles(
      filesOf({ 'page-01/01.md': articleFile(`headline: 甲\n${head}`, body), ...others }),
    )
    const { pages = [], articles = [] } = manuscript?.draft ?? {}
    return {
      codes,
      on: articles[0]?.parts.map(({ page }) => pages[page - 1]?.label),
      blocks: articles[0]?.blocks,
      pages,
    }
  }
  it.each([
    ['continues_on: 4', pagesOf(['page-02', 'page-04']), '4'],
    ['continues_on: 04', pagesOf(['page-02', 'page-04']), '4'],
    ['continues_on: A03', pagesOf(['page-02'], { 'page-02': 'A03' }), 'A03'],
    ['continues_on: 2', pagesOf(['page-02'], { 'page-02': 'A03' }), 'A03'],
    ['continues_on: A3', pagesOf(['page-A03']), 'A03'],
    ['continues_on: 3', pagesOf(['page-A03']), 'A03'],
    ['continues_on: 2', pagesOf(['page-02', 'page-03'], { 'page-02': '3', 'page-03': '2' }), '2'],
    ['continues_on: 3', pagesOf(['page-02'], { 'page-02': '02-03' }), '02-03'],
    ['continues_on: [第二版]', pagesOf(['page-02'], { 'page-02': '02-03' }), '02-03'],
  ])('by %s is found by its label first', (head, others, label) =>
    expect(partsOf(head, long, others).on).toEqual(['1', label]),
  )
  it.each([
    ['4', pagesOf(['page-02', 'page-04']), '4'],
    ['A03', pagesOf(['page-02'], { 'page-02': 'A03' }), 'A03'],
    ['3', pagesOf(['page-02'], { 'page-02': '02-03' }), '02-03'],
  ])('by a cut line or a reference, %s, is found in the same way', (name, others, label) => {
    const found = partsOf('', `${long}\n\n<!-- cut: ${name} -->\n\n${long}\n\n[详见](page:${name})`, others)
    expect(found.on).toEqual(['1', label])
    const target = found.blocks?.flatMap((block) => (block.kind === 'reference' ? (block.page ?? []) : []))
    expect(target?.map((no) => found.pages[no - 1]?.label)).toEqual([label])
  })
  it.each(['continues_on: 3', 'continues_on: 9', 'continues_on: B02'])('by %s is reported if it is not there', (head) =>
    expect(partsOf(head, long, pagesOf(['page-02', 'page-04'])).codes).toContain('no-page-to-continue page-01/01.md:3'),
  )
  it.each(['▶下转第3版', '▶下转第二版', '（下转第二、三版）'])('by the printed line %s is the double page', (line) => {
    const { manuscript } = readFiles(
      filesOf({
        'page-01/01.md': articleFile('headline: 河上的桥', `${long}桥上的人说，\n\n${line}`),
        'page-02/page.yaml': 'label: 02-03',
        'page-02/01.md': articleFile('headline: 河上的桥\nprinted_from: ◀上接第1版', `他明天再来。${long}`),
        'page-03/page.yaml': 'label: 04',
        'page-03/01.md': text,
      }),
    )
    const report = new Report()
    const draft = manuscript && refine(manuscript.draft, report)
    expect(draft?.articles[0]?.parts).toMatchObject([{ page: 1, continuedOn: { label: '02-03' } }, { page: 2 }])
    expect(report.findings.map(({ code }) => code)).toEqual(['jump-joined'])
  })
})

describe('a picture', () => {
  const size = { width: 300, height: 200 }
  const body = (path: string) => articleFile('headline: 甲', `乙。\n\n![图](${path} "图说")`)
  const withPicture = (path: string, file: string) =>
    readFiles(filesOf({ 'page-01/01.md': body(path) }, { [`page-01/${file}`]: size }))
  it.each([
    ['pictures/%E6%B8%A1%E5%8F%A3%20%E6%97%A9%E6%99%A8.svg', 'pictures/渡口 早晨.svg'],
    ['%E6%A1%A5.jpg', '桥.jpg'],
    ['a%2Bb%20(1).png', 'a+b (1).png'],
    ['100%.png', '100%.png'],
    ['a%20b.png', 'a%20b.png'],
    ['./pictures/a.png', 'pictures/a.png'],
    ['cafe\u0301.png', 'caf\u00e9.png'],
  ])('written as %s is the file %s', (path, file) => {
    const { manuscript, codes } = withPicture(path, file)
    expect(codes).toEqual([])
    expect(manuscript?.draft.pictures.map((picture) => picture.file)).toEqual([`page-01/${file}`])
  })
  it('is found percent-encoded in front matter, as a nameplate and as the page itself, too', () => {
    const { manuscript, codes } = readFiles(
      filesOf(
        {
          'paper.yaml': `${plainFiles['paper.yaml']}nameplate: '%E6%8A%A5%E5%A4%B4.svg'\n`,
          'page-01/page.yaml': 'picture: scans/%E7%89%88%201.jpg',
          'page-01/01.md': articleFile(
            'headline: 甲\npictures:\n  - file: ../%E6%A1%A5.svg\noutlines: [[0, 0, 9, 0, 9, 9]]',
            '乙。',
          ),
        },
        { '报头.svg': size, 'page-01/scans/版 1.jpg': size, '桥.svg': size },
      ),
    )
    expect(codes).toEqual([])
    expect(manuscript?.draft).toMatchObject({
      nameplate: { file: '报头.svg' },
      pages: [{ picture: { file: 'page-01/scans/版 1.jpg' } }],
      pictures: [{ file: '桥.svg' }],
    })
  })
  it.each([
    ['bridge.jpg', 'Bridge.JPG'],
    ['pictures/Bridge.jpg', 'Pictures/bridge.jpg'],
    ['A%20B.png', 'a b.png'],
  ])('written as %s, while the file is %s, is reported with the file’s name', (path, file) => {
    const { report } = withPicture(path, file)
    expect(report.findings).toMatchObject([
      { code: 'picture-case', why: expect.stringContaining(file.slice(file.lastIndexOf('/') + 1)) },
    ])
  })
  it.each(['bridge.heic', 'plan.psd', 'map.gif'])('%s is reported as one that the press can’t read', (file) => {
    const files = { ...filesOf({ 'page-01/01.md': body(file) }), others: [`page-01/${file}`] }
    expect(readFiles(files).report.findings.map(({ code, fix }) => [code, fix])).toContainEqual([
      'bad-picture',
      expect.stringContaining('JPEG'),
    ])
  })
})

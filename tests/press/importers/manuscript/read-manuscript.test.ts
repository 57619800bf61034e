import { describe, expect, it } from 'vitest'
import { textOf } from '@/bundle/article-text'
import { refine } from '@/press/model/refine'
import { articleFile, filesOf, readFiles } from '../../../support/manuscript'

const one = (head: string, body = '正文一段。') => readFiles(filesOf({ 'page-01/01.md': articleFile(head, body) }))
const articleOf = (head: string, body?: string) => {
  const { manuscript, codes } = one(head, body)
  const article = manuscript?.draft.articles[0]
  if (!article) throw new Error(codes.join())
  return article
}

describe('a manuscript', () => {
  it('becomes a draft with the title block that its front matter has', () =>
    expect(
      articleOf('headline: 主题\nkicker: 引题\ndeck: [副题一, 副题二]\nbyline: 记者 甲\nweight: lead'),
    ).toMatchObject({
      headline: '主题',
      kicker: '引题',
      deck: ['副题一', '副题二'],
      byline: '记者 甲',
      weight: 'lead',
      kind: 'news',
      parts: [{ page: 1, range: [0, 6] }],
    }))

  it.each([
    ['an unknown key, with the near miss', 'headlin: 错', 'unknown-key page-01/01.md:2'],
    ['a value that can’t be', 'weight: huge', 'bad-value page-01/01.md:2'],
    ['broken YAML', 'headline: 甲: 乙', 'bad-yaml page-01/01.md:2'],
    [
      'a picture that is not there',
      'headline: 有图\npictures:\n  - file: pictures/a.svg',
      'missing-picture page-01/01.md:4',
    ],
    ['an id that is no id', 'headline: 甲\nid: A B', 'bad-value page-01/01.md:3'],
    ['an unknown key inside a picture', 'pictures:\n  - file: a.svg\n    captoin: 错', 'unknown-key page-01/01.md:4'],
  ])('reports %s at its line', (_, head, code) => expect(one(head).codes).toEqual([code]))

  it('says what a misspelt key probably meant', () =>
    expect(one('headlin: 错').report.findings[0]?.why).toContain('“headline”'))

  it.each([
    [
      'paper.yaml:3',
      {
        'paper.yaml':
          'id: a.example\nname: 甲\ncolour: red\nlang: zh-Hans\ntime_zone: Asia/Shanghai\naccent: "#123456"',
      },
      'unknown-key paper.yaml:3',
    ],
    ['a missing key', { 'issue.yaml': 'weekday: 星期二' }, 'missing-key issue.yaml:1'],
    ['a day that is none', { 'issue.yaml': 'date: 2026-02-30x' }, 'bad-value issue.yaml:1'],
    ['an unknown key of a page', { 'page-01/page.yaml': 'name: 要闻\nheading: 错' }, 'unknown-key page-01/page.yaml:2'],
  ])('reports %s', (_, texts, code) =>
    expect(readFiles(filesOf({ 'page-01/01.md': articleFile('headline: 甲', '乙。'), ...texts })).codes).toContain(
      code,
    ),
  )

  it('reports a folder without pages', () => expect(readFiles(filesOf({})).codes).toEqual(['no-pages .']))

  it('reports an id that is used twice, with the other file', () => {
    const { report, codes } = readFiles(
      filesOf({
        'page-01/01.md': articleFile('id: abc123', '甲。'),
        'page-01/02.md': articleFile('headline: 乙\nid: abc123', '乙。'),
      }),
    )
    expect(codes).toEqual(['duplicate-id page-01/02.md:3'])
    expect(report.findings[0]?.why).toContain('page-01/01.md')
  })

  it('numbers pages by the order of their folders and labels them as printed, or else as their folders are numbered', () => {
    const { manuscript } = readFiles(
      filesOf({ 'page-10/01.md': '乙。', 'page-2/01.md': '甲。', 'page-10/page.yaml': 'label: A04\nname: 要闻' }),
    )
    expect(manuscript?.draft.pages.map(({ no, label, name }) => [no, label, name])).toEqual([
      [1, '2', undefined],
      [2, 'A04', '要闻'],
    ])
  })
})

describe('a withdrawn article', () => {
  const head = 'headline: 主题\nwithdrawn: { on: 2026-11-25, notice: 内容有误。 }'
  it('is its title and the dated notice: no text, picture or jump of it is left', () => {
    const { manuscript, codes } = readFiles(
      filesOf({
        'page-01/01.md': articleFile(
          `${head}\ncontinues_on: 2\nprinted_jump: ▶下转第二版\npictures:\n  - file: none.svg`,
          '正文。\n\n<!-- cut: 2 -->\n\n**重点**。',
        ),
        'page-02/01.md': articleFile('headline: 乙', '另一段。'),
      }),
    )
    expect(codes).toEqual([])
    const [article] = manuscript?.draft.articles ?? []
    expect(article).toMatchObject({
      headline: '主题',
      withdrawn: { on: '2026-11-25', notice: '内容有误。' },
      marks: [],
      parts: [{ page: 1 }],
    })
    expect(textOf(article?.blocks ?? [])).toBe('2026年11月25日撤回。内容有误。\n')
    expect(manuscript?.draft.pictures).toEqual([])
  })
  it('keeps the id that it had', () => {
    const before = readFiles(filesOf({ 'page-01/01.md': articleFile('headline: 主题', '正文。') }))
    const after = readFiles(filesOf({ 'page-01/01.md': articleFile(head, '正文。') }))
    expect(after.manuscript?.draft.articles[0]?.id).toBe(before.manuscript?.draft.articles[0]?.id)
  })
  it.each(['withdrawn: true', 'withdrawn: { on: 2026-13-01, notice: 错 }', 'withdrawn: { on: 2026-11-25 }'])(
    'is not taken for withdrawn by %s, which is reported',
    (line) => expect(one(`headline: 主题\n${line}`).codes).toHaveLength(1),
  )
})

describe('the weight of an article', () => {
  const weightsOf = (heads: readonly string[]): readonly string[] => {
    const files = heads.map((head, index) => [`page-01/${10 + index}.md`, articleFile(head, '正文一段。')])
    const { manuscript, codes } = readFiles(filesOf(Object.fromEntries(files)))
    if (!manuscript) throw new Error(codes.join())
    return manuscript.draft.articles.map(({ weight }) => weight)
  }

  it('comes from the order of the files if no news on its page has one', () =>
    expect(weightsOf(['kind: advert', 'headline: 甲', 'headline: 乙', 'headline: 丙', ''])).toEqual([
      'standard',
      'lead',
      'second',
      'standard',
      'standard',
    ]))

  it('is standard next to one that has its own', () =>
    expect(weightsOf(['headline: 甲', 'headline: 乙\nweight: brief'])).toEqual(['standard', 'brief']))

  it('makes a third one stand out on a page of many', () =>
    expect(weightsOf(Array.from({ length: 9 }, (_, index) => `headline: 第${index}条`)).slice(0, 4)).toEqual([
      'lead',
      'second',
      'second',
      'standard',
    ]))
})

describe('an article’s text', () => {
  it('becomes blocks, one for each form of a manuscript', () => {
    const { blocks } = articleOf(
      'headline: 各式',
      [
        '第一段，\n接着写。',
        '## 小标题',
        '> 【编者按】按语。\n>\n> 再按。',
        '> 引文。',
        '- 一\n- 二',
        '1. 甲\n2. 乙',
        '| 项 | 数 |\n|---|---|\n| 字 | 12 |',
        '```verse\n上句\n下句\n```',
        '[详见第1版](page:1)',
      ].join('\n\n'),
    )
    expect(blocks).toEqual([
      { kind: 'paragraph', leaves: ['第一段，接着写。'] },
      { kind: 'subhead', leaves: ['小标题'] },
      { kind: 'note', leaves: ['【编者按】按语。'] },
      { kind: 'note', leaves: ['再按。'] },
      { kind: 'quotation', leaves: ['引文。'] },
      { kind: 'list', ordered: false, leaves: ['一', '二'] },
      { kind: 'list', ordered: true, leaves: ['甲', '乙'] },
      { kind: 'table', columns: 2, hasHead: true, leaves: ['项', '数', '字', '12'] },
      { kind: 'verse', leaves: ['上句', '下句'] },
      { kind: 'reference', page: 1, leaves: ['详见第1版'] },
    ])
  })

  it('keeps emphasis next to Chinese punctuation, by offset', () => {
    const { blocks, marks } = articleOf('headline: 重', '头一段。\n\n第二段**注意：**后文，*着重*。')
    const text = textOf(blocks)
    expect(marks.map(({ kind, from, to }) => [kind, text.slice(from, to)])).toEqual([
      ['strong', '注意：'],
      ['emphasis', '着重'],
    ])
  })

  it('keeps emphasis in place when pictures come first', () => {
    const { manuscript } = readFiles(
      filesOf(
        {
          'page-01/01.md': articleFile(
            'pictures:\n  - file: a.png\n    caption: 图说\n    credit: 某摄',
            '看**这里**。',
          ),
        },
        { 'page-01/a.png': { width: 3, height: 2 } },
      ),
    )
    const article = manuscript?.draft.articles[0]
    const text = textOf(article?.blocks ?? [])
    expect(text).toBe('图说\n某摄\n看这里。\n')
    expect(article?.marks.map(({ from, to }) => text.slice(from, to))).toEqual(['这里'])
  })

  it('keeps markup as text and reports it', () => {
    const { manuscript, codes } = one('headline: 甲', '<script>alert(1)</script>\n\n正文。')
    expect(textOf(manuscript?.draft.articles[0]?.blocks ?? [])).toBe('<script>alert(1)</script>\n正文。\n')
    expect(codes).toEqual(['printed-tag page-01/01.md:4'])
  })

  it('reports a reference to nothing', () =>
    expect(one('headline: 甲', '[见](article:page-09/01)').codes).toEqual(['unknown-reference page-01/01.md:4']))

  it('joins Latin words across a line break with a space, and Chinese without', () =>
    expect(textOf(articleOf('headline: 甲', '看 Open\nType 字体\n和版面。').blocks)).toBe(
      '看 Open Type 字体和版面。\n',
    ))
})

describe('where an article continues', () => {
  const two = (head: string, body: string, extra: Readonly<Record<string, string>> = {}) =>
    readFiles(
      filesOf({
        'page-01/01.md': articleFile(head, body),
        'page-02/01.md': articleFile('headline: 乙', '乙。'),
        ...extra,
      }),
    )
  const partsOf = ({ manuscript }: ReturnType<typeof two>) => manuscript?.draft.articles[0]?.parts

  it('is determined by a cut line', () =>
    expect(partsOf(two('headline: 甲', '上半。\n\n<!-- cut: 2 -->\n\n下半。'))).toMatchObject([
      { page: 1, range: [0, 4] },
      { page: 2, range: [4, 8], joinedBy: ['stated'] },
    ]))

  it.each([
    [
      'without a blank line, in the middle of a Chinese paragraph',
      '上半句\n<!-- cut: 2 -->\n**下半**句。\n\n后文。',
      '上半句|下半句。\n后文。\n',
    ],
    [
      'with a space between Latin words',
      'the first half\n<!-- cut: 2 -->\nand the rest',
      'the first half |and the rest\n',
    ],
    ['with a blank line, between two paragraphs', '上半。\n\n<!-- cut: 2 -->\n\n下半。', '上半。\n|下半。\n'],
    ['with a blank line on one side, too', '上半。\n<!-- cut: 2 -->\n\n下半。', '上半。\n|下半。\n'],
  ])('is determined by a cut line %s', (_, body, expected) => {
    const reading = two('headline: 甲', body)
    const [article] = reading.manuscript?.draft.articles ?? []
    const text = textOf(article?.blocks ?? [])
    expect(article?.parts.map(({ range: [from, to] = [0, 0] }) => text.slice(from, to)).join('|')).toBe(expected)
    for (const { from, to } of article?.marks ?? []) expect(text.slice(from, to)).toBe('下半')
    expect(reading.codes).toEqual([])
  })

  it('may be an earlier page where both are facsimiles, as in papers that go on backwards', () => {
    const picture = { width: 100, height: 100 }
    const backwards = (pictures: readonly string[]) =>
      readFiles({
        ...filesOf({
          'page-01/page.yaml': pictures.includes('1') ? 'picture: 1.png\n' : 'name: 甲\n',
          'page-02/page.yaml': pictures.includes('2') ? 'picture: 2.png\n' : 'name: 乙\n',
          'page-02/01.md': articleFile(
            'headline: 甲\noutlines: { 1: [[0, 0, 9, 0, 9, 9]], 2: [[0, 0, 9, 0, 9, 9]] }',
            '上。\n\n<!-- cut: 1 -->\n\n下。',
          ),
        }),
        pictures: new Map([
          ['page-01/1.png', picture],
          ['page-02/2.png', picture],
        ]),
      })
    expect(backwards(['1', '2']).codes).toEqual([])
    expect(
      backwards(['1', '2'])
        .manuscript?.draft.articles.at(-1)
        ?.parts.map(({ page }) => page),
    ).toEqual([2, 1])
    expect(backwards(['2']).codes).toEqual(['bad-cut page-02/01.md:7'])
  })

  it('is left to the typesetter if only continues_on is given', () => {
    const parts = partsOf(two('headline: 甲\ncontinues_on: 2', '一段。'))
    expect(parts?.map(({ page, range }) => [page, range])).toEqual([
      [1, undefined],
      [2, undefined],
    ])
  })

  it('keeps a printed line whose other end is missing', () =>
    expect(partsOf(two('headline: 甲\nprinted_jump: ▶下转第九版', '一段。'))).toMatchObject([
      { page: 1, continuedOn: { text: '▶下转第九版', label: '9' } },
    ]))

  it.each(['7', 'A02', '[7, 9]'])('to page %s, which is not there, is a warning, and no line says so', (pages) => {
    const reading = two(`headline: 甲\ncontinues_on: ${pages}`, '一段。')
    const draft = reading.manuscript && refine(reading.manuscript.draft, reading.report)
    expect(reading.report.findings.map(({ code, place }) => [code, place.file, place.line])).toEqual([
      ['no-page-to-continue', 'page-01/01.md', 3],
    ])
    expect(reading.report.isFatal).toBe(false)
    expect(draft?.articles[0]?.parts).toEqual([{ page: 1, range: [0, 4] }])
  })

  it('to a page that is not there keeps the line that was printed, and says once that it leads nowhere', () => {
    const reading = two('headline: 甲\ncontinues_on: 7\nprinted_jump: ▶下转第七版', '一段。')
    const draft = reading.manuscript && refine(reading.manuscript.draft, reading.report)
    expect(reading.report.findings.map(({ code }) => code)).toEqual(['jump-unresolved'])
    expect(draft?.articles[0]?.parts).toMatchObject([{ continuedOn: { text: '▶下转第七版' } }])
  })

  it.each([
    ['to a page that is not there', '上。\n\n<!-- cut: 9 -->\n\n下。'],
    ['with no text after it', '上。\n\n<!-- cut: 2 -->'],
    ['with no text before it', '<!-- cut: 2 -->\n\n下。'],
  ])('refuses a cut %s', (_, body) => expect(two('headline: 甲', body).codes[0]).toMatch(/^bad-cut page-01\/01\.md/))

  it('needs a cut line on a facsimile page', () => {
    const texts = {
      'page-01/01.md': articleFile('headline: 甲\ncontinues_on: 2', '一段。'),
      'page-02/page.yaml': 'picture: p.png',
    }
    const reading = readFiles(filesOf(texts, { 'page-02/p.png': { width: 100, height: 140 } }))
    expect(reading.codes).toContain('bad-cut page-01/01.md:3')
  })

  it('refuses an outline outside its page and says where', () => {
    const texts = {
      'page-01/page.yaml': 'picture: p.png',
      'page-01/01.md': articleFile('headline: 甲\noutlines: [[0, 0, 101, 0, 101, 50]]', '一段。'),
    }
    const { codes, report } = readFiles(filesOf(texts, { 'page-01/p.png': { width: 100, height: 140 } }))
    expect(codes).toContain('outline-outside-page page-01/01.md:3')
    const outside = report.findings.find(({ code }) => code === 'outline-outside-page')
    expect(outside?.why).toContain('100 × 140')
  })
})

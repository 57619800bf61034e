import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeskChange, DeskTitles } from '@/press/preview/desk-record'
import '../../support/property-seed'
import { article, correct, issue, part, placed, textsOf } from '../importers/corrections/printed'
import { attemptOn, edited } from './desk'

const bridge = article('c1.htm', [part(0, [placed('河边的亊情 不少', 0, 0), placed('第二件事 也不少', 0, 40)])], {
  headline: '河边',
  byline: '记者',
  deck: ['一', '二'],
})
const shore = article(
  'c2.htm',
  [part(1, [placed('桥上 有人', 0, 0)], { outlines: [[0, 0, 400, 0, 400, 400, 0, 400]] })],
  {
    headline: '桥上',
  },
)
const rest = article('c3.htm', [part(0, [placed('（上接第二版） 后来 呢', 0, 900)])], { headline: '桥上（下）' })
const source = issue([bridge, shore, rest])
const titles: DeskTitles = { rubric: '', kicker: '', headline: '河边', deck: '一\n二', byline: '记者' }

const headlines = (desk: ReturnType<typeof edited>['desk']): (string | undefined)[] =>
  desk.articles.map(({ article: { headline } }) => headline)
/** The entries of the file, without the line that says what it is. */
const written = (text: string): string => text.replace(/^#.*\n+/, '')

describe('what an editor does, as corrections.yaml says it', () => {
  it('is only what differs from the source', () => {
    const { text, desk, refused } = edited(source, [
      { does: 'titles', article: 'c1.htm', kind: 'notice', titles: { ...titles, headline: '河边有约', byline: '' } },
    ])
    expect(refused).toEqual([])
    expect(written(text)).toBe(`articles:
  - source: c1.htm
    was: 河边
    headline: 河边有约
    without: [ byline ]
    kind: notice
`)
    expect(desk.articles[0]?.article).toMatchObject({ headline: '河边有约', kind: 'notice', deck: ['一', '二'] })
  })

  it('is nothing where the source says so itself', () => {
    const changed = edited(source, [
      { does: 'titles', article: 'c1.htm', kind: 'news', titles: { ...titles, headline: '别的' } },
      { does: 'titles', article: 'c1.htm', kind: 'news', titles },
    ])
    expect(written(changed.text)).toBe('')
    expect(correct(source, changed.text).issue.articles).toEqual(source.articles)
  })

  it('keeps what a person wrote into the file, with comments', () => {
    const before = `# von Hand\narticles:\n  # zuerst\n  - source: c2.htm # die Brücke\n    was: 桥上\n    kicker: 初夏\n`
    const { text } = edited(source, [{ does: 'drop', article: 'c3.htm' }], before)
    expect(text).toBe(`${before}  - source: c3.htm\n    was: 桥上（下）\n    drop: true\n`)
  })

  it('mends words with as much around them as makes them the only ones', () => {
    const twice = issue([article('a', [part(0, [placed('天气很好 今天天气很好 明天天气很好', 0, 0)])])])
    const { text, desk } = edited(twice, [
      { does: 'mend', article: 'a', part: 0, block: 0, text: '天气很好 今天天气不好 明天天气很好' },
    ])
    expect(textsOf(desk.corrected.issue)).toEqual(['a: [1] 天气很好 今天天气不好 明天天气很好'])
    expect(text).toMatch(/from: .*今天.*很.*to: .*今天.*不/)
  })

  it('mends each word by itself, so that one which a better scan has right does not hinder the others', () => {
    const long = '甲乙丙丁'.split('').join('，天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏，')
    const scanned = issue([article('a', [part(0, [placed(`${long.replace('甲', '申').replace('丁', '了')}`, 0, 0)])])])
    const { text } = edited(scanned, [{ does: 'mend', article: 'a', part: 0, block: 0, text: long }])
    expect(text.match(/from:/g)).toHaveLength(2)
  })

  it('takes a paragraph out, and puts one in', () => {
    const { desk, refused } = edited(source, [
      { does: 'mend', article: 'c1.htm', part: 0, block: 1, text: ' ' },
      { does: 'add-text', article: 'c1.htm', part: 0, block: 0, text: '明天 继续' },
    ])
    expect(refused).toEqual([])
    expect(textsOf(desk.corrected.issue)[0]).toBe('c1.htm: [1] 河边的亊情 不少 | 明天 继续')
  })

  it('gives an article its first paragraph', () => {
    const picture = issue([article('p', [part(0, [])], { headline: '图片' })])
    const { text, desk, refused } = edited(picture, [{ does: 'add-text', article: 'p', part: 0, text: '图 为\n河边' }])
    expect([refused, textsOf(desk.corrected.issue)]).toEqual([[], ['p: [1] 图 为 河边']])
    expect(text).toContain('- { add: 图 为 河边 }')
  })

  it('cuts an article, gives what follows a title, and cuts that again', () => {
    const { text, desk, refused } = edited(source, [
      { does: 'add-text', article: 'c1.htm', part: 0, block: 1, text: '第三件事' },
      { does: 'cut', article: 'c1.htm', part: 0, block: 1 },
      {
        does: 'titles',
        article: 'c1.htm / 第二件事 也不少',
        kind: 'news',
        titles: { ...titles, headline: '第二', deck: '', byline: '' },
      },
      { does: 'cut', article: 'c1.htm / 第二件事 也不少', part: 0, block: 1 },
    ])
    expect(refused).toEqual([])
    expect(headlines(desk)).toEqual(['河边', '第二', undefined, '桥上', '桥上（下）'])
    expect(written(text)).toContain(
      'cuts:\n      - before: 第二件事 也不少\n        headline: 第二\n      - before: 第三件事\n',
    )
  })

  it('cuts before an earlier cut as well', () => {
    const three = issue([
      article('a', [
        part(
          0,
          ['一 a', '二 b', '三 c'].map((text, at) => placed(text, 0, at * 40)),
        ),
      ]),
    ])
    const { desk, refused } = edited(three, [
      { does: 'cut', article: 'a', part: 0, block: 2 },
      { does: 'cut', article: 'a', part: 0, block: 1 },
    ])
    expect(refused).toEqual([])
    expect(textsOf(desk.corrected.issue).map((text) => text.replace(/^[^:]*: /, ''))).toEqual([
      '[1] 一 a',
      '[1] 二 b',
      '[1] 三 c',
    ])
  })

  it('joins two articles, and mends the words of the second in its own entry', () => {
    const { text, desk, refused } = edited(source, [
      { does: 'join', article: 'c2.htm', to: 'c3.htm' },
      { does: 'mend', article: 'c2.htm', part: 1, block: 1, text: '后来 怎么样' },
    ])
    expect(refused).toEqual([])
    expect(headlines(desk)).toEqual(['河边', '桥上'])
    expect(textsOf(desk.corrected.issue)[1]).toContain('后来 怎么样')
    expect(text).toMatch(/source: c3.htm\n {4}was: 桥上（下）\n {4}text:/)
  })

  it('gives an article its outlines, page by page where it stands on two', () => {
    const square = [500, 500, 900, 500, 900, 900, 500, 900]
    const { text, desk, refused } = edited(source, [
      { does: 'outlines', article: 'c2.htm', page: 1, outlines: [square] },
      { does: 'outlines', article: 'c2.htm', page: 0, outlines: [square, [0, 0, 9, 0, 9, 9]] },
    ])
    expect(refused).toEqual([])
    expect(desk.articles[1]?.article.parts.map(({ page, outlines }) => [page, outlines])).toEqual([
      [1, [square]],
      [0, [square, [0, 0, 9, 0, 9, 9]]],
    ])
    expect(text).toContain('outlines: { 2: [ [ 500, 500')
  })

  it('adds an article that takes the words inside its outlines, and takes it away again', () => {
    const outlines = [[0, 0, 1000, 0, 1000, 30, 0, 30]]
    const added = edited(source, [{ does: 'add', page: 0, outlines, headline: '新的', text: '' }])
    expect(headlines(added.desk)).toContain('新的')
    expect(textsOf(added.desk.corrected.issue)).toContain('new-1: [1] 河边的亊情 不少')
    const again = edited(source, [{ does: 'drop', article: 'new-1' }], added.text)
    expect(textsOf(again.desk.corrected.issue)).toEqual(textsOf(source))
    expect(written(again.text)).toBe('')
  })

  it('names issue and page, and forgets it where the source has it so', () => {
    const { text, desk } = edited(source, [
      { does: 'issue', date: '1935-08-03', issueNo: '17' },
      { does: 'page', page: 1, label: 'A2', name: '民生' },
    ])
    expect(desk.corrected.issue).toMatchObject({ date: '1935-08-03', issueNo: '17' })
    expect(desk.corrected.issue.pages[1]).toMatchObject({ label: 'A2', name: '民生' })
    const back = edited(
      source,
      [
        { does: 'issue', date: '1935-08-02', issueNo: '' },
        { does: 'page', page: 1, label: '2', name: '' },
      ],
      text,
    )
    expect(written(back.text)).toBe('')
  })

  it('moves an article on its page', () => {
    const { desk } = edited(source, [{ does: 'order', article: 'c3.htm', place: 1 }])
    expect(desk.articles.filter(({ article: { parts } }) => parts[0]?.page === 0)[0]?.key).toBe('c3.htm')
  })

  it('takes one correction back, and leaves the others', () => {
    const made = edited(source, [
      { does: 'titles', article: 'c1.htm', kind: 'news', titles: { ...titles, headline: '别的', kicker: '引题' } },
      { does: 'drop', article: 'c3.htm' },
    ])
    const { desk } = edited(source, [{ does: 'take-back', path: ['articles', 1, 'drop'] }], made.text)
    expect(headlines(desk)).toEqual(['别的', '桥上', '桥上（下）'])
    expect(desk.corrected.corrections?.value.articles).toHaveLength(1)
  })

  it.each<[string, DeskChange, RegExp]>([
    ['an article that is not there', { does: 'drop', article: 'c9.htm' }, /left out|not there/],
    [
      'a corner outside the page',
      { does: 'outlines', article: 'c1.htm', page: 0, outlines: [[0, 0, 9999, 0, 9, 9]] },
      /outside the page/,
    ],
    ['an article that would go on in itself', { does: 'join', article: 'c1.htm', to: 'c1.htm' }, /itself/],
    ['a day that is none', { does: 'issue', date: 'gestern', issueNo: '' }, /.+/],
    [
      'a new article without words',
      { does: 'add', page: 0, outlines: [[900, 1900, 950, 1900, 950, 1950]], headline: '', text: '' },
      /no words/,
    ],
    ['a label that another page has', { does: 'page', page: 0, label: '2', name: '' }, /same label/],
  ])('refuses %s in words, and writes nothing', (_, change, words) => {
    const { text, refused } = edited(source, [change])
    expect(refused.join()).toMatch(words)
    expect(text).toBe('')
  })

  it('changes nothing while the file can’t be read', () => {
    const broken = 'articles:\n  - sorce: c1.htm\n'
    expect(edited(source, [{ does: 'drop', article: 'c1.htm' }], broken)).toMatchObject({
      text: broken,
      refused: [expect.stringMatching(/can’t be read/)],
    })
  })

  it('makes a block read as the editor typed it, or says why not, whatever is typed', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...source.articles.map(({ sourceId }) => sourceId)),
        fc.string({ unit: fc.constantFrom(...'河边的事情第二件也不少 。：#-[]{}"\'*&!|>%@`桥x1𠀀'), maxLength: 30 }),
        (key, typed) => {
          const { text, desk, refused } = edited(source, [
            { does: 'mend', article: key, part: 0, block: 0, text: typed },
          ])
          const own = desk.articles.find((one) => one.key === key)
          const wanted = typed.replace(/\s+/gu, ' ').trim()
          if (refused.length === 0 && wanted !== '')
            expect(own?.article.parts[0]?.blocks.map((block) => block.text.replace(/\s+/gu, ' ').trim())).toContain(
              wanted,
            )
          // Everything that was written can be read again, and does the same.
          expect(attemptOn(source)(text).desk?.corrected.issue).toEqual(desk.corrected.issue)
        },
      ),
    ))
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assembleIssue } from '@/press/importers/pdf/assemble-issue'
import type { Glyph, PageMarks } from '@/press/importers/pdf/reading/page-marks'
import { linesOfTitle } from '@/press/importers/pdf/segmenting/titles'
import { segmentPage } from '@/press/importers/pdf/segmenting/segment-page'
import { column, down, line, page, prose, ruleAcross, ruleDown } from './glyph-pages'

/** The articles of a page as their titles and paragraphs, in order. */
const articlesOn = (marks: PageMarks, isFirst = false) =>
  assembleIssue([
    {
      picture: undefined,
      width: 600,
      height: 800,
      scale: 1,
      label: undefined,
      segmented: segmentPage(marks, isFirst),
    },
  ]).articles.map(({ headline, kicker, deck, byline, parts: [part] }) => ({
    headline,
    ...(kicker !== undefined && { kicker }),
    ...(deck !== undefined && { deck }),
    ...(byline !== undefined && { byline }),
    text: (part?.blocks ?? []).map(({ text }) => text),
  }))

describe('a page of a PDF', () => {
  it('gives a title the columns below it, one after the other', () => {
    const [one, two] = [prose(93), prose(118, 1)]
    const marks = page([
      ...line('两栏之上的标题', { x: 100, y: 50, size: 30 }),
      ...column(one, { x: 40, y: 100 }, 19),
      ...column(two, { x: 245, y: 100 }, 19),
    ])
    expect(articlesOn(marks)).toEqual([{ headline: '两栏之上的标题', text: [one, two] }])
  })

  it('parts kicker, headline, deck and byline by their sizes and places', () => {
    const text = prose(200)
    const marks = page([
      ...line('引题在上', { x: 180, y: 20, size: 14 }),
      ...line('主题最大', { x: 140, y: 40, size: 30 }),
      ...line('副题在下', { x: 180, y: 78, size: 14 }),
      ...line('本报记者甲', { x: 180, y: 99, size: 9 }),
      ...column(text, { x: 100, y: 125 }, 20),
    ])
    expect(articlesOn(marks)).toEqual([
      { kicker: '引题在上', headline: '主题最大', deck: ['副题在下'], byline: '本报记者甲', text: [text] },
    ])
  })

  it('follows a lead that has the shape of an L around a picture', () => {
    const [one, two] = [prose(398), prose(98, 2)]
    const marks = page(
      [
        ...line('头条横跨两栏', { x: 130, y: 40, size: 36 }),
        ...column(one, { x: 40, y: 100 }, 20),
        ...column(two, { x: 260, y: 325 }, 20),
      ],
      { pictures: [{ left: 260, top: 100, right: 460, bottom: 310 }] },
    )
    expect(articlesOn(marks)).toEqual([{ headline: '头条横跨两栏', text: [one, two] }])
  })

  it('keeps two headlines on one baseline apart by their sizes', () => {
    const [one, two] = [prose(118), prose(118, 3)]
    const marks = page([
      ...line('左边更大', { x: 40, y: 42, size: 50 }),
      ...line('右边小些', { x: 250, y: 50, size: 42 }),
      ...column(one, { x: 40, y: 110 }, 20),
      ...column(two, { x: 255, y: 110 }, 20),
    ])
    expect(articlesOn(marks)).toEqual([
      { headline: '左边更大', text: [one] },
      { headline: '右边小些', text: [two] },
    ])
  })

  it('reads a headline whole that is letter-spaced wider than the gutter', () => {
    const text = prose(300)
    const marks = page([
      ...line('疏排标题', { x: 60, y: 40, size: 24, spacing: 40 }),
      ...column(text.slice(0, 150), { x: 40, y: 90 }, 16),
      ...column(text.slice(150), { x: 215, y: 90 }, 16),
    ])
    expect(articlesOn(marks).map(({ headline }) => headline)).toEqual(['疏排标题'])
  })

  it('parts headlines of one size by the rule between them', () => {
    const [one, two] = [prose(118), prose(118, 3)]
    const marks = page(
      [
        ...line('左边一篇', { x: 40, y: 50, size: 24 }),
        ...line('右边一篇', { x: 150, y: 50, size: 24 }),
        ...column(one, { x: 40, y: 90 }, 10),
        ...column(two, { x: 150, y: 90 }, 10),
      ],
      { rules: [ruleDown(145, 40, 300)] },
    )
    expect(articlesOn(marks)).toEqual([
      { headline: '左边一篇', text: [one] },
      { headline: '右边一篇', text: [two] },
    ])
  })

  it('makes an article of text below a rule that no title stands over', () => {
    const [one, two] = [prose(98), prose(78, 5)]
    const marks = page(
      [
        ...line('上面的标题', { x: 60, y: 40, size: 24 }),
        ...column(one, { x: 40, y: 90 }, 20),
        ...column(two, { x: 40, y: 200 }, 20),
      ],
      { rules: [ruleAcross(40, 240, 185)] },
    )
    expect(articlesOn(marks)).toEqual([
      { headline: '上面的标题', text: [one] },
      { headline: undefined, text: [two] },
    ])
  })

  it('goes on with the last article of a column at the top of the next', () => {
    const [one, two, three] = [prose(98), prose(98, 5), prose(358, 6)]
    const marks = page([
      ...line('上面的一篇', { x: 60, y: 40, size: 24 }),
      ...column(one, { x: 40, y: 80 }, 20),
      ...line('下面的一篇', { x: 60, y: 200, size: 24 }),
      ...column(two, { x: 40, y: 240 }, 20),
      ...column(three, { x: 260, y: 40 }, 20),
    ])
    expect(articlesOn(marks)).toEqual([
      { headline: '上面的一篇', text: [one] },
      { headline: '下面的一篇', text: [two, three] },
    ])
  })

  it('takes no short ornament for the end of an article', () => {
    const [one, two] = [prose(98), prose(78, 5)]
    const marks = page(
      [
        ...line('上面的标题', { x: 60, y: 40, size: 24 }),
        ...column(one, { x: 40, y: 90 }, 20),
        ...column(two, { x: 40, y: 200 }, 20),
      ],
      { rules: [ruleAcross(120, 160, 185)] },
    )
    expect(articlesOn(marks)).toEqual([{ headline: '上面的标题', text: [one, two] }])
  })

  it('has captions with the article of their picture, neither first nor last in its text', () => {
    const marks = page(
      [
        ...line('有图的一篇', { x: 60, y: 40, size: 24 }),
        ...line('图为现场', { x: 40, y: 205, size: 7 }),
        ...column(`${prose(58)}\n${prose(58, 4)}`, { x: 40, y: 225 }, 20),
      ],
      { pictures: [{ left: 40, top: 80, right: 240, bottom: 200 }] },
    )
    expect(articlesOn(marks)).toEqual([{ headline: '有图的一篇', text: [prose(58), '图为现场', prose(58, 4)] }])
  })

  it('puts the lines to other pages at the ends of the text', () => {
    const marks = page([
      ...line('转版的一篇', { x: 60, y: 40, size: 24 }),
      ...line('◀上接第一版', { x: 40, y: 80, size: 9 }),
      ...column(prose(118), { x: 40, y: 95 }, 20),
      ...column(prose(58, 6), { x: 260, y: 95 }, 20),
      ...line('▶下转第七版', { x: 400, y: 190, size: 9 }),
    ])
    expect(articlesOn(marks)[0]?.text).toEqual(['◀上接第一版', prose(118), prose(58, 6), '▶下转第七版'])
  })

  it('makes an article of each brief that has no title', () => {
    const [one, two, three] = [prose(58), prose(38, 7), prose(58, 8)]
    const marks = page([
      ...line('简讯', { x: 120, y: 40, size: 14 }),
      ...column(one, { x: 40, y: 70 }, 20),
      ...column(two, { x: 40, y: 140 }, 20),
      ...column(three, { x: 260, y: 70 }, 20),
    ])
    expect(articlesOn(marks)).toEqual([
      { headline: undefined, text: [one] },
      { headline: undefined, text: [three] },
      { headline: undefined, text: [two] },
    ])
  })

  it('joins words of Latin with blanks, and those that were divided', () => {
    const marks = page([
      ...line('A headline here', { x: 40, y: 40, size: 20 }),
      ...line('The council has deci-', { x: 50, y: 80 }),
      ...line('ded to build the new', { x: 40, y: 92 }),
      ...line('bridge this very year.', { x: 40, y: 104 }),
    ])
    expect(articlesOn(marks)).toEqual([
      { headline: 'A headline here', text: ['The council has decided to build the new bridge this very year.'] },
    ])
  })

  it('reads what runs down in a box from its right, and the page around it across', () => {
    const verse = ['头条写到月东升', '忽见小字一行横', '说是请转第七版', '半句悬在半空中']
    const marks = page(
      [
        ...line('横排的一篇', { x: 60, y: 40, size: 24 }),
        ...column(prose(118), { x: 40, y: 80 }, 20),
        ...down('转版谣', { x: 520, y: 120, size: 24 }),
        ...verse.flatMap((text, index) => down(text, { x: 480 - index * 15, y: 120 })),
      ],
      { boxes: [{ left: 400, top: 100, right: 560, bottom: 300 }] },
    )
    const articles = articlesOn(marks)
    expect(articles.map(({ headline }) => headline)).toEqual(['横排的一篇', '转版谣'])
    expect(articles[1]?.text.join('')).toBe(verse.join(''))
  })

  it('reads the day of an English head', () => {
    const marks = page(
      [
        ...line('The Times', { x: 40, y: 30, size: 50 }),
        ...line('24 SEP 2015', { x: 250, y: 90 }),
        ...column(prose(100), { x: 40, y: 120 }, 20),
      ],
      { rules: [ruleAcross(40, 560, 105)] },
    )
    expect(segmentPage(marks, true).head).toMatchObject({ date: '2015-09-24', paper: 'The Times' })
  })

  it('keeps the words of a line together that was justified with wide blanks', () => {
    const marks = page([
      ...line('The council that met', { x: 40, y: 80, spacing: 1 }),
      ...line('Records', { x: 40, y: 92 }),
      ...line('were', { x: 95, y: 92 }),
      ...line('smashed', { x: 130, y: 92 }),
      ...line('in the last of matches', { x: 40, y: 104, spacing: 1 }),
    ])
    expect(articlesOn(marks).map(({ text }) => text.join(' '))).toEqual([
      'The council that met Records were smashed in the last of matches',
    ])
  })

  it('reads day, number, label and name off its head', () => {
    const first = segmentPage(
      page(
        [
          ...line('样报', { x: 40, y: 30, size: 50 }),
          ...line('2026年11月24日', { x: 400, y: 40 }),
          ...line('总第36期', { x: 400, y: 60 }),
          ...column(prose(100), { x: 40, y: 120 }, 20),
        ],
        { rules: [ruleAcross(40, 560, 100)] },
      ),
      true,
    ).head
    expect(first).toMatchObject({ paper: '样报', date: '2026-11-24', issueNo: '36' })
    const other = segmentPage(
      page(
        [
          ...line('第五版', { x: 40, y: 20 }),
          ...line('检索', { x: 85, y: 20 }),
          ...line('2026年11月24日', { x: 400, y: 20 }),
          ...column(prose(100), { x: 40, y: 120 }, 20),
        ],
        { rules: [ruleAcross(40, 560, 40)] },
      ),
      false,
    ).head
    expect(other).toMatchObject({ label: '5', name: '检索', date: '2026-11-24' })
  })

  it('places every glyph once, whatever stands on the page', () => {
    const glyph = fc
      .record({
        x: fc.integer({ min: 0, max: 590 }),
        y: fc.integer({ min: 0, max: 790 }),
        size: fc.constantFrom(7, 10, 10, 10, 14, 30),
        text: fc.constantFrom('中', '文', 'a', '。', '▶下转第七版', '第五版 2026年1月2日', '图为现场的人们'),
        spacing: fc.constantFrom(0, 0, 3, 20),
      })
      .map(({ text, ...setting }) => line(text, setting))
    const rectangle = fc
      .record({
        left: fc.integer({ min: 0, max: 500 }),
        top: fc.integer({ min: 0, max: 700 }),
        width: fc.constantFrom(0.5, 60, 200, 600),
        height: fc.constantFrom(0.5, 40, 300),
      })
      .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }))
    const shapes = fc.array(rectangle, { maxLength: 6 })
    fc.assert(
      fc.property(fc.array(glyph, { maxLength: 60 }), shapes, shapes, fc.boolean(), (lines, some, others, isFirst) => {
        const glyphs = lines.flat()
        const marks = page(glyphs, { rules: some, pictures: others, boxes: some })
        const { head, articles } = segmentPage(marks, isFirst)
        const placed: Glyph[] = [
          ...head.lines,
          ...articles.flatMap(({ title, rubric, lines: own, captions }) => [
            ...(title ? linesOfTitle(title) : []),
            ...rubric,
            ...own,
            ...captions,
          ]),
        ].flatMap((one) => [...one.glyphs])
        expect(placed).toHaveLength(glyphs.length)
        expect(new Set(placed).size).toBe(glyphs.length)
        const letters = (all: string): string => [...all.replace(/\s/gu, '')].sort().join('')
        const told = articlesOn(marks, isFirst)
          .map(({ headline = '', kicker = '', deck = [], byline = '', text }) =>
            [kicker, headline, ...deck, byline, ...text].join(''),
          )
          .join('')
        const rubrics = articles.flatMap(({ rubric }) => rubric.map(({ text }) => text)).join('')
        expect(letters(told + rubrics + head.lines.map(({ text }) => text).join(''))).toBe(
          letters(glyphs.map(({ text }) => text).join('')),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('takes time in proportion to its glyphs', () => {
    const full = (columns: number, lines: number): PageMarks =>
      page(
        Array.from({ length: columns }, (_, index) =>
          column(prose(lines * 20 - 2, index), { x: 20 + index * 220, y: 100 }, 20),
        ).flat(),
        { width: 20 + columns * 220, height: 120 + lines * 15 },
      )
    const started = performance.now()
    const { articles } = segmentPage(full(10, 100), false)
    expect(articles.reduce((sum, { lines }) => sum + lines.length, 0)).toBe(1000)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

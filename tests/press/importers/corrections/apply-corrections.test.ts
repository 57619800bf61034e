import { describe, expect, it } from 'vitest'
import { article, correct, faultsIn, issue, loose, part, placed, textsOf } from './printed'

const river = article(
  'a1',
  [part(0, [placed('The river is high.', 100, 100), placed('Boats stay ashore.', 100, 130)])],
  {
    headline: 'River rises',
  },
)
const bridge = article('a2', [part(0, [placed('A new bridge is planned.', 100, 400)])], { headline: 'Bridge' })
const rest = article('a3', [part(1, [placed('It will be built of stone.', 100, 100)])], {
  headline: 'Bridge, from page 1',
})
const source = issue([river, bridge, rest])
const entry = (lines: string, id = 'a1', was = 'River rises'): string =>
  `articles:\n  - source: ${id}\n    was: ${was}\n${lines.replace(/^/gmu, '    ')}\n`
const firstOf = (lines: string) => {
  const made = correct(source, entry(lines))
  return { ...made, first: made.issue.articles[0] }
}

describe('the title of an article', () => {
  it('is what the editor says, line by line', () => {
    const { first, counts, told } = firstOf(
      'kicker: Weather\nheadline: River falls\ndeck: [One, Two]\nbyline: A. Smith\nrubric: News\nkind: notice',
    )
    expect(first).toMatchObject({
      kicker: 'Weather',
      headline: 'River falls',
      deck: ['One', 'Two'],
      byline: 'A. Smith',
      rubric: 'News',
      kind: 'notice',
    })
    expect(counts).toEqual({ applied: 6, needless: 0, notApplied: 0 })
    expect(told).toEqual([])
  })

  it('loses a line that is none', () => {
    const { first } = firstOf('without: headline')
    expect(first).not.toHaveProperty('headline')
    expect(first?.parts).toEqual(river.parts)
  })

  it('that the source has by now is said to be needless, with the line', () =>
    expect(firstOf('headline: River rises').told).toEqual(['correction-needless 4']))

  it('that one entry sets and takes away is set', () =>
    expect(firstOf('headline: High water\nwithout: [headline]').told).toEqual([
      'correction-not-applied 5: the same entry gives it this line',
    ]))
})

describe('the text of an article', () => {
  const textOf = (lines: string) => {
    const { issue: made, told } = correct(source, entry(`text:\n${lines.replace(/^/gmu, '  ')}`))
    return { text: textsOf(made)[0], told, words: made.articles[0]?.parts[0]?.blocks[0]?.words }
  }

  it('is mended where the words stand, and they keep their places', () => {
    const { text, words } = textOf('- { from: river is high, to: river is very high }')
    expect(text).toBe('a1: [1] The river is very high. | Boats stay ashore.')
    const lengths = [3, 5, 2, 5]
    expect(words?.map(({ length }) => length)).toEqual(lengths)
    expect(words?.map(({ box }) => box[0])).toEqual([100, 140, 200, 230])
  })

  it('has a mended word where the wrong one stood', () => {
    const { words, text } = textOf('- { from: river, to: brook }')
    expect(text).toContain('The brook is')
    expect(words?.[1]).toEqual({ from: 4, length: 5, box: [140, 100, 50, 20] })
  })

  it.each([...'-.*+?^$|()[]{}/\\'])('takes %s as the mark that it is', (mark) => {
    const marked = issue([article('a', [part(0, [placed(`high ${mark} low`, 0, 0)])], { headline: 'River' })])
    const yaml = `articles:\n  - { source: a, was: River, text: [{ from: 'high ${mark}', to: deep }] }\n`
    expect(textsOf(correct(marked, yaml).issue)).toEqual(['a: [1] deep low'])
  })

  it('is found whatever its blanks', () =>
    expect(textOf('- from: |\n    The   river\n    is\n  to: The river was').text).toContain('The river was high.'))

  it.each([
    ['are nowhere', '{ from: sea, to: lake }', 'these words stand nowhere in the article'],
    [
      'are there twice',
      '{ from: s, to: x }',
      'these words stand in the article more than once: write more of what is around them',
    ],
  ])('is left as it is where the words %s', (_, change, reason) => {
    const { text, told } = textOf(`- ${change}`)
    expect(text).toBe('a1: [1] The river is high. | Boats stay ashore.')
    expect(told).toEqual([`correction-not-applied 5: ${reason}`])
  })

  it('is not mended twice where the right words contain the wrong ones', () => {
    const once = correct(source, entry('text:\n  - { from: river, to: riverside }'))
    const twice = correct(once.issue, entry('text:\n  - { from: river, to: riverside }'))
    expect(textsOf(twice.issue)).toEqual(textsOf(once.issue))
    expect(twice.told).toEqual(['correction-needless 5'])
  })

  it('loses a paragraph, and gets others', () =>
    expect(
      textOf(
        '- { drop: Boats stay }\n- { add: It rained., after: The river }\n- { add: Last., before: It rained }\n- add: The end.',
      ).text,
    ).toBe('a1: [1] The river is high. | Last. | It rained. | The end.'))

  it('loses a paragraph with what of it stands on the next page', () => {
    const long = article('a1', [
      part(0, [loose('One.'), loose('Two goes')]),
      part(1, [{ ...loose('on here.'), isContinued: true }, loose('Three.')]),
    ])
    const { issue: made } = correct(issue([long]), entry('text:\n  - drop: Two', 'a1', 'One.'))
    expect(textsOf(made)).toEqual(['a1: [1] One. [2] Three.'])
  })

  it('keeps characters of two units whole', () => {
    const wide = article('a1', [
      part(0, [{ kind: 'paragraph', text: '𠮷田', words: [{ from: 0, length: 4, box: [0, 0, 9, 9] }] }]),
    ])
    const { issue: made } = correct(issue([wide]), entry('text:\n  - { from: 𠮷田, to: 𠮶田町 }', 'a1', '𠮷田'))
    expect(made.articles[0]?.parts[0]?.blocks[0]).toMatchObject({ text: '𠮶田町', words: [{ from: 0, length: 5 }] })
  })
})

describe('articles', () => {
  it('are dropped', () => expect(textsOf(correct(source, entry('drop: true')).issue)).toHaveLength(2))

  it('stand in the order of the editor on their page', () => {
    const { issue: made } = correct(source, entry('order: 2'))
    expect(made.articles.map(({ sourceId }) => sourceId)).toEqual(['a2', 'a1', 'a3'])
  })

  it('go on in others, on a later page or on an earlier one', () => {
    const later = correct(source, entry('continues_in: { source: a3, was: "Bridge, from page 1" }', 'a2', 'Bridge'))
    expect(textsOf(later.issue)).toEqual([
      'a1: [1] The river is high. | Boats stay ashore.',
      'a2: [1] A new bridge is planned. [2] Bridge, from page 1 | It will be built of stone.',
    ])
    const earlier = correct(
      source,
      entry('continues_in:\n  - { source: a2, was: Bridge }', 'a3', 'Bridge, from page 1'),
    )
    expect(textsOf(earlier.issue)[1]).toBe('a3: [2] It will be built of stone. [1] Bridge | A new bridge is planned.')
    expect(later.told.concat(earlier.told)).toEqual([])
  })

  it('go on without the printed lines at the seam, in the middle of a sentence if it was cut there', () => {
    const first = article('j1', [part(0, [placed('新桥将在明年 下转第2版', 100, 100)])], { headline: '新桥' })
    const second = article('j2', [part(1, [placed('（上接第1版） 春天开工。', 100, 100)])])
    const { issue: made, told } = correct(
      issue([first, second]),
      entry('continues_in: { source: j2, was: （上接第1版） 春天开工 }', 'j1', '新桥'),
    )
    expect(told).toEqual([])
    expect(made.articles).toHaveLength(1)
    expect(made.articles[0]?.parts).toMatchObject([
      { blocks: [{ text: '新桥将在明年 ' }], titles: [{ text: '下转第2版', words: [{ from: 0, length: 5 }] }] },
      {
        blocks: [{ text: ' 春天开工。', isContinued: true, words: [{ from: 1, length: 5 }] }],
        titles: [{ text: '（上接第1版）' }],
      },
    ])
  })

  it('go on in several, one after the other, in whatever order they are told', () => {
    const chain = ['a2 Bridge a3 "Bridge, from page 1"', 'a1 "River rises" a2 Bridge']
      .map((line) => /^(\S+) ("[^"]+"|\S+) (\S+) (.+)$/u.exec(line) ?? [])
      .map(
        ([, id, was, to, next]) =>
          `  - { source: ${id}, was: ${was}, continues_in: { source: ${to}, was: ${next} } }\n`,
      )
    const { issue: made, told } = correct(source, `articles:\n${chain.join('')}`)
    expect(told).toEqual([])
    expect(made.articles.map(({ sourceId, parts }) => [sourceId, parts.map(({ page }) => page)])).toEqual([
      ['a1', [0, 0, 1]],
    ])
  })

  it('go on in one that is named as the source has it, or as it is corrected', () => {
    const mended =
      '  - { source: a3, was: "Bridge, from page 1", without: headline, text: [{ from: It will, to: It shall }] }\n'
    for (const was of ['Bridge, from page 1', 'It shall be built']) {
      const { issue: made, told } = correct(
        source,
        `${entry(`continues_in: { source: a3, was: "${was}" }`, 'a2', 'Bridge')}${mended}`,
      )
      expect(told).toEqual([])
      expect(textsOf(made)[1]).toBe('a2: [1] A new bridge is planned. [2] It shall be built of stone.')
    }
  })

  it('never go on in themselves', () =>
    expect(correct(source, entry('continues_in: { source: a1, was: River rises }')).told).toEqual([
      'correction-not-applied 4: the article would go on in itself',
    ]))

  it('are cut before a paragraph; what follows has a title of its own, and each side its own outlines', () => {
    const { issue: made, told } = correct(source, entry('cuts:\n  - { before: Boats stay, headline: Boats }'))
    expect(told).toEqual([])
    expect(textsOf(made).slice(0, 2)).toEqual(['a1: [1] The river is high.', 'a1 / Boats stay: [1] Boats stay ashore.'])
    expect(made.articles[1]).toMatchObject({ headline: 'Boats', kind: 'news' })
  })

  it('that a cut makes may go on elsewhere', () => {
    const { issue: made, told } = correct(
      source,
      `${entry('cuts:\n  - { before: Boats stay, headline: Boats }')}  - source: a2\n    was: Bridge\n    continues_in: { source: a1 / Boats stay, was: Boats }\n`,
    )
    expect(told).toEqual([])
    expect(textsOf(made)[1]).toBe('a2: [1] A new bridge is planned. [1] Boats | Boats stay ashore.')
  })

  it.each([
    ['nothing begins so', 'Ships', 'no paragraph of the article begins with these words'],
    ['nothing stands before', 'The river', 'no text of the article stands before these words'],
  ])('stay whole where %s', (_, before, reason) =>
    expect(correct(source, entry(`cuts:\n  - before: ${before}`)).told).toEqual([
      `correction-not-applied 5: ${reason}`,
    ]),
  )

  it('have the outlines that the editor draws, which are no other article’s', () => {
    const outline = [0, 0, 500, 0, 500, 300, 0, 300]
    const twin = { ...bridge, parts: bridge.parts.map((one) => ({ ...one, outlines: [outline] })) }
    const { issue: made } = correct(issue([river, twin]), entry(`outlines: [[${outline.join(', ')}]]`))
    expect(made.articles.map(({ parts }) => parts[0]?.outlines)).toEqual([[outline], []])
  })

  it.each([
    ['outside the page', '[[0, 0, 1001, 0, 0, 9]]', 'a corner lies outside the page, which has 1000 × 2000'],
    ['of two corners', '[[0, 0, 9, 9]]', 'an outline has at least three corners, each an x and a y'],
    ['on no page', '{ 7: [[0, 0, 9, 0, 9, 9]] }', 'there is no page 7 in this issue'],
  ])('keep their outlines where the new ones are %s', (_, outlines, reason) =>
    expect(correct(source, entry(`outlines: ${outlines}`)).told).toEqual([`correction-not-applied 4: ${reason}`]),
  )

  it('get an outline on a page where nothing of their text stands', () =>
    expect(correct(source, entry('outlines: { 2: [[0, 0, 9, 0, 9, 9]] }')).issue.articles[0]?.parts[1]).toEqual({
      page: 1,
      outlines: [[0, 0, 9, 0, 9, 9]],
      blocks: [],
      titles: [],
    }))

  it('are made from an outline, of the words inside it', () => {
    const { issue: made, told } = correct(
      source,
      'new_articles:\n  - source: boats\n    page: 1\n    outlines: [[90, 125, 900, 125, 900, 155, 90, 155]]\n    headline: Boats\n    order: 1\n',
    )
    expect(told).toEqual([])
    expect(textsOf(made).slice(0, 2)).toEqual(['boats: [1] Boats stay ashore.', 'a1: [1] The river is high.'])
  })

  it('are made of a part of a paragraph, of which no letter is lost', () => {
    const { issue: made } = correct(
      source,
      'new_articles:\n  - { source: new, page: 1, outlines: [[0, 0, 195, 0, 195, 125, 0, 125]] }\n',
    )
    expect(textsOf(made)).toEqual([
      'a1: [1] is high. | Boats stay ashore.',
      expect.stringContaining('a2'),
      expect.stringContaining('a3'),
      'new: [1] The river ',
    ])
    expect(made.articles[0]?.parts[0]?.blocks[0]?.words.map(({ from, length }) => [from, length])).toEqual([
      [0, 2],
      [3, 5],
    ])
  })

  it('are made of text that is given', () => {
    const { issue: made } = correct(
      source,
      'new_articles:\n  - { source: new, page: 2, outlines: [[0, 0, 9, 0, 9, 9]], kind: advert, text: [One., Two.] }\n',
    )
    expect(textsOf(made)[3]).toBe('new: [2] One. | Two.')
  })

  it('that are only a picture stay when one is made of words', () => {
    const picture = article('p', [part(0, [], { outlines: [[0, 0, 9, 0, 9, 9]] })])
    const { issue: made } = correct(
      issue([picture, river]),
      'new_articles:\n  - { source: new, page: 1, outlines: [[0, 0, 999, 0, 999, 999, 0, 999]] }\n',
    )
    expect(made.articles.map(({ sourceId }) => sourceId)).toEqual(['p', 'a1', 'new'])
    expect(made.articles[1]).toMatchObject({ headline: 'River rises', parts: [{ blocks: [] }] })
  })

  it('are not made of nothing', () =>
    expect(
      correct(source, 'new_articles:\n  - { source: new, page: 2, outlines: [[900, 900, 990, 900, 990, 990]] }\n').told,
    ).toEqual(['correction-not-applied 2: no words with a place stand inside the outlines, and no text is given']))
})

describe('an article that is meant', () => {
  it('is found by its words on the same page if the source gives it another id, and that is said', () => {
    const { issue: made, told } = correct(issue([bridge, { ...river, sourceId: 'b9' }]), entry('headline: Flood'))
    expect(made.articles[1]?.headline).toBe('Flood')
    expect(told).toEqual(['correction-by-words 2'])
  })

  it('is not another one that has its id now', () => {
    const { issue: made } = correct(
      issue([
        { ...bridge, sourceId: 'a1' },
        { ...river, sourceId: 'a2' },
      ]),
      entry('headline: Flood'),
    )
    expect(made.articles.map(({ headline }) => headline)).toEqual(['Bridge', 'Flood'])
  })

  it.each([
    ['is gone', issue([bridge]), 'no article has this id and begins with these words'],
    [
      'stands there twice',
      issue([
        { ...river, sourceId: 'x' },
        { ...river, sourceId: 'y' },
      ]),
      'several articles begin with these words',
    ],
    [
      'begins otherwise',
      issue([{ ...river, headline: 'Rivers', parts: [] }]),
      'the article with this id begins “Rivers”, and no other with these words',
    ],
  ])('and %s is reported, and nothing else breaks', (_, changed, reason) => {
    const both = `${entry('headline: Flood')}  - { source: a2, was: Bridge, kicker: Roads }\n`
    const { told, issue: made } = correct(changed, both)
    expect(told[0]).toBe(`correction-not-applied 2: ${reason}`)
    expect(made.articles.some(({ kicker }) => kicker === 'Roads')).toBe(changed.articles.includes(bridge))
  })

  it('is the one with the same id that begins so, of two', () => {
    const { issue: made } = correct(issue([{ ...bridge, sourceId: 'a1' }, river]), entry('headline: Flood'))
    expect(made.articles.map(({ headline }) => headline)).toEqual(['Bridge', 'Flood'])
  })

  it('may have an id that another has, too, and each has its entry', () => {
    const { issue: made, told } = correct(
      issue([river, { ...bridge, sourceId: 'a1' }]),
      `${entry('headline: Flood')}  - { source: a1, was: Bridge, headline: Tunnel }\n`,
    )
    expect(made.articles.map(({ headline }) => headline)).toEqual(['Flood', 'Tunnel'])
    expect(told).toEqual([])
  })

  it('may be a picture without words, which a dash names', () => {
    const picture = article('p', [part(0, [], { outlines: [[0, 0, 9, 0, 9, 9]] })])
    expect(correct(issue([picture]), entry('headline: The river', 'p', '—')).issue.articles[0]?.headline).toBe(
      'The river',
    )
  })

  it('is known by the headline that the correction gave it', () =>
    expect(correct(issue([{ ...river, headline: 'Flood', parts: [] }]), entry('headline: Flood')).told).toEqual([
      'correction-needless 4',
    ]))
})

describe('pages', () => {
  it('get label and name, and may change labels with each other', () => {
    const { issue: made, told } = correct(
      source,
      'pages:\n  - { page: 1, was: 1, label: 2, name: News }\n  - { page: 2, was: 2, label: 1 }\n',
    )
    expect(made.pages.map(({ label, name }) => [label, name])).toEqual([
      ['2', 'News'],
      ['1', undefined],
    ])
    expect(told).toEqual([])
  })

  it('never have the same label twice', () =>
    expect(correct(source, 'pages:\n  - { page: 1, was: 1, label: 2 }\n').told).toEqual([
      'correction-not-applied 2: two pages would have the same label',
    ]))

  it('that are not there are reported', () =>
    expect(correct(source, 'pages:\n  - { page: 9, was: A9, name: News }\n').told).toEqual([
      'correction-not-applied 2: no page has this number and this label',
    ]))
})

describe('the issue', () => {
  it('gets the day that the source does not say', () =>
    expect(correct({ ...source, date: undefined }, 'issue: { date: 1935-08-09 }\n').issue.date).toBe('1935-08-09'))
})

describe('corrections.yaml', () => {
  it.each([
    ['an unknown key', 'articles:\n  - source: a\n    was: b\n    headlin: c\n', ['unknown-key 4']],
    ['an entry without its words', 'articles:\n  - source: a\n    headline: c\n', ['missing-key 2']],
    ['a change of no kind', 'articles:\n  - source: a\n    was: b\n    text:\n      - from: x\n', ['bad-value 5']],
    ['a kind that is none', 'articles:\n  - source: a\n    was: b\n    kind: poem\n', ['bad-value 4']],
    [
      'two entries of one article',
      'articles:\n  - { source: a, was: b }\n  - { source: a, was: B. }\n',
      ['bad-value 3'],
    ],
    ['what is no YAML', 'articles: [\n', ['bad-yaml 2']],
    ['a list', '- a\n', ['bad-yaml 1']],
  ])('is refused with the line: %s', (_, yaml, faults) => expect(faultsIn(yaml)).toEqual(faults))

  it('may be empty', () => {
    expect(faultsIn('')).toEqual([])
    expect(correct(source, '').issue).toEqual(source)
  })
})

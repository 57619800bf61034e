import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlOf, paragraphsOf, selectedIn, type DrawnStretch } from '@/reader/page/copied-text'

const plain = (paragraph: string, text: string): DrawnStretch => ({ paragraph, drawn: text, copied: text })

describe('what is copied of a selection', () => {
  const stretches = [
    plain('a', '河畔步'),
    { paragraph: 'a', drawn: '葛', copied: '葛\u{e0100}' },
    plain('a', '道post'),
    { paragraph: 'a', drawn: '-', copied: '' },
    plain('a', 'card'),
    plain('b', '另一段'),
  ]
  const textOf = (from: number, to: number): string => paragraphsOf(selectedIn(stretches, from, to)).join('\n')

  it.each([
    [0, 17, '河畔步葛\u{e0100}道postcard\n另一段'],
    [1, 4, '畔步葛\u{e0100}'],
    [4, 6, '道p'],
    [6, 11, 'ostc'],
    [9, 10, ''],
    [13, 15, 'd\n另'],
    [5, 5, ''],
  ])('from %i to %i is %j', (from, to, text) => expect(textOf(from, to)).toBe(text))

  it('is the same in one selection or in two that meet', () =>
    fc.assert(
      fc.property(fc.nat(17), (at) => {
        const parts = [...selectedIn(stretches, 0, at), ...selectedIn(stretches, at, 17)]
        expect(paragraphsOf(parts)).toEqual(paragraphsOf(selectedIn(stretches, 0, 17)))
      }),
    ))
})

describe('paragraphs', () => {
  it('are joined over columns, with a caption between these after them', () =>
    expect(
      paragraphsOf([
        { paragraph: '1', text: '  一段在这一栏' },
        { paragraph: 'caption', text: '图说' },
        { paragraph: '1', text: '，到那一栏。' },
        { paragraph: '2', text: ' ' },
        { paragraph: '3', text: '又一段。' },
      ]),
    ).toEqual(['一段在这一栏，到那一栏。', '图说', '又一段。']))
  it('are HTML without styles, in which no text is markup', () =>
    expect(htmlOf(['甲<b>&乙', '丙'])).toBe('<p>甲&lt;b&gt;&amp;乙</p><p>丙</p>'))
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '@/bundle/block'
import { placeWords } from '@/press/model/place-words'

const page = { file: 'p.png', width: 1000, height: 1000 }
const box = { x: 1, y: 2, width: 3, height: 4 }
const blocksOf = (...texts: readonly string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', leaves: [text] }))
const placed = (text: string, words: readonly string[], range?: readonly [number, number]) =>
  placeWords(
    blocksOf(text),
    range ?? [0, text.length],
    words.map((word) => ({ text: word, box })),
    page,
  ).map(({ from, to }) => text.slice(from, to))

describe('the words that were read from a page', () => {
  it('are found in the text of their article, in order', () =>
    expect(
      placed('The river is high, and the river is wide.', ['The', 'river', 'is', 'high,', 'and', 'the', 'river']),
    ).toEqual(['The', 'river', 'is', 'high,', 'and', 'the', 'river']))

  it('are not looked for in a title, which is not in the text', () =>
    expect(placed('The river is high.', ['Floods', 'in', 'the', 'valley', 'The', 'river', 'is'])).toEqual([
      'The',
      'river',
      'is',
    ]))

  it('stay at their places where an editor has mended, inserted or removed others', () =>
    expect(
      placed('Der Landbote beginnt ein ganz neues Geschäft hier.', [
        'Der',
        'Landbotc',
        'beginnt',
        'tcm',
        'neues',
        'Geschäft',
        'fehlt',
        'hier.',
      ]),
    ).toEqual(['Der', 'beginnt', 'neues', 'Geschäft', 'hier.']))

  it('are told by what is seen: width, case and form do not count', () =>
    expect(placed('ＡＢ 桥头葛󠄀 ﬁn', ['ab', '桥头', '葛󠄀', 'fin'])).toEqual(['ＡＢ', '桥头', '葛󠄀', 'ﬁn']))

  it('are those of the part on this page', () =>
    expect(placed('one two one two', ['one', 'two'], [8, 15])).toEqual(['one', 'two']))

  it('are each found, whatever they are, if nobody has changed anything', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 60 }), (words) => {
        const shown = words
          .map((word) => word.replace(/\s/gu, ''))
          .filter((word) => word.normalize('NFKC').trim() !== '')
        const text = shown.join(' ')
        expect(placed(text, shown)).toHaveLength(shown.length)
      }),
    ))

  it('lie on the page, however wrong their boxes are', () => {
    const [found] = placeWords(
      blocksOf('桥'),
      [0, 1],
      [{ text: '桥', box: { x: 990, y: 5000, width: 50, height: 50 } }],
      page,
    )
    expect(found?.box).toEqual({ x: 990, y: 1000, width: 10, height: 0 })
  })
})

import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { articleId } from '@/bundle/ids'
import { placesOf, type PlacedWords } from '@/bundle/page-words'
import type { PagePart } from '@/bundle/page-part'
import { printedHits, printedLines } from '@/reader/page/printed-lines'

const article = v.parse(articleId, 'aaa111')
const first = 'wonder-ful rivers run'
const second = '桥头有人。'
const part: PagePart = {
  pieces: [
    {
      article,
      range: [0, first.length + second.length + 2],
      blocks: [
        { kind: 'paragraph', leaves: [first] },
        { kind: 'paragraph', leaves: [second] },
      ],
    },
  ],
}
const word = (from: number, to: number, x: number, y: number) => ({
  from,
  to,
  box: { x, y, width: (to - from) * 10, height: 10 },
})
const at = first.length + 1
const words: PlacedWords = {
  pieces: [
    {
      article,
      range: [0, first.length + second.length + 2],
      places: placesOf(
        [
          word(0, 7, 0, 0),
          word(7, 10, 0, 20),
          word(11, 17, 40, 20),
          word(18, 21, 0, 40),
          word(at, at + 2, 0, 60),
          word(at + 2, at + 5, 20, 60),
        ],
        0,
      ),
    },
  ],
}

describe('the lines of a printed page', () => {
  const lines = printedLines(words, part).get(article) ?? []

  it('together have all of the text, each paragraph by itself', () => {
    expect(lines.map(({ text }) => text)).toEqual(['wonder-', 'ful rivers ', 'run', '桥头有人。'])
    expect(new Set(lines.map(({ paragraph }) => paragraph)).size).toBe(2)
  })

  it('lie where they are printed', () => expect(lines[1]?.box).toEqual({ x: 0, y: 20, width: 100, height: 10 }))

  it('of an article whose text is not there are none', () =>
    expect(printedLines(words, { pieces: [] }).get(article)).toEqual([]))
})

describe('a place of an article', () => {
  it('is lit on the words that show it, line by line', () =>
    expect(printedHits(words, article, '8-20')).toEqual([
      { x: 0, y: 20, width: 100, height: 10 },
      { x: 0, y: 40, width: 30, height: 10 },
    ]))

  it('in a title, or of another article, is not lit', () => {
    expect(printedHits(words, article, 'headline')).toEqual([])
    expect(printedHits(words, 'bbb222', '8-20')).toEqual([])
  })
})

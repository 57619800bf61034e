import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import { articleId } from '@/bundle/ids'
import { decodePageWords, inPrintedLines, placesOf, wordsOf, type PrintedWord } from '@/bundle/page-words'
import { faultOf } from '../support/fault-of'
import { smallIssue } from '../support/small-issue'

/** The second page of the small issue: a facsimile with the end of an article. */
const { issue } = await smallIssue()
const [, page] = decodeIssue(encode(issue)).pages
if (!page) throw new Error('no page')
const [from, to] = page.renditions[0]?.regions[0]?.range ?? [0, 0]
const piece = { article: 'aaa111', range: [from, to], places: [0, 2, 5, 5, 10, 10, 1, 3, 20, 5, 15, 10] }
const decoded = (pieces: unknown) => decodePageWords(encode({ pieces }), 'words-01.json', page)
const edge = page.renditions[0]?.width ?? 0

describe('the words of a printed page [B19]', () => {
  it('are offsets in the article and boxes on the page', () =>
    expect(decoded([piece]).pieces.flatMap(wordsOf)).toEqual([
      { from, to: from + 2, box: { x: 5, y: 5, width: 10, height: 10 } },
      { from: from + 3, to: from + 6, box: { x: 20, y: 5, width: 15, height: 10 } },
    ]))

  it.each([
    ['of an article that is not on the page', { ...piece, article: 'zzz999' }, 'text-mismatch'],
    ['of another range than the part there', { ...piece, range: [from, to - 1] }, 'text-mismatch'],
    ['beyond the text of the part', { ...piece, places: [to - from - 1, 2, 5, 5, 10, 10] }, 'text-mismatch'],
    ['beyond the edge of the page', { ...piece, places: [0, 2, edge - 5, 5, 10, 10] }, 'outline-outside-page'],
    ['with numbers missing', { ...piece, places: [0, 2, 5, 5, 10] }, 'wrong-shape'],
    ['with numbers below zero', { ...piece, places: [0, 2, -5, 5, 10, 10] }, 'wrong-shape'],
    ['that are too many', { ...piece, places: Array.from({ length: 180_006 }, () => 0) }, 'too-many'],
  ])('are refused %s', async (_, bad, kind) => expect(await faultOf(() => decoded([bad]))).toMatchObject({ kind }))

  it('come back as they were written', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99))),
        fc.nat(50),
        (numbers, start) => {
          let at = start
          const words = numbers.map(([gap, length, x, y, width, height]): PrintedWord => {
            const from = at + gap
            at = from + length
            return { from, to: at, box: { x, y, width, height } }
          })
          const restored = {
            article: v.parse(articleId, 'aaa111'),
            range: [start, at] as const,
            places: placesOf(words, start),
          }
          expect(wordsOf(restored)).toEqual(words)
        },
      ),
    ))

  it('stand in lines: a word further down, to the left, or across a gutter begins another', () => {
    const at = (x: number, y: number) => ({ box: { x, y, width: 30, height: 10 } })
    const words = [at(0, 0), at(34, 1), at(0, 14), at(34, 13), at(120, 14), at(0, 13)]
    expect(inPrintedLines(words).map((line) => line.map((word) => words.indexOf(word)))).toEqual([
      [0, 1],
      [2, 3],
      [4],
      [5],
    ])
  })
})

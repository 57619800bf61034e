import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { PrintedArticle, PrintedIssue } from '@/press/importers/printed/printed-issue'
import { titleKeys } from '@/press/importers/corrections/corrections-record'
import '../../../support/property-seed'
import { article, correct, issue, part, placed } from './printed'

/** Articles of different words, in paragraphs of some words each, on pages 1 and 2. */
const issues = fc
  .array(
    fc.record({
      page: fc.nat(1),
      paragraphs: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
      hasHeadline: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((shapes): PrintedIssue => {
    let y = 0
    return issue(
      shapes.map(({ page, paragraphs, hasHeadline }, no) =>
        article(
          `a${no}`,
          [
            part(
              page,
              paragraphs.map((count, at) =>
                placed(Array.from({ length: count }, (_, word) => `w${no}x${at}x${word}`).join(' '), 0, (y += 30)),
              ),
            ),
          ],
          hasHeadline ? { headline: `Title number ${no} of all` } : {},
        ),
      ),
    )
  })

const wasOf = ({ headline, parts }: PrintedArticle): string => headline ?? parts[0]?.blocks[0]?.text ?? ''
const beginningOf = ({ parts }: PrintedArticle, at: number): string => parts[0]?.blocks[at]?.text ?? 'nothing'

/** What an editor may do to an issue without dropping anything; some of it does not fit. */
const editsOf = (source: PrintedIssue) =>
  fc.record({
    articles: fc
      .tuple(
        ...source.articles.map((own, no) =>
          fc.record(
            {
              source: fc.constant(own.sourceId),
              was: fc.constant(wasOf(own)),
              kicker: fc.constant('Kicker'),
              order: fc.integer({ min: 1, max: 6 }),
              outlines: fc.constant([[no, 0, 90, 0, 90, 90]]),
              cuts: fc.nat(4).map((at) => [{ before: beginningOf(own, at), headline: `Cut of ${own.sourceId}` }]),
              continues_in: fc
                .constantFrom(...source.articles)
                .map((other) => [{ source: other.sourceId, was: wasOf(other) }]),
              text: fc.nat(4).map((at) => [{ from: `x${at}x0`, to: `x${at}y0` }, { add: `added to ${own.sourceId}` }]),
            },
            { requiredKeys: ['source', 'was'] },
          ),
        ),
      )
      .map((all) => all.filter((one) => Object.keys(one).length > 2)),
    new_articles: fc.array(
      fc.record({ x: fc.nat(200), y: fc.nat(400) }).map(({ x, y }) => ({
        source: `new ${x} ${y}`,
        page: 1,
        outlines: [[x, y, x + 300, y, x + 300, y + 100, x, y + 100]],
      })),
      { maxLength: 1 },
    ),
  })

const corrected = issues.chain((source) =>
  fc.tuple(
    fc.constant(source),
    editsOf(source).map((edits) => stringify(edits)),
  ),
)

/** Every letter and digit of the articles, in order. */
const lettersOf = ({ articles }: PrintedIssue): string =>
  articles
    .flatMap((own) => [
      ...titleKeys.filter((key) => key !== 'kicker').flatMap((key) => own[key] ?? []),
      ...own.parts.flatMap(({ blocks }) => blocks.map(({ text }) => text)),
    ])
    .flatMap((text) => [...text].filter((character) => /[\p{L}\p{N}]/u.test(character)))
    .sort()
    .join('')

const textOnly = (yaml: string): string => yaml.replace(/^ {4}text:\n(?: {6}.*\n)*/gmu, '')

/**
 * Without what can't be told a second time of what it made: a join; a paragraph added at the end, which a cut gives to another article; a place among
 * articles of which one is not found again, since a new article has taken its first words.
 */
const tellableTwice = (yaml: string): string => {
  const told = yaml.replace(/^ {4}continues_in:\n(?: {6}.*\n)*/gmu, '').replace(/^ {6}- add: .*\n/gmu, '')
  return told.includes('source: new') ? told.replace(/^ {4}order: .*\n/gmu, '') : told
}

describe('corrections', () => {
  it('change nothing if there are none', () =>
    fc.assert(
      fc.property(issues, (source) => {
        expect(correct(source, '').issue).toEqual(source)
      }),
    ))

  it('applied to what they made change nothing more', () =>
    fc.assert(
      fc.property(corrected, ([source, yaml]) => {
        const once = correct(source, tellableTwice(yaml))
        const twice = correct(once.issue, tellableTwice(yaml))
        expect(twice.issue).toEqual(once.issue)
      }),
    ))

  it('lose no letter unless they drop it', () =>
    fc.assert(
      fc.property(corrected, ([source, yaml]) => {
        const before = lettersOf(source)
        const after = lettersOf(correct(source, textOnly(yaml)).issue)
        const titles = [...after].length - [...before].length
        // Titles that a cut gives are new.
        expect(titles).toBeGreaterThanOrEqual(0)
        let at = 0
        for (const letter of after) if (letter === before[at]) at++
        expect(at).toBe(before.length)
      }),
    ))

  it('are all accounted for, each once', () =>
    fc.assert(
      fc.property(corrected, ([source, yaml]) => {
        const { counts, told } = correct(source, yaml)
        const count = (code: string): number => told.filter((line) => line.startsWith(code)).length
        expect(count('correction-not-applied')).toBe(counts.notApplied)
        expect(count('correction-needless')).toBe(counts.needless)
      }),
    ))

  it('leave every word on the page where it was printed', () =>
    fc.assert(
      fc.property(corrected, ([source, yaml]) => {
        const boxesOf = ({ articles }: PrintedIssue): string[] =>
          articles
            .flatMap(({ parts }) =>
              parts.flatMap(({ page, blocks, titles }) =>
                [...titles, ...blocks].flatMap(({ words }) => words.map(({ box }) => `${page}: ${box.join(' ')}`)),
              ),
            )
            .sort()
        expect(boxesOf(correct(source, yaml).issue)).toEqual(boxesOf(source))
      }),
    ))
})

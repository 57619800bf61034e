import { readOcrText } from '@/press/importers/ocr-text/read-ocr-text'
import { foldedOf } from '@/press/importers/ocr-text/passages/letters'
import type { VillagePage } from './village-pages'

const shinglesOf = (text: string, length: number): Map<string, number> => {
  const shingles = new Map<string, number>()
  for (let at = 0; at + length <= text.length; at++) {
    const one = text.slice(at, at + length)
    shingles.set(one, (shingles.get(one) ?? 0) + 1)
  }
  return shingles
}

const alike = (one: string, other: string, length: number): number => {
  const [a, b] = [shinglesOf(one, length), shinglesOf(other, length)]
  const both = [...a].reduce((sum, [shingle, count]) => sum + Math.min(count, b.get(shingle) ?? 0), 0)
  const all = Math.max(0, one.length - length + 1) + Math.max(0, other.length - length + 1)
  return all === 0 ? 0 : (2 * both) / all
}

/** Share of four letters in a row from which two articles are the same. */
const sameArticle = 0.8

const isSameTitle = (printed: string, wanted: string): boolean => {
  const [a, b] = [foldedOf(printed), foldedOf(wanted)]
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return (short.length >= 4 && long.includes(short)) || alike(a, b, 2) >= 0.7
}

export interface PageScore {
  readonly f1: number
  /** Share of the articles that were found which have their title. */
  readonly titles: number
  readonly made: number
  readonly wanted: number
  readonly missed: readonly string[]
  readonly untitled: readonly string[]
}

/** How well the import of a raw text has the articles of its page. */
export const scoreOf = (raw: string, { articles }: VillagePage): PageScore => {
  const made = (readOcrText(raw, 'page.txt').issue?.articles ?? []).map(
    ({ kicker, headline, deck = [], byline, parts }) => ({
      titles: [headline, kicker, [kicker, headline].join(''), [headline, ...deck].join('')].filter(
        (one) => one !== undefined,
      ),
      text: foldedOf(
        [kicker, headline, ...deck, byline, ...parts.flatMap(({ blocks }) => blocks.map(({ text }) => text))].join(
          '\n',
        ),
      ),
    }),
  )
  const pairs = articles
    .flatMap((wanted) => {
      const text = foldedOf(
        [wanted.kicker, wanted.headline, wanted.deck, wanted.author, ...wanted.paragraphs].join('\n'),
      )
      return made.map((one) => ({ wanted, one, share: alike(text, one.text, 4) }))
    })
    .filter(({ share }) => share >= sameArticle)
    .sort((one, other) => other.share - one.share)
  const found = new Map<(typeof articles)[number], (typeof made)[number]>()
  for (const { wanted, one } of pairs)
    if (!found.has(wanted) && ![...found.values()].includes(one)) found.set(wanted, one)
  const untitled = [...found].filter(
    ([wanted, one]) => !one.titles.some((title) => isSameTitle(title, wanted.headline)),
  )
  return {
    f1: (2 * found.size) / Math.max(1, articles.length + made.length),
    titles: found.size === 0 ? 0 : 1 - untitled.length / found.size,
    made: made.length,
    wanted: articles.length,
    missed: articles.filter((one) => !found.has(one)).map(({ headline }) => headline),
    untitled: untitled.map(([wanted, one]) => `${wanted.headline} has ${one.titles.join(' | ') || 'none'}`),
  }
}

import type { VillageArticle, VillagePage } from './village-pages'

/** The same numbers for the same seed, from 0 to 1. */
export type Chance = () => number
export const chanceOf = (seed: number): Chance => {
  let state = seed * 2654435761 + 1
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) | 0
    const mixed = Math.imul(state ^ (state >>> 13), 3266489917)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
}

/** What a text extractor makes of a page. */
export type Shape = 'raw' | 'raw indented' | 'titles last' | 'titles in a row' | 'default' | 'layout' | 'wrapped'
export const shapes: readonly Shape[] = [
  'raw',
  'raw indented',
  'titles last',
  'titles in a row',
  'default',
  'layout',
  'wrapped',
]

/** One printed line; a blank one separates blocks. */
export type PrintedLine = string

/** An article as printed. */
export interface PrintedStory {
  readonly titles: readonly PrintedLine[]
  /** Lines of its text, one list for each column. */
  readonly columns: readonly (readonly PrintedLine[])[]
}

const neverFirst = /^[，。、；：？！”’）》]/u

/** Lines of a width in characters; a mark that may not begin a line hangs at the end of the one before. */
const brokenInto = (text: string, width: number): string[] => {
  const lines: string[] = []
  let rest = text
  while (rest !== '') {
    let length = Math.min(width, rest.length)
    while (neverFirst.test(rest.slice(length)) && length < width + 2) length++
    lines.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return lines
}

const bodyOf = ({ signed, author, paragraphs }: VillageArticle, style: number): string[] =>
  paragraphs.map((paragraph, at) => {
    if (signed === '讯' && at === 0) return `本报讯（记者 ${author}）${paragraph}`
    if (signed === '尾' && at === paragraphs.length - 1 && style % 2 === 0) return `${paragraph}（${author}）`
    return paragraph
  })

export interface Measures {
  readonly column: number
  readonly title: number
  /** Paragraphs begin with two spaces. */
  readonly isIndented: boolean
  readonly style: number
}

/** The printed lines of an article, its text in columns of about equal height. */
export const printedStory = (article: VillageArticle, { column, title, isIndented, style }: Measures): PrintedStory => {
  const { kicker, headline, deck, signed, author } = article
  const lines = bodyOf(article, style).flatMap((text) => brokenInto(isIndented ? `　　${text}` : text, column))
  const bylines = signed === '行' || signed === '无' ? [author] : []
  const feet = signed === '尾' && style % 2 === 1 ? [`□ ${author}`] : []
  const count = lines.length > 16 ? 2 : 1
  const height = Math.ceil(lines.length / count)
  const columns = Array.from({ length: count }, (_, at) => lines.slice(at * height, (at + 1) * height))
  return {
    titles: [kicker, headline, deck].flatMap((line) => (line ? brokenInto(line, title) : [])),
    columns: columns.map((one, at) => [
      ...(at === 0 ? bylines : []),
      ...one,
      ...(at === columns.length - 1 ? feet : []),
    ]),
  }
}

const cellsOf = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0)

/** Columns side by side, as -layout prints them: counted in cells, or in characters. */
const sideBySide = (columns: readonly (readonly string[])[], isInCells: boolean): string[] => {
  const lengthOf = (text: string): number => (isInCells ? cellsOf(text) : text.length)
  const widths = columns.map((lines) => Math.max(...lines.map(lengthOf)))
  const rows = Math.max(...columns.map(({ length }) => length))
  return Array.from({ length: rows }, (_, row) =>
    columns
      .map((lines, at) => {
        const line = lines[row] ?? ''
        return line + ' '.repeat((widths[at] ?? 0) - lengthOf(line) + 4)
      })
      .join('')
      .trimEnd(),
  )
}

const measuresOf = (chance: Chance, shape: Shape, style: number): Measures => ({
  column: shape === 'wrapped' ? 34 : 12 + Math.floor(chance() * 7),
  title: shape === 'layout' ? 12 : 12 + Math.floor(chance() * 9),
  isIndented: shape === 'raw indented' || (shape === 'layout' && style % 2 === 1),
  style,
})

/** A page as the extractor's text, after `damage` to its stories. */
export const extracted = (
  { masthead, articles }: VillagePage,
  shape: Shape,
  {
    seed,
    damage = (stories) => stories,
  }: {
    readonly seed: number
    readonly damage?: (stories: readonly PrintedStory[], chance: Chance) => readonly PrintedStory[]
  },
): string => {
  const chance = chanceOf(seed)
  const stories = damage(
    articles.map((article, at) => printedStory(article, measuresOf(chance, shape, seed + at))),
    chance,
  )
  const flow = ({ columns }: PrintedStory): string[] => columns.flat()
  const lines = ((): string[] => {
    switch (shape) {
      case 'raw':
      case 'raw indented':
      case 'wrapped':
        return [...masthead, ...stories.flatMap((story) => [...story.titles, ...flow(story)])]
      case 'titles last':
        return [...masthead, ...stories.flatMap((story) => [...flow(story), ...story.titles])]
      case 'titles in a row':
        return [
          ...masthead,
          ...[0, 3, 6, 9].flatMap((from) => {
            const some = stories.slice(from, from + 3)
            return [...some.flatMap(({ titles }) => titles), ...some.flatMap(flow)]
          }),
        ]
      case 'default':
        return [
          ...masthead,
          '',
          ...stories.flatMap(({ titles, columns }) => [...titles, '', ...columns.flatMap((lines) => [...lines, ''])]),
        ]
      case 'layout':
        return [
          ...masthead,
          '',
          ...[0, 3, 6, 9].flatMap((from) => {
            const some = stories.slice(from, from + 3).map((story) => [...story.titles, ...flow(story)])
            return some.length > 0 ? [...sideBySide(some, seed % 2 === 0), ''] : []
          }),
        ]
    }
  })()
  return `${lines.join('\n')}\n`
}

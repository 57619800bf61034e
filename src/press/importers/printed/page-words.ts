import type { Box } from './printed-issue'

/** A word as it is printed, and where: pixels of the page's picture. */
export interface WordOnPage {
  readonly text: string
  readonly box: Box
}

/** The words of an article on one page, in reading order. */
export interface WordsOfArticle {
  /** Its file without `.md`, as in references: `page-01/02-news`. */
  readonly article: string
  readonly words: readonly WordOnPage[]
}

/**
 * `words.txt` in a page's folder: the places of its words, for a person to look at and for the press to read. A line that begins with `#`
 * names an article; each line after it is x, y, width, height and the word.
 */
export const formatPageWords = (articles: readonly WordsOfArticle[]): string =>
  articles
    .map(({ article, words }) =>
      [`# ${article}`, ...words.map(({ text, box }) => `${box.map(Math.round).join(' ')} ${text}`)]
        .map((line) => `${line.replace(/\s+/gu, ' ')}\n`)
        .join(''),
    )
    .join('')

import type { Outline } from '@/bundle/region'
import { coveredShare } from './covered-share'
import type { PrintedBlock, PrintedIssue } from './printed-issue'

/** What came out of an import, in figures: a person compares them with what is printed. */
export interface ImportFigures {
  readonly pages: number
  readonly articles: number
  /** Steps of articles from one page to another, as the source or a correction states them. */
  readonly joins: number
  /** Words with a place. */
  readonly words: number
  readonly characters: number
  /** Of them, without blanks: those that stand in a word with a place, and the others. */
  readonly placed: number
  readonly unplaced: number
  /** Characters of pages that the press recognised from their pictures: they are doubtful. Heads of pages are among them. */
  readonly recognised: number
  /** Of the area of all pages with a layout, 0 to 1; undefined if there is none. */
  readonly covered: number | undefined
}

const lengthOf = (text: string): number => text.replace(/\s+/gu, '').length

/** Each character once, though the halves of a divided word may overlap. */
const placedIn = ({ text, words }: PrintedBlock): number => {
  let placed = ''
  let reached = 0
  for (const { from, length } of words.toSorted((a, b) => a.from - b.from)) {
    placed += text.slice(Math.max(from, reached), from + length)
    reached = Math.max(reached, from + length)
  }
  return lengthOf(placed)
}

const coveredIn = ({ pages }: PrintedIssue, outlines: readonly (readonly Outline[])[]): number | undefined => {
  const shares = pages.flatMap((page, index) =>
    page.isWithoutLayout === true ? [] : [coveredShare(outlines[index] ?? [], page)],
  )
  return shares.length === 0 ? undefined : shares.reduce((sum, share) => sum + share, 0) / shares.length
}

/** @param outlines of each page, where its articles stand */
export const figuresOfImport = (issue: PrintedIssue, outlines: readonly (readonly Outline[])[]): ImportFigures => {
  const { pages, articles } = issue
  const texts = articles.flatMap(({ parts }) => parts.flatMap((part) => [...part.titles, ...part.blocks]))
  const sum = (count: (text: PrintedBlock) => number): number => texts.reduce((all, text) => all + count(text), 0)
  const placed = sum(placedIn)
  return {
    pages: pages.length,
    articles: articles.length,
    joins: articles.reduce((all, { parts }) => all + new Set(parts.map(({ page }) => page)).size - 1, 0),
    words: sum(({ words }) => words.length),
    characters: sum(({ text }) => text.length),
    placed,
    unplaced: sum(({ text }) => lengthOf(text)) - placed,
    recognised: issue.recognised ?? 0,
    covered: coveredIn(issue, outlines),
  }
}

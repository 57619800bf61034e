import type { RunStyle } from '@/bundle/setting'
import type { Weight } from '../../model/draft'

/** How a role of text is set, in multiples of the body size; rows are rows of the grid. */
export interface TextStyle {
  readonly scale: number
  /** Indent of a paragraph's first line and inset of all lines, in its own ems. */
  readonly indent: number
  readonly inset: number
  readonly insetEnd: number
}

const plain = { scale: 1, indent: 0, inset: 0, insetEnd: 0 } as const

export const textStyles: Readonly<Record<RunStyle, TextStyle>> = {
  body: { ...plain, indent: 2 },
  subhead: { ...plain, scale: 1.1 },
  caption: { ...plain, scale: 0.84 },
  quotation: { ...plain, inset: 1, insetEnd: 1, indent: 2 },
  'pull-quote': { ...plain, scale: 1.22, inset: 0.8, insetEnd: 0.4 },
  note: { ...plain, inset: 1, insetEnd: 1, indent: 2 },
  verse: { ...plain, inset: 1 },
  list: { ...plain, inset: 1.5 },
  table: { ...plain, scale: 0.9 },
  reference: { ...plain },
}

/** Sizes of a headline, largest first, in multiples of the body size. */
export const headlineScales: Readonly<Record<Weight, readonly number[]>> = {
  lead: [5.2, 4.8, 4.4, 4, 3.6, 3.3, 3, 2.7, 2.4],
  second: [3.6, 3.3, 3, 2.8, 2.6, 2.4, 2.2, 2],
  standard: [2.4, 2.2, 2, 1.85, 1.7, 1.55],
  brief: [1.5, 1.35, 1.2],
}

/** How much larger than the largest of them a headline may be where there is room; its weight still shows. */
export const mostTitleGrowth: Readonly<Record<Weight, number>> = { lead: 1.4, second: 1.24, standard: 1.32, brief: 1.4 }

/** Most lines of a headline over one, two, three and more columns. */
export const mostHeadlineLines = [4, 3, 2] as const

/** Longest line of a headline, thousandths of an em: a longer one is hard to take in at a glance. */
export const longestHeadline = 20_000

export const kickerScale = 1.3
export const deckScale = 1.25
export const bylineScale = 0.95
export const rubricScale = 1.05
export const jumpHeadScales: readonly number[] = [1.7, 1.5, 1.35, 1.2]

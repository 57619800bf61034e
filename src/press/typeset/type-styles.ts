/**
 * Sizes, leadings and airs of everything that stands on a page, each with its reason. Unless it is said otherwise, a scale is a
 * multiple of the body size, a leading a multiple of the type's own size, and air is in rows of the grid.
 */

import type { RunStyle, SetTitle } from '@/bundle/setting'
import type { Weight } from '../model/draft'

/** How a block of text is set. */
export interface TextStyle {
  readonly scale: number
  /** Indent of a paragraph's first line, in its own ems. */
  readonly indent: number
  /** Inset of all lines from the column's edges, in their own ems. */
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

/**
 * Subheads and pull quotes take a row more than they have lines. This is the air above them out of that row: a subhead
 * belongs to the text under it, a pull quote stands in the middle.
 */
export const airAboveText = { subhead: 0.6, pullQuote: 0.5 } as const

/** Rows between stacked units: a hairline with air. */
export const gapRows = 1
/** Rows that such a gap may grow by. */
export const gapStretch = 1
/** Rows of air inside the frame or tint of a unit that has one. */
export const groundPadRows = 1

/** A table: sizes of its type, the usual one first, the others where it does not fit; airs in rows. */
export const tableStyle = {
  scales: [textStyles.table.scale, 0.82, 0.74],
  /** Space at either side of a cell, in ems of the body. */
  paddingEms: 0.3,
  /** From the text above to the rule over the head, out of the row that the head takes more than it has lines. */
  airAboveRule: 0.5,
  /** From the last row to the rule under it. */
  airAboveFoot: 0.15,
  /** Rows under a table that is followed by text. */
  airBelow: 1,
  /** Where a table stands as a list, its labels take at most this share of the width. */
  mostLabelShare: 0.4,
} as const

/** How far a line of verse that is too long is set in where it goes on, ems. */
export const verseTurnEms = 2
/** Rows between two stanzas. */
export const stanzaAir = 1
/** A stanza of more rows may be cut over columns. */
export const longestStanza = 20

/** Sizes of a headline, largest first. */
export const headlineScales: Readonly<Record<Weight, readonly number[]>> = {
  lead: [5.2, 4.8, 4.4, 4, 3.6, 3.3, 3, 2.7, 2.4],
  second: [3.6, 3.3, 3, 2.8, 2.6, 2.4, 2.2, 2],
  standard: [2.4, 2.2, 2, 1.85, 1.7, 1.55],
  brief: [1.5, 1.35, 1.2],
}

/** How many times its largest size a headline may have where there is room; its weight still shows. */
export const mostTitleGrowth: Readonly<Record<Weight, number>> = { lead: 1.4, second: 1.24, standard: 1.32, brief: 1.4 }

/** Most lines of a headline over one, two, three and more columns. */
export const mostHeadlineLines = [4, 3, 2] as const

/** A lead's headline of two lines or more stands in one instead, if that is at least so large a share of its size. */
export const leastOfOneLine = 0.75

/** Longest line of a headline, in thousandths of an em: a longer one can't be taken in at a glance. */
export const longestHeadline = 20_000

/** How a line of an article's title is set. The headline's sizes are those of its weight. */
export interface TitleStyle {
  readonly leading: number
  /** Ems of the body between it and the line above. */
  readonly airAboveEms: number
}

export const titleStyles: Readonly<Record<SetTitle['role'], TitleStyle>> = {
  rubric: { leading: 1.35, airAboveEms: 0 },
  kicker: { leading: 1.3, airAboveEms: 0 },
  // The larger the type, the less leading it needs.
  headline: { leading: 1.2, airAboveEms: 0.1 },
  // A deck of several lines is read as text.
  deck: { leading: 1.35, airAboveEms: 0.25 },
  byline: { leading: 1.35, airAboveEms: 0.2 },
  'jump-head': { leading: 1.3, airAboveEms: 0 },
}

export const rubricScale = 1.05
export const bylineScale = 0.95
/**
 * Kicker and deck: their share of the headline's size, 1:2.6 and 1:2.9 as newspapers print them, and the scale that they are never
 * below, under which they would be lost between headline and text.
 */
export const kickerStyle = { share: 1 / 2.6, leastScale: 1.25 } as const
export const deckStyle = { share: 1 / 2.9, leastScale: 1.2 } as const
/** Shares of that size at which a kicker or a line of a deck is tried, so that it stands in one line. */
export const oneLineShares: readonly number[] = [1, 0.93, 0.86, 0.79, 0.72, 0.65]
/** A working title, which nobody wrote, is no larger than this, and not a word of it shouts. */
export const workingTitleScales: readonly number[] = [1.5, 1.35, 1.2]
/** Sizes of the short head of a continuation, largest first. */
export const jumpHeadScales: readonly number[] = [1.7, 1.5, 1.35, 1.2]
/** A rubric, kicker or byline that is too long for its usual size may have this share of it. */
export const smallerTitle = 0.9

/** Least air between a title and its text, before the title is rounded up to whole rows. */
export const titleAirBelow = 0.45
/** Air that is left of a title's rows is divided into so many parts: one goes above the title, the others go between it and its text. */
export const titleAirParts = 3
/** Most air around a title where there is room, beyond one row, as a share of the title's rows: more would look like a hole. */
export const mostTitleAir = 0.3

/** The rubric over several briefs. */
export const briefsHeadStyle = { scale: 1.35, leading: 1.3, airBelow: 0.3 } as const

/** A brief's title inside a column; `airAboveShare` is the share of its spare height above it: more than below, to separate the briefs. */
export const briefTitleStyle = { leading: 1.3, air: 0.35, airAboveShare: 0.6 } as const

/** The line that says where an article goes on or comes from. */
export const jumpLineScale = 0.9

/** A picture inside a column ends a little above the row of its caption. */
export const plateAirBelow = 0.2
/** Air between a picture over several columns and its caption. */
export const captionAirAbove = 0.15
/** Rows between a picture's caption and the text under it. */
export const captionAirBelow = 1

/**
 * A box or tint is wider than its columns by a share of the gutter on either side, of a very wide gutter by that share of
 * `widestGutterEms`; its edges stand a little inside its first and last row, so that stacked boxes don't touch.
 */
export const boxEdge = { gutterShare: 0.3, widestGutterEms: 1.4, airOutside: 0.3 } as const

/** Vertical lines in a box on a horizontal page: room inside the box and between tiers, in ems of the body. */
export const verticalBoxStyle = { paddingEms: 0.9, tierGapEms: 1.6 } as const

/** The head over the articles of a banner: rows with the air below, its scale, and ems kept free at either side. */
export const bannerStyle = { rows: 4, airBelow: 1, scale: 2.6, sideEms: 1 } as const

/** Folio: the paper's name is a little larger than page and label, the date smaller; the rule stands below by so many rows. */
export const folioStyle = { nameScale: 1.1, dateScale: 0.85, ruleAt: 1.25 } as const

/** Rows of the folio above the type area. */
export const folioRows = 2

/** The paper's name at the head of page one. Its type's leading is of its own size. */
export const nameplateStyle = {
  /** Share of the width between the ears, and of the page's width, that it takes at most; printed papers give it a third to a half. */
  shareOfArea: 0.84,
  shareOfPage: 0.5,
  /** Its height at most, as a share of the page's width: two characters then take a third of it. */
  mostHeight: 0.155,
  leading: 1.1,
  /** Letter-spacing of a name of Han characters, thousandths of an em: two characters are spread, four stand close. */
  spacing: { least: 60, most: 360 },
  /** How many times wider the title face's letters are than those of the setting face in bold, whose widths are known. */
  boldest: 1.15,
} as const

/** What stands beside the nameplate: shares of the page's columns that an ear takes, and each of two at most; and rows at most. */
export const earStyle = { leastShare: 0.25, mostShare: 0.45, mostShareOfTwo: 0.3, mostRows: 14 } as const

/** Masthead over the whole width of page one; heights and airs in rows. */
export const mastheadStyle = {
  /** The line of dates, numbers and channels under the nameplate, a hairline at its head; least ems of the body between two items. */
  dates: { scale: 1.05, rows: 1.35, airAbove: 0.5, leastGap: 1 },
  /** The line of small print under it. */
  smallPrint: { scale: 0.75, rows: 0.9 },
  /** From the last line down to the accent rule, and from there to the type area at least. */
  accentRuleAir: 0.15,
  airBelow: 0.75,
} as const

/** Masthead of a paper of vertical lines, a panel in the corner; heights and airs in rows. */
export const cornerMastheadStyle = {
  /** Its type's size at most; leading of its own size. */
  nameplate: { scale: 10, leading: 1.16 },
  /** Scale and rows of the first date line, of the second, and of the others. */
  dates: [
    { scale: 1.3, rows: 1.3 },
    { scale: 1.1, rows: 1 },
    { scale: 1, rows: 1 },
  ],
  ruleAirAbove: 0.25,
  smallPrint: { scale: 0.85, rows: 0.85, airAbove: 0.4 },
  /** Least air below the panel. */
  airBelow: 0.2,
} as const

/** Smallest type of masthead and folio, however long the text is, in page units (0.6 mm). */
export const smallestFurniture = 12

/** What layouts cost where they meet, and what a layout costs as a page. */

import type { CornerMasthead } from '../furniture/corner-masthead'
import type { Layout } from '../layout/layout-tree'
import { rulesFor } from './rule'

/** Columns and rows that a page has for its units. */
export interface LayoutRoom {
  readonly columns: number
  readonly rows: number
}

/** Two layouts side by side, the left one first, given so many rows. */
export interface Meeting {
  readonly first: Layout
  readonly second: Layout
  readonly rows: number
}

/** All that stands on a page, and the room that it has. */
export interface FilledPage {
  readonly layout: Layout
  readonly page: LayoutRoom
}

/** Titles are of similar size if the larger is less than this many times the smaller. */
const similarSizes = 1.3

const areSimilar = (one: number | undefined, other: number | undefined): boolean =>
  one !== undefined && other !== undefined && Math.max(one, other) < Math.min(one, other) * similarSizes

/** Each cell of a hole of this many rows costs twice as much as a lone blank cell: many small blanks are better than a hole. */
const holeRows = 4

/** What a layout leaves blank of the rows that it is given: cells, each the more the higher the hole is. */
const holeIn = ({ rows: own, stretch, span }: Layout, rows: number): number => {
  const blankRows = Math.max(0, rows - own - stretch)
  return blankRows * span * (1 + blankRows / holeRows)
}

/** Titles and pictures of two layouts side by side. */
export const meetingRules = rulesFor<Meeting>()([
  {
    name: 'colliding-titles',
    what: 'two titles of similar size side by side at the same height',
    weight: 8,
    measure: ({ first, second }) => (areSimilar(first.headSize, second.headSize) ? 1 : 0),
    source: 'newspaper custom: 碰题, two titles that read as one',
  },
  {
    name: 'touching-pictures',
    what: 'two pictures of different articles that touch across a gutter',
    weight: 25,
    measure: ({ first, second }) => (first.plateAt.right && second.plateAt.left ? 1 : 0),
    source: 'newspaper custom: two pictures that touch are seen as one',
  },
])

/** Blanks of two layouts side by side. */
export const holeRules = rulesFor<Meeting>()([
  {
    name: 'hole',
    what: 'a blank cell beside a neighbour; in a hole of n rows 1 + n / 4 times',
    weight: 1,
    measure: ({ first, second, rows }) => holeIn(first, rows) + holeIn(second, rows),
    source: 'many small blanks are better than a hole',
  },
])

/** Blanks under the whole page. */
export const footRules = rulesFor<FilledPage>()([
  {
    name: 'blank-foot',
    what: 'a blank cell at the foot of the page',
    weight: 1,
    measure: ({ layout, page }) => Math.max(0, page.rows - layout.rows - layout.stretch) * page.columns,
    source: 'a blank is paper that says nothing',
  },
])

/** What runs over the foot of the sheet. */
export const overflowRules = rulesFor<FilledPage>()([
  {
    name: 'overflow',
    what: 'a row beyond the sheet, whatever its width',
    weight: 400,
    measure: ({ layout, page }) => Math.max(0, layout.rows - page.rows),
    source: 'the press has sheets of one size',
  },
])

/** Of a vertical paper's masthead, in the corner of the page. */
export const mastheadRules = rulesFor<{ readonly masthead: CornerMasthead; readonly span: number }>()([
  {
    name: 'lone-masthead',
    what: 'a masthead over all columns, with no article beside it',
    weight: 1000,
    measure: ({ masthead, span }) => (span === masthead.span ? 0 : 1),
    source: 'newspaper custom: the corner is the masthead’s, the rest is the news’',
  },
])

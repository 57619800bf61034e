/** What a unit's shape costs by itself: each rule is about something that an art director would point at. */

import type { ScoreItem } from '../../model/page-score'
import type { Unit } from '../copyfit/unit'
import { headlineOf, type ColumnShape, type PageContext, type UnitShape, type VerticalBox } from '../copyfit/unit-shape'
import { isWidthWished, suitsWidth } from '../copyfit/widths'
import type { Grid } from '../grid'
import { rowsOf } from '../lines/flow-item'
import { headlineScales } from '../type-styles'
import { costBy, itemsBy, rulesFor } from './rule'

/** A unit over a width of the page, columns. */
interface UnitWidth {
  readonly unit: Unit
  readonly span: number
  readonly context: PageContext
}

/** A unit in columns, with what several rules ask of it. */
interface ScoredColumns {
  readonly shape: ColumnShape
  readonly grid: Grid
  readonly headline: ReturnType<typeof headlineOf>
  readonly textRows: number
  /** Rows of text under the title, on an average of its columns. */
  readonly rowsUnderTitle: number
}

const leastLines = 5
const leastTitleShare = 0.5
const longestColumn = 0.66
/** A picture should stand over this share of its article's columns, over all of them where there are two or no text. */
const plateShare = 0.6
/** Up to so many times its weight's smallest size a headline is small. */
const smallTitleSizes = 1.15

const count = (is: boolean): number => (is ? 1 : 0)

/** Share of the width that the headline's longest line fills. The line is centred: its indent is the blank at either side. */
const titleShare = ({ size, lines, width }: NonNullable<ReturnType<typeof headlineOf>>): number =>
  1 - (2 * Math.min(...lines.map(({ indent }) => indent)) * size) / 1000 / width

const isSmall = ({ headline, shape: { span, portions }, grid }: ScoredColumns): boolean => {
  const { weight } = portions[0].article
  const smallest = headlineScales[weight].at(-1) ?? 1
  const isAtSmallest = headline !== undefined && headline.size <= smallest * grid.bodySize * smallTitleSizes
  return isAtSmallest && span > 1 && weight !== 'brief'
}

const hasPicture = ({ plate, columns }: ColumnShape): boolean =>
  plate !== undefined || columns.flat().some(({ kind }) => kind === 'plate')

/** Columns that a picture lacks of those that it should stand over. */
const lackedColumns = ({ shape, textRows }: ScoredColumns): number => {
  const { span, plate } = shape
  const share = span <= 2 ? span : Math.max(2, Math.round(span * plateShare))
  return hasPicture(shape) ? Math.max(0, (textRows > 0 ? share : span) - (plate?.span ?? 1)) : 0
}

/** Rows of a column that is a scrap whatever stands beside it. */
const fewestRows = 2

/**
 * Lines that columns lack of five, where another has as many, or where they have one or two; under a picture either no column has text or
 * all have.
 */
const scrapLines = ({ shape: { columns, plate, span } }: ScoredColumns): number => {
  if (span === 1) return 0
  const longest = Math.max(...columns.map(rowsOf))
  const underPlate = span - (plate?.span ?? 0)
  const isTextUnder = columns.slice(underPlate).some((items) => items.length > 0)
  return columns
    .filter((items, column) => items.length > 0 || (isTextUnder && column >= underPlate))
    .map(rowsOf)
    .filter((rows) => longest >= leastLines || rows <= fewestRows)
    .reduce((sum, rows) => sum + Math.max(0, leastLines - rows), 0)
}

/** Columns in which nothing stands, not even a picture, of a unit that has text. */
const emptyColumns = ({ shape: { columns, bands, plate, span } }: ScoredColumns): number => {
  if (columns.every((items) => items.length === 0)) return 0
  const bare = bands ? bands.map(({ items }) => items) : columns.slice(0, span - (plate?.span ?? 0))
  return bare.filter((items) => items.length === 0).length
}

/** Of every unit: its width in columns. */
export const widthRules = rulesFor<UnitWidth>()([
  {
    name: 'unfit-width',
    what: 'an article over a width that does not suit its weight',
    weight: 14,
    measure: ({ unit, span, context }) => count(!suitsWidth(unit, span, context) && !isWidthWished(unit)),
    source: 'newspaper custom: breadth says weight',
  },
  {
    name: 'unkept-width',
    what: 'an article over another width than the editor’s',
    weight: 300,
    measure: ({ unit, span, context }) => count(!suitsWidth(unit, span, context) && isWidthWished(unit)),
    source: 'the editor decides',
  },
])

/** Of units in columns. */
export const columnRules = rulesFor<ScoredColumns>()([
  {
    name: 'thin-columns',
    what: 'a column of fewer than five lines under the title',
    weight: 6,
    measure: ({ shape, textRows, rowsUnderTitle }) =>
      shape.span > 1 && textRows > 0 && rowsUnderTitle < leastLines ? shape.titleSpan : 0,
    source: 'newspaper custom: a title stands over text, not over crumbs',
  },
  {
    name: 'many-title-lines',
    what: 'a headline in more than two lines over several columns',
    weight: 5,
    measure: ({ shape, headline }) => count(headline !== undefined && headline.lines.length > 2 && shape.span > 1),
    source: 'newspaper custom: a broad title is one line or two',
  },
  {
    name: 'small-title',
    what: 'a headline at or near its weight’s smallest size',
    weight: 4,
    measure: (scored) => count(isSmall(scored)),
    source: 'newspaper custom: size says weight',
  },
  {
    name: 'lost-title',
    what: 'a column under a headline that stands over three or more and fills less than half of them',
    weight: 2.5,
    measure: ({ shape: { titleSpan }, headline }) =>
      headline && titleSpan > 2 && titleShare(headline) < leastTitleShare ? titleSpan : 0,
    source: 'newspaper custom: a title fills its width',
  },
  {
    name: 'tall-title',
    what: 'a cell of a title that is higher than the text under it, without a picture',
    weight: 1,
    measure: ({ shape: { plate, titleSetting, titleSpan }, textRows, rowsUnderTitle }) =>
      plate || textRows === 0 ? 0 : Math.max(0, titleSetting.rows - rowsUnderTitle) * titleSpan,
    source: 'seen on pages that were set: a title of 23 mm over three lines',
  },
  {
    name: 'narrow-picture',
    what: 'a column that a picture lacks of three fifths of its article’s; of all, over one or two or without text',
    weight: 22,
    measure: lackedColumns,
    source: 'newspaper custom: a picture is as broad as its story',
  },
  {
    name: 'cropped-picture',
    what: 'a tenth of its height by which a picture is cropped or grown',
    weight: 2,
    measure: ({ shape: { plate, gallery } }) =>
      10 * Math.abs((gallery?.scale ?? (plate ? plate.rows / plate.naturalRows : 1)) - 1),
    source: 'the photographer chose the frame',
  },
  {
    name: 'picture-cell',
    what: 'a cell of picture',
    weight: -0.6,
    measure: ({ shape: { plate, gallery } }) => gallery?.pictureCells ?? (plate ? plate.rows * plate.span : 0),
    source: 'readers look at pictures first (Garcia and Stark, Eyes on the News, 1991)',
  },
  {
    name: 'jump',
    what: 'an article that goes on elsewhere',
    weight: 12,
    measure: ({ shape: { portions, unit } }) => count(portions[0].lineOn !== undefined && unit.portions[0].isCuttable),
    source: 'many readers do not turn the page for the rest',
  },
  {
    name: 'tower',
    what: 'a single column longer than two thirds of the page',
    weight: 10,
    measure: ({ shape, grid }) => count(shape.span === 1 && shape.rows > grid.rows * longestColumn),
    source: 'newspaper custom: a strip beside the page is no article',
  },
  {
    name: 'scrap',
    what: 'a line that a column lacks of five, beside longer ones or with one or two; under a picture also where nothing stands beside text',
    weight: 2,
    measure: scrapLines,
    source: 'newspaper custom: no widow of a column',
  },
  {
    name: 'spare-column',
    what: 'a column that a table is drawn out over beyond those that it wants',
    weight: 8,
    measure: ({ shape: { spareColumns = 0 } }) => spareColumns,
    source: 'a row is read along, not across a gap',
  },
  {
    name: 'empty-column',
    what: 'a column in which nothing stands, beside a poem whose stanzas stay whole',
    weight: 16,
    measure: emptyColumns,
    source: 'a blank is paper that says nothing',
  },
])

/** Of boxes of vertical lines. */
export const verticalBoxRules = rulesFor<VerticalBox>()([
  {
    name: 'tier',
    what: 'a tier of vertical lines after the first',
    weight: 2,
    measure: ({ grid }) => grid.columns - 1,
    source: 'newspaper custom: a vertical box is read at one glance',
  },
])

const scoredColumns = (shape: ColumnShape, grid: Grid): ScoredColumns => ({
  shape,
  grid,
  headline: headlineOf(shape),
  textRows: rowsOf(shape.columns.flat()),
  rowsUnderTitle: rowsOf(shape.columns.slice(0, shape.titleSpan).flat()) / shape.titleSpan,
})

/** What a shape costs on its page without its blanks, cells. */
export const shapeCost = (shape: UnitShape, context: PageContext): number =>
  costBy(widthRules, { unit: shape.unit, span: shape.span, context }) +
  (shape.kind === 'vertical-box'
    ? costBy(verticalBoxRules, shape)
    : costBy(columnRules, scoredColumns(shape, context.grid)))

/** What makes the cost of a shape without its blanks. */
export const shapeItems = (shape: UnitShape, context: PageContext): ScoreItem[] => [
  ...itemsBy(widthRules, { unit: shape.unit, span: shape.span, context }),
  ...(shape.kind === 'vertical-box'
    ? itemsBy(verticalBoxRules, shape)
    : itemsBy(columnRules, scoredColumns(shape, context.grid))),
]

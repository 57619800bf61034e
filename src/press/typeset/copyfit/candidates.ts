import type { Grid } from '../grid'
import type { Candidate } from '../layout/layout-tree'
import { shapeBlankCost } from '../score/blank-rules'
import { shapeCost } from '../score/shape-rules'
import { linesIn } from './cuts'
import { stretchOf } from './fit-shape'
import { isPictorial, type GalleryWish } from './gallery'
import { picturesOf } from './pictures'
import type { Unit } from './unit'
import { headlineOf, shapeOf, type PageContext, type PlateWish, type UnitShape } from './unit-shape'
import { verticalBoxOf } from './vertical-box'
import { spansFor } from './widths'

/**
 * How many columns the title may stand over. On a vertical page the tiers next to a title often run on to the page's edge, as
 * nothing else can be read there; on a horizontal page columns without a title over them would look like another article's.
 */
const titleSpansFor = (
  unit: Unit,
  { span, plate }: { readonly span: number; readonly plate?: PlateWish },
  { isVertical }: Grid,
): readonly number[] => {
  if (!isVertical || unit.kind === 'briefs' || plate) return [span]
  const { weight } = unit.portions[0].article
  const least = Math.max(Math.ceil(span / 2), weight === 'lead' || weight === 'second' ? Math.min(span, 2) : 1)
  return Array.from({ length: span - least + 1 }, (_, index) => span - index)
}

/** Shares of a cuttable text to begin with; stretching finds how much fits in the end. */
const lineShares = [0.12, 0.25, 0.4, 0.55, 0.7, 0.85]
const leastCutLines = 12
/** A picture is cropped by at most 8 % of its height, at either side of its natural one. */
const plateScales = [0.92, 0.96, 1, 1.06]

/** The pictures over several columns to try: first none, then over one column, two and so on. */
const platesFor = (span: number): readonly (PlateWish | undefined)[] => [
  undefined,
  ...Array.from({ length: span }, (_, index) => plateScales.map((scale) => ({ span: index + 1, scale }))).flat(),
]

/** A gallery of more rows is a page of stamps. */
const mostGalleryRows = 6
/** Columns of text beside pictures. */
const mostTextColumns = 4
const galleryScales = [0.94, 1]

const upTo = (most: number): readonly number[] => Array.from({ length: most }, (_, index) => index + 1)

/** The galleries to try, of fewer and more rows, with the text under them, above them, and beside some of their rows. */
const galleriesFor = (unit: Unit, span: number, context: PageContext): readonly GalleryWish[] => {
  const [portion] = unit.portions
  if (unit.kind === 'briefs' || span === 1 || !isPictorial(portion, context)) return []
  return upTo(Math.min(mostGalleryRows, picturesOf(portion).length)).flatMap((rows) => {
    const under = { textColumns: 0, narrowRows: 0 }
    const above = upTo(span).map((textColumns) => ({ textColumns, narrowRows: 0 }))
    const inset = upTo(Math.min(mostTextColumns, span - 1)).flatMap((textColumns) =>
      upTo(rows).map((narrowRows) => ({ textColumns, narrowRows })),
    )
    return [under, ...above, ...inset].flatMap((place) => galleryScales.map((scale) => ({ rows, ...place, scale })))
  })
}

/** The numbers of lines to try to cut the unit to; undefined is all of it. */
const linesFor = (
  { portions: [portion] }: Unit,
  { flows, broadBlocks }: PageContext,
): readonly (number | undefined)[] => {
  if (!portion.isCuttable) return [undefined]
  const all = linesIn(portion, flows, broadBlocks)
  return [...lineShares.map((share) => Math.max(leastCutLines, Math.round(all * share))), undefined]
}

/** Whether pictures stand at a shape's left and right edge. */
const platesAtEdges = (shape: UnitShape): Candidate<UnitShape>['plateAt'] => {
  if (shape.kind === 'vertical-box') return { left: false, right: false }
  const { plate, gallery, span } = shape
  return { left: gallery !== undefined || plate?.span === span, right: gallery !== undefined || plate !== undefined }
}

const candidateOf = (shape: UnitShape, context: PageContext): Candidate<UnitShape> => {
  const headline = shape.kind === 'columns' ? headlineOf(shape) : undefined
  return {
    span: shape.span,
    rows: shape.rows,
    stretch: stretchOf(shape, context),
    cost: shapeCost(shape, context),
    blankCost: shapeBlankCost(shape),
    headSize: headline && headline.size / context.grid.bodySize,
    plateAt: platesAtEdges(shape),
    shape,
  }
}

const inVerticalBoxes = (unit: Unit, context: PageContext): Candidate<UnitShape>[] =>
  spansFor(unit, context).flatMap((span) => {
    const shape = verticalBoxOf(unit, span, context)
    return shape ? [candidateOf(shape, context)] : []
  })

const inColumns = (unit: Unit, context: PageContext): Candidate<UnitShape>[] => {
  const { grid } = context
  const allLines = linesFor(unit, context)
  const galleries = spansFor(unit, context).flatMap((span) =>
    galleriesFor(unit, span, context).flatMap((gallery) => {
      const shape = shapeOf(unit, { span, gallery }, context)
      return shape ? [candidateOf(shape, context)] : []
    }),
  )
  const others = spansFor(unit, context).flatMap((span) =>
    platesFor(span).flatMap((plate) =>
      allLines.flatMap((lines) => {
        const wish = { span, ...(plate && { plate }), ...(lines !== undefined && { lines }) }
        return titleSpansFor(unit, wish, grid).flatMap((titleSpan) => {
          const shape = shapeOf(unit, { ...wish, titleSpan }, context)
          return shape ? [candidateOf(shape, context)] : []
        })
      }),
    ),
  )
  return [...galleries, ...others]
}

/** Every way worth trying to set a unit. One of them is over the whole width. */
export const candidatesFor = (unit: Unit, context: PageContext): Candidate<UnitShape>[] => {
  const { grid } = context
  if (unit.portions[0].article.isVertical && !grid.isVertical) {
    const boxes = inVerticalBoxes(unit, context)
    if (boxes.some(({ span }) => span === grid.columns)) return boxes
  }
  return inColumns(unit, context)
}

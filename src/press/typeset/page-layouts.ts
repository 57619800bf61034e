import type { PageScore } from '../model/page-score'
import { createBroadBlocks } from './copyfit/broad-blocks'
import { candidatesFor } from './copyfit/candidates'
import { fitTo } from './copyfit/fit-shape'
import { picturesOf } from './copyfit/pictures'
import { createTitleSettings } from './copyfit/title-setting'
import { standingOf, type Unit } from './copyfit/unit'
import type { PageContext, UnitShape } from './copyfit/unit-shape'
import { blankShare } from './drawing/blank-share'
import { drawRules } from './drawing/draw-rules'
import { drawShape } from './drawing/draw-shape'
import type { DrawnUnit } from './drawing/draw-unit'
import type { CornerMasthead } from './furniture/corner-masthead'
import type { Grid } from './grid'
import type { Candidate } from './layout/layout-tree'
import { slicePage, type Placed, type SlicedPage, type SliceWish } from './layout/slice-page'
import { sliceReordered, type Choice } from './layout/slice-reordered'
import { createFlows, type AspectOf } from './lines/flow'
import { mastheadRules } from './score/page-rules'
import { pageScoreOf } from './score/page-score'
import { costBy } from './score/rule'
import { mergeParts, noParts, type DrawnFurniture, type SettingParts } from './setting-parts'

/** Where the units of a page may stand. */
export interface PageRoom {
  readonly aspectOf: AspectOf
  readonly grid: Grid
  /** The first row of the units; the page's own furniture stands above it. */
  readonly firstRow: number
  readonly furniture: readonly DrawnFurniture[]
  /** Stands in the corner where reading begins. */
  readonly masthead?: CornerMasthead
}

/** How a page is to be laid out. */
export interface LayoutOptions {
  /** How many times their usual size headlines have. */
  readonly titleScale: number
  /** Rows that the units are to fill. */
  readonly rows: number
  /** How many times its cost a blank counts. */
  readonly blankWeight: number
  /** The price of a cell in the search; absent tries several. */
  readonly cellPrice?: number | undefined
  /** Whether units of one standing may change places. */
  readonly isReordered: boolean
}

/** A page's layout, and what is drawn of it. */
export interface LaidPage {
  readonly options: LayoutOptions
  readonly placed: readonly Placed<UnitShape>[]
  /** Rows down to the foot of the lowest unit. */
  readonly rows: number
  readonly cost: number
  readonly score: PageScore
  /** The price of a cell in the search that found it; undefined if nothing stands on the page. */
  readonly cellPrice: number | undefined
  /** The units in the order of `placed`, each grown to its rows. */
  readonly drawn: readonly (DrawnUnit & { readonly fitted: UnitShape })[]
  readonly parts: SettingParts
  /** Share of the type area on which nothing stands. */
  readonly blank: number
}

type AnyShape = UnitShape | CornerMasthead

/** Rows of air that the masthead's panel may grow by. */
const mastheadStretch = 4

const mastheadChoice = (masthead: CornerMasthead, columns: number): Choice<CornerMasthead> => {
  const candidateOver = (span: number): Candidate<CornerMasthead> => ({
    span,
    rows: masthead.rows,
    stretch: mastheadStretch,
    cost: costBy(mastheadRules, { masthead, span }),
    blankCost: 0,
    headSize: undefined,
    plateAt: { left: false, right: false },
    shape: masthead,
  })
  return { standing: 'masthead', candidates: [...new Set([masthead.span, columns])].map(candidateOver) }
}

/** Lays out a page's units in different ways. The candidates of each headline size are made once. */
export const createPageLayouts = (units: readonly Unit[], room: PageRoom): ((options: LayoutOptions) => LaidPage) => {
  const { aspectOf, grid, masthead } = room
  const pictures = units.flatMap(({ portions }) => portions).filter((portion) => picturesOf(portion).length > 0).length
  const shared = {
    flows: createFlows(aspectOf, grid),
    broadBlocks: createBroadBlocks(aspectOf, grid),
    titleSettings: createTitleSettings(grid),
    aspectOf,
    grid,
    pictures,
  }
  const known = new Map<number, readonly Choice<AnyShape>[]>()
  const choicesAt = (context: PageContext): readonly Choice<AnyShape>[] => {
    const choices = known.get(context.titleScale) ?? [
      ...(masthead ? [mastheadChoice(masthead, grid.columns)] : []),
      ...units.map((unit) => ({ standing: standingOf(unit), candidates: candidatesFor(unit, context) })),
    ]
    known.set(context.titleScale, choices)
    return choices
  }
  return (options) => {
    const { titleScale, rows, blankWeight, cellPrice, isReordered } = options
    const context: PageContext = { ...shared, titleScale }
    const choices = choicesAt(context)
    const wish: SliceWish = { columns: grid.columns, rows, blankWeight, cellPrice }
    const sliced = isReordered
      ? sliceReordered(choices, wish)
      : slicePage(
          choices.map(({ candidates }) => candidates),
          wish,
        )
    return drawSliced(sliced, options, room, context)
  }
}

const drawSliced = (
  sliced: SlicedPage<AnyShape>,
  options: LayoutOptions,
  { firstRow, furniture }: PageRoom,
  context: PageContext,
): LaidPage => {
  const { grid } = context
  const { placed: all, rules, rows, cost, cellPrice } = sliced
  const placed = all.flatMap(({ shape, ...spot }) => (shape.kind === 'masthead' ? [] : [{ shape, ...spot }]))
  const corner = all.flatMap(({ shape, column, row, rows }) =>
    shape.kind === 'masthead' ? [shape.draw({ column, row: firstRow + row, rows })] : [],
  )
  const drawn = placed.map(({ shape, column, row, rows }) => {
    const fitted = fitTo(shape, rows, context)
    return { fitted, ...drawShape(fitted, { column, row: firstRow + row, rows }, grid) }
  })
  const parts = mergeParts([
    ...corner,
    ...drawn.map((unit) => unit.parts),
    { ...noParts, grounds: drawRules(rules, placed, firstRow, grid), furniture },
  ])
  const blank = blankShare(parts, grid, Math.max(grid.rows, firstRow + rows))
  const score = pageScoreOf(sliced, options, context)
  return { options, placed, rows, cost, score, cellPrice, drawn, parts, blank }
}

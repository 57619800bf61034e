/** A rule of the score that a layout breaks, or is better with. Costs are in cells of one column and one row. */
export interface ScoreItem {
  /** Its name; `typeset/score` has the rules. */
  readonly rule: string
  /** How much of it there is. */
  readonly amount: number
  readonly cost: number
}

/** An item, and the articles that it is about: one, or two that meet; none if it is the page. */
export interface PlacedItem extends ScoreItem {
  readonly articles: readonly string[]
}

/** What a layout of a page costs: the sum of its items. */
export interface LayoutScore {
  readonly cost: number
  readonly items: readonly PlacedItem[]
}

/** Why a page is laid out as it is. */
export interface PageScore {
  /** How many times its cost a blank counted when it was chosen. */
  readonly blankWeight: number
  readonly chosen: LayoutScore
  /** The cheapest of the other layouts; none if there was none. */
  readonly next?: LayoutScore
}

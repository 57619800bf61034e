import type { ScoreItem } from '../../model/page-score'

/**
 * The score of a page is data: rules, each with what it measures and what one of that costs. A cost is in cells, of one column and
 * one row each: what costs 8 is as bad as eight blank cells. The search adds them up, `press explain` lists them, and the table in the docs
 * is made of them.
 */
export interface Rule<Subject, Name extends string = string> {
  readonly name: Name
  /** What is measured, one of it, as it stands before a price: “a picture that …”. */
  readonly what: string
  /** Cells that one costs; negative for what a page is better with. */
  readonly weight: number
  /** How much of it there is. */
  readonly measure: (subject: Subject) => number
  /** Whom or what the rule comes from. */
  readonly source: string
}

/** Rules with their names as types. */
export const rulesFor =
  <Subject>() =>
  <Name extends string>(rules: readonly Rule<Subject, Name>[]): readonly Rule<Subject, Name>[] =>
    rules

/** What all rules cost together, cells. */
export const costBy = <Subject>(rules: readonly Rule<Subject>[], subject: Subject): number => {
  let cost = 0
  for (const { weight, measure } of rules) cost += weight * measure(subject)
  return cost
}

/** The rules that cost something, in their order. */
export const itemsBy = <Subject>(rules: readonly Rule<Subject>[], subject: Subject): ScoreItem[] =>
  rules.flatMap(({ name, weight, measure }) => {
    const amount = measure(subject)
    return amount === 0 ? [] : [{ rule: name, amount, cost: weight * amount }]
  })

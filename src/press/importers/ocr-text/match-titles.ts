import type { FreeRun } from './free-runs'

/** A title must fit an article without a headline this well to be moved there; one that stands in it, a little less. */
const neededAffinity = 0.55
const homeBonus = 0.1
/** Below this a line over a text is a stranger to it. */
const strangerAffinity = 0.3
/** The only line over a text goes only below the one, and where another article reaches the other. */
const foreignAffinity = 0.15
const certainAffinity = 0.7
/** Where one title and one article are left, this is enough. */
const lastAffinity = 0.2

/**
 * Whether a line over a text is a stranger to it, and at home elsewhere. The only line over a text is its title, unless it
 * shares nothing with it and nearly everything with another.
 */
export const isStranger = ({ isOver, isOnly, affinities, home }: FreeRun): boolean => {
  const own = affinities[home] ?? 0
  const other = Math.max(...affinities.filter((_, at) => at !== home))
  return isOver && (isOnly ? own < foreignAffinity && other >= certainAffinity : own < strangerAffinity)
}

/** How well a run serves as an article's headline; 0 where it can't. */
const scoreOf = (free: FreeRun, to: number): number => {
  const [own, there] = [free.affinities[free.home] ?? 0, free.affinities[to] ?? 0]
  const isHome = to === free.home
  if (free.isOver) return isHome || !isStranger(free) ? 0 : there
  if (free.isBlock) return there + (isHome ? homeBonus : 0)
  if (free.isFlush || (isHome && there <= free.nextAffinity)) return 0
  return !isHome && there <= Math.max(own, free.nextAffinity) ? 0 : there
}

/** One title without a text and one text without a title: they belong together if they share any words of weight. */
const lastMatch = (
  frees: readonly FreeRun[],
  open: readonly number[],
  matched: ReadonlyMap<FreeRun, number>,
): readonly (readonly [FreeRun, number])[] => {
  const orphans = frees.filter(
    (one) => !one.isOver && !one.isFollowed && !matched.has(one) && one.title.headline !== undefined,
  )
  const [free, to] = [orphans[0], open[0]]
  const isOnlyChoice = orphans.length === 1 && open.length === 1
  return free && to !== undefined && isOnlyChoice && (free.affinities[to] ?? 0) >= lastAffinity ? [[free, to]] : []
}

export interface TitleMatches {
  /** The article that each moved run belongs to. */
  readonly articleOf: ReadonlyMap<FreeRun, number>
  /** Matched for want of another choice. */
  readonly doubtful: ReadonlySet<FreeRun>
}

/** Titles to articles without a headline, the best fit first, each once. */
export const matchTitles = (frees: readonly FreeRun[], headless: ReadonlySet<number>): TitleMatches => {
  const pairs = frees
    .filter(({ title }) => title.headline !== undefined)
    .flatMap((free) => [...headless].map((to) => ({ free, to, score: scoreOf(free, to) })))
    .filter(({ score }) => score >= neededAffinity)
    .sort((one, other) => other.score - one.score)
  const matched = new Map<FreeRun, number>()
  for (const { free, to } of pairs) if (!matched.has(free) && ![...matched.values()].includes(to)) matched.set(free, to)
  const open = [...headless].filter((to) => ![...matched.values()].includes(to))
  const last = lastMatch(frees, open, matched)
  return { articleOf: new Map([...matched, ...last]), doubtful: new Set(last.map(([free]) => free)) }
}

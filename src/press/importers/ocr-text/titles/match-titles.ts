import type { FreeTitle } from './free-titles'
import {
  certainAffinity,
  homeBonus,
  lastAffinity,
  neededAffinity,
  onlyStrangerAffinity,
  strangerAffinity,
} from './thresholds'

/** Whether a line over a text does not belong to it. */
export const isStranger = ({ isOver, isOnly, affinities, home }: FreeTitle): boolean => {
  const own = affinities[home] ?? 0
  const other = Math.max(...affinities.filter((_, at) => at !== home))
  return isOver && (isOnly ? own < onlyStrangerAffinity && other >= certainAffinity : own < strangerAffinity)
}

/** How well a title serves as the headline of an article; 0 if it can't. */
const scoreOf = (title: FreeTitle, to: number): number => {
  const [own, there] = [title.affinities[title.home] ?? 0, title.affinities[to] ?? 0]
  const isHome = to === title.home
  if (title.isOver) return isHome || !isStranger(title) ? 0 : there
  if (title.isBlock) return there + (isHome ? homeBonus : 0)
  if (title.isFlush || (isHome && there <= title.nextAffinity)) return 0
  return !isHome && there <= Math.max(own, title.nextAffinity) ? 0 : there
}

/** One title without a text and one text without a title, if they share a few words and are the last. */
const lastMatch = (
  freeTitles: readonly FreeTitle[],
  open: readonly number[],
  matched: ReadonlyMap<FreeTitle, number>,
): readonly (readonly [FreeTitle, number])[] => {
  const orphans = freeTitles.filter(
    (one) => !one.isOver && !one.isFollowed && !matched.has(one) && one.block.headline !== undefined,
  )
  const [title, to] = [orphans[0], open[0]]
  const isOnlyChoice = orphans.length === 1 && open.length === 1
  return title && to !== undefined && isOnlyChoice && (title.affinities[to] ?? 0) >= lastAffinity ? [[title, to]] : []
}

export interface TitleMatches {
  /** The index of the article that each moved title belongs to. */
  readonly articleOf: ReadonlyMap<FreeTitle, number>
  /** Titles that were matched only because there was no other choice. */
  readonly doubtful: ReadonlySet<FreeTitle>
}

/** Gives titles to articles without a headline (`headless`, by index), the best fit first, each at most once. */
export const matchTitles = (freeTitles: readonly FreeTitle[], headless: ReadonlySet<number>): TitleMatches => {
  const pairs = freeTitles
    .filter(({ block }) => block.headline !== undefined)
    .flatMap((title) => [...headless].map((to) => ({ title, to, score: scoreOf(title, to) })))
    .filter(({ score }) => score >= neededAffinity)
    .sort((one, other) => other.score - one.score)
  const matched = new Map<FreeTitle, number>()
  for (const { title, to } of pairs)
    if (!matched.has(title) && ![...matched.values()].includes(to)) matched.set(title, to)
  const open = [...headless].filter((to) => ![...matched.values()].includes(to))
  const last = lastMatch(freeTitles, open, matched)
  return { articleOf: new Map([...matched, ...last]), doubtful: new Set(last.map(([title]) => title)) }
}

import { parseBylineLine } from '@/text/byline'
import { affinityAmong, type Affinity } from '../articles/affinity'
import { readFoot } from '../articles/signatures'
import type { Ledger } from '../ledger'
import { Clipping } from '../passages/clipping'
import type { Passage } from '../passages/passage'
import { isRunningText } from '../passages/passage-kind'
import { clearlyMore, fewestTitleRuns, neededGain, switchCost } from './thresholds'

/** A text that seems to be one article's, from its report head or byline on. */
type Unit = readonly Passage[]

/** Title lines that stand together, and the texts below them up to the next title. */
interface Group {
  readonly titles: readonly Passage[]
  readonly units: readonly Unit[]
}

const hasText = (unit: Unit): boolean => unit.some(({ kind }) => isRunningText(kind))

/** Whether a passage begins another text, though no title stands above it. */
const beginsUnit = (passage: Passage, unit: Unit): boolean => {
  const last = unit.at(-1)
  if (!last || !hasText(unit)) return false
  const isOtherMeasure = passage.measure !== undefined && last.measure !== undefined && passage.measure !== last.measure
  return (
    passage.kind === 'head' ||
    (passage.kind === 'byline' && unit[0]?.kind !== 'body') ||
    last.kind === 'byline' ||
    (isRunningText(last.kind) && readFoot(last.clipping) !== undefined) ||
    isOtherMeasure
  )
}

const groupsOf = (passages: readonly Passage[]): readonly Group[] => {
  const groups: { titles: Passage[]; units: Passage[][] }[] = [{ titles: [], units: [] }]
  for (const passage of passages) {
    const group = groups.at(-1)
    const unit = group?.units.at(-1)
    if (passage.kind === 'title') {
      if (unit) groups.push({ titles: [passage], units: [] })
      else group?.titles.push(passage)
    } else if (unit && !beginsUnit(passage, unit)) unit.push(passage)
    else group?.units.push([passage])
  }
  return groups
}

const textOf = (passages: readonly Passage[]): string => passages.map(({ text }) => text).join('\n')

const renumbered = (passages: readonly Passage[]): readonly Passage[] =>
  passages.map((passage, order) => passage.with({ order }))

/**
 * Whether titles stand below their texts, as some programs write them: a title stands below the last text, and the
 * titles share more words with the text above them than with the text below.
 */
const areTitlesLast = (groups: readonly Group[]): boolean => {
  const [first, last] = [groups[0], groups.at(-1)]
  if (!first || !last || first.units.length === 0) return false
  // Above the first text there may be what is left of the masthead, and below the last title a scrap.
  const odd = [first.titles.length > 0, last.units.length > 0].filter(Boolean).length
  if (odd > 1) return false
  if (groups.length <= fewestTitleRuns) return false
  const affinity = affinityAmong(groups.map(({ units }) => textOf(units.flat())))
  const [above, below] = groups.slice(1).reduce(
    ([before, after], { titles }, at) => {
      const affinities = affinity(textOf(titles))
      return [before + (affinities[at] ?? 0), after + (affinities[at + 1] ?? 0)]
    },
    [0, 0],
  )
  return above > below * (odd > 0 ? clearlyMore : 1)
}

/** The text of a group that a title below it fits best; of equals the last. */
const bestUnit = (units: readonly Unit[], titles: readonly Passage[]): number => {
  const affinities = affinityAmong(units.map(textOf))(textOf(titles))
  return affinities.lastIndexOf(Math.max(...affinities))
}

const withTitlesAbove = (groups: readonly Group[], ledger: Ledger): readonly Passage[] => {
  const moved = groups.slice(1).map(({ titles }) => titles)
  const [first = []] = moved
  ledger.note('ocr-titles-last', first[0]?.clipping ?? Clipping.empty, { count: String(moved.length) })
  return [
    ...(groups[0]?.titles ?? []),
    ...groups.flatMap(({ units }, at) => {
      const titles = moved[at] ?? []
      const own = bestUnit(units, titles)
      const [line, beginning] = [titles[0], units[own]?.[0]]
      if (line && beginning)
        ledger.note('ocr-moved', line.clipping, {
          text: ledger.quote(line.clipping),
          to: ledger.positionOf(beginning.clipping),
        })
      return units.flatMap((unit, index) => (index === own ? [...titles, ...unit] : unit))
    }),
  ]
}

/** For each line the text that it belongs to: neighbouring lines go together unless their words say otherwise. */
const assignLines = (lines: readonly Passage[], affinity: Affinity, count: number): readonly number[] => {
  const all = Array.from({ length: count }, (_, unit) => unit)
  let ways = all.map((): { readonly sum: number; readonly units: readonly number[] } => ({ sum: 0, units: [] }))
  for (const [at, { text }] of lines.entries()) {
    const affinities = affinity(text)
    ways = all.map((unit) => {
      const best = ways
        .map(({ sum, units }, before) => ({ units, sum: sum - (at === 0 || before === unit ? 0 : switchCost) }))
        .reduce((one, other) => (other.sum > one.sum ? other : one))
      return { sum: best.sum + (affinities[unit] ?? 0), units: [...best.units, unit] }
    })
  }
  return ways.reduce((one, other) => (other.sum > one.sum ? other : one)).units
}

/** Of an article whose columns came in the wrong order the reporter's line stands in the middle. */
const isOneText = ([first, second, ...others]: readonly Unit[]): boolean => {
  const last = first?.at(-1)
  if (others.length > 0 || !second || last?.kind !== 'byline') return false
  return (
    first?.[0]?.kind === 'body' && parseBylineLine(last.text) !== undefined && first[0].measure === second[0]?.measure
  )
}

/** Gives the lines of several titles in a row to the texts below them, where they clearly are not all of the first. */
const withTitlesShared = ({ titles, units }: Group, affinity: Affinity, from: number, ledger: Ledger): Unit => {
  const stay = [...titles, ...units.flat()]
  if (titles.length < 2 || units.length < 2 || isOneText(units)) return stay
  const own: Affinity = (text) => affinity(text).slice(from, from + units.length)
  const assigned = assignLines(titles, own, units.length)
  const gain = titles.reduce((sum, { text }, at) => {
    const affinities = own(text)
    return sum + (affinities[assigned[at] ?? 0] ?? 0) - (affinities[0] ?? 0)
  }, 0)
  if (gain < neededGain) return stay
  return units.flatMap((unit, index) => {
    const lines = titles.filter((_, at) => assigned[at] === index)
    const [line, first] = [lines[0], unit[0]]
    if (line && first && index > 0)
      ledger.note('ocr-moved-far', line.clipping, {
        text: lines.map(({ clipping }) => ledger.quote(clipping)).join(' … '),
        from: ledger.positionOf(line.clipping),
        to: ledger.positionOf(first.clipping),
      })
    return [...lines, ...unit]
  })
}

/** Puts each title above its text, where titles stand below their texts or several of them in a row. */
export const arrangeTitles = (passages: readonly Passage[], ledger: Ledger): readonly Passage[] => {
  const groups = groupsOf(passages)
  if (areTitlesLast(groups)) return renumbered(withTitlesAbove(groups, ledger))
  const affinity = affinityAmong(groups.flatMap(({ units }) => units.map(textOf)))
  let from = 0
  const arranged = groups.flatMap((group) => {
    const shared = withTitlesShared(group, affinity, from, ledger)
    from += group.units.length
    return shared
  })
  return arranged.every((passage, at) => passage === passages[at]) ? passages : renumbered(arranged)
}

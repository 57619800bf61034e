import { bigramsOf } from '@/text/bigrams'
import type { Passage } from '../passages/passage'
import { isRunningText } from '../passages/passage-kind'
import { longestUsualSubhead, otherMeasure, sameMatter, sameMatterPastTitle } from './thresholds'

/** Text with no title, signature or report head inside, and the title lines directly above it. */
interface Stretch {
  readonly titles: readonly Passage[]
  readonly texts: readonly Passage[]
}

const stretchesOf = (passages: readonly Passage[]): readonly Stretch[] => {
  const stretches: { titles: Passage[]; texts: Passage[] }[] = []
  for (const passage of passages) {
    const last = stretches.at(-1)
    const isTitle = passage.kind === 'title'
    if (!last || isTitle !== (last.texts.length === 0) || passage.kind === 'head' || passage.kind === 'byline')
      stretches.push(isTitle ? { titles: [passage], texts: [] } : { titles: [], texts: [passage] })
    else (isTitle ? last.titles : last.texts).push(passage)
  }
  return stretches
}

/** Titles and the text below them are one stretch, unless a report head or a byline stands between. */
const withTitles = (stretches: readonly Stretch[]): readonly Stretch[] =>
  stretches.flatMap((stretch, at) => {
    const before = stretches[at - 1]
    if (stretch.texts.length === 0) return []
    return before?.texts.length === 0 ? [{ ...stretch, titles: before.titles }] : [stretch]
  })

/** How much two texts of a page are about the same matter: pairs of characters that few other texts have, in relation to their length. */
export type Cohesion = (one: readonly Passage[], other: readonly Passage[]) => number

/** The cohesion of texts among `all` texts of a page. */
export const cohesionAmong = (all: readonly (readonly Passage[])[]): Cohesion => {
  const pairsOf = (texts: readonly Passage[]): ReadonlySet<string> =>
    bigramsOf(texts.map(({ text }) => text).join('\n'))
  const uses = new Map<string, number>()
  for (const pairs of all.map(pairsOf)) for (const pair of pairs) uses.set(pair, (uses.get(pair) ?? 0) + 1)
  return (one, other) => {
    const [mine, theirs] = [pairsOf(one), pairsOf(other)]
    const shared = [...mine].filter((pair) => theirs.has(pair))
    const weight = shared.reduce((sum, pair) => sum + 1 / Math.max(1, (uses.get(pair) ?? 0) - 1), 0)
    return weight / Math.sqrt(Math.max(1, Math.min(mine.size, theirs.size)))
  }
}

/**
 * The passages that begin another article, though neither a report head nor a byline says so: below a title, in another measure than the
 * text above it, or about another matter. Only of texts whose lines were printed as lines of a column: where each paragraph is one line,
 * the blank lines tell as much.
 */
export const articleStartsAmong = (passages: readonly Passage[]): ReadonlySet<Passage> => {
  const stretches = withTitles(stretchesOf(passages))
  const cohesion = cohesionAmong(stretches.map(({ texts }) => texts))
  return new Set(
    stretches.flatMap(({ titles, texts }, at) => {
      const [before, first, title] = [stretches[at - 1]?.texts, texts[0], titles[0]]
      const measure = before?.find(({ kind }) => isRunningText(kind))?.measure
      if (!before || !title || first?.kind !== 'body' || first.measure === undefined || measure === undefined) return []
      if (titles.length > 1 || Math.abs(first.measure - measure) >= otherMeasure) return [first]
      const least = title.letters.length > longestUsualSubhead ? sameMatterPastTitle : sameMatter
      return cohesion(before, texts) < least ? [first] : []
    }),
  )
}

import { endsInsideSentence } from '@/text/sentence'
import { foldedOf } from './letters'
import { kindOf, type PassageKind } from './passage-kind'
import type { Passage } from './passages'
import { goesOn, seamEvidence, type PageText } from './seam'
import { charactersOf } from './strip'

/** A passage as the joining of sentences sees it. */
export interface Item {
  readonly passage: Passage
  readonly kind: PassageKind
  readonly text: string
}

/** Elsewhere on the page a continuation must show this much at the seam; past a title, this much; straight after, nothing. */
const neededElsewhere = 3
const neededPastTitle = 1

export const itemOf = (raw: string, passage: Passage): Item => ({
  passage,
  kind: kindOf(raw, passage),
  text: charactersOf(raw, passage.strip),
})

/** The passages as items. A short line before text that goes on is no title, but what was cut. */
export const itemsOf = (raw: string, passages: readonly Passage[]): readonly Item[] =>
  passages
    .map((passage) => itemOf(raw, passage))
    .map((item, at, all) => {
      const next = all[at + 1]
      return item.kind === 'title' && next && goesOn(next.text) ? { ...item, kind: 'body' } : item
    })

export const pageTextOf = (items: readonly Item[]): PageText => ({
  folded: items.map(({ text }) => foldedOf(text)).join('\n'),
  printed: items.map(({ text }) => text).join(''),
})

/** Whether running text breaks off inside a sentence, and no jump line says that it goes on elsewhere. */
export const isCut = ({ passage, kind, text }: Item): boolean =>
  (kind === 'head' || kind === 'body') && !passage.jump && endsInsideSentence(text) && !/[)）]\s*$/u.test(text)

const strengthAt = (cut: Item, next: Item, page: PageText): number => {
  const { strength, isAgainst } = seamEvidence(cut.text, next.text, page)
  return isAgainst ? 0 : strength
}

/** The next running text after a cut one, with no report head between; titles may stand between. */
const followerOf = (items: readonly Item[], cutAt: number): number | undefined => {
  const at = items.findIndex(({ kind }, index) => index > cutAt && kind !== 'title')
  return items[at]?.kind === 'body' ? at : undefined
}

/** Running text that nothing before it leads into. */
const isUnled = (items: readonly Item[], at: number): boolean => {
  const [item, before] = [items[at], items[at - 1]]
  return item?.kind === 'body' && !(before && isCut(before))
}

/**
 * Text elsewhere on the page with which the cut sentence goes on. It must begin inside a sentence; where other text follows
 * the cut directly, as no sentence begins; and just one place may show the strongest signs.
 */
const tornPartOf = (
  items: readonly Item[],
  cut: Item,
  page: PageText,
): { readonly at: number; readonly strength: number } | undefined => {
  const follower = followerOf(items, items.indexOf(cut))
  const isFollowed = follower === items.indexOf(cut) + 1
  const [best, rival] = items
    .map((item, at) => ({ item, at, strength: strengthAt(cut, item, page) }))
    .filter(({ item, at, strength }) => {
      if (item === cut || at === follower || strength < neededElsewhere || !isUnled(items, at)) return false
      const evidence = seamEvidence(cut.text, item.text, page)
      return evidence.goesOn || (evidence.isTorn && !isFollowed)
    })
    .sort((one, other) => other.strength - one.strength)
  return best && best.strength > (rival?.strength ?? 0) ? best : undefined
}

export interface Continuation {
  readonly at: number
  /** It stands after the cut with nothing but titles between. */
  readonly isInPlace: boolean
}

/** Where a cut sentence goes on: straight after, past a title, or elsewhere; undefined where nothing says so. */
export const continuationOf = (items: readonly Item[], cut: Item, page: PageText): Continuation | undefined => {
  const follower = followerOf(items, items.indexOf(cut))
  const next = follower === undefined ? undefined : items[follower]
  const strength = next ? strengthAt(cut, next, page) : 0
  const torn = tornPartOf(items, cut, page)
  if (torn && torn.strength > strength + 1) return { at: torn.at, isInPlace: false }
  const isDirect = follower === items.indexOf(cut) + 1
  return follower !== undefined && (isDirect || strength >= neededPastTitle)
    ? { at: follower, isInPlace: true }
    : undefined
}

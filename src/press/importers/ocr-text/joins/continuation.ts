import { endsInsideSentence } from '@/text/sentence'
import type { Passage } from '../passages/passage'
import { isRunningText, type PassageKind } from '../passages/passage-kind'
import { goesOn, pageTextOf, seamEvidence, type PageText } from './seam'
import { leadOverFollower, neededElsewhere, neededPastTitle } from './thresholds'

/** The page while its cut sentences are joined. */
export interface CutPage {
  readonly passages: readonly Passage[]
  /** The text of the page before the first join. */
  readonly text: PageText
  /** Lines that look like titles, but are the beginning of a sentence that the next passage goes on with. */
  readonly cutLines: ReadonlySet<Passage>
}

export const cutPageOf = (passages: readonly Passage[]): CutPage => ({
  passages,
  text: pageTextOf(passages.map(({ folded }) => folded).join('\n'), passages.map(({ text }) => text).join('')),
  cutLines: new Set(
    passages.filter(({ kind }, at) => {
      const next = passages[at + 1]
      return kind === 'title' && next && goesOn(next.text)
    }),
  ),
})

/** A passage's kind on this page: a cut line is running text. */
export const kindOn = ({ cutLines }: CutPage, passage: Passage): PassageKind =>
  cutLines.has(passage) ? 'body' : passage.kind

/** Whether a text ends inside a sentence, and no jump line says that it goes on elsewhere. */
export const breaksOff = ({ text, jump }: Passage): boolean =>
  !jump && endsInsideSentence(text) && !/[)）]\s*$/u.test(text)

export const isCut = (page: CutPage, passage: Passage): boolean =>
  isRunningText(kindOn(page, passage)) && !passage.isEnded && breaksOff(passage)

const strengthAt = (page: CutPage, cut: Passage, next: Passage): number => {
  const { strength, isAgainst } = seamEvidence(cut.text, next.text, page.text)
  return isAgainst ? 0 : strength
}

/** The index of the next running text after a cut; titles may stand between, but no report head. */
const followerOf = (page: CutPage, cutAt: number): number | undefined => {
  const at = page.passages.findIndex((passage, index) => index > cutAt && kindOn(page, passage) !== 'title')
  const follower = page.passages[at]
  return follower && kindOn(page, follower) === 'body' ? at : undefined
}

/** Running text that does not follow another cut. */
const isUnclaimed = (page: CutPage, at: number): boolean => {
  const [passage, before] = [page.passages[at], page.passages[at - 1]]
  return passage !== undefined && kindOn(page, passage) === 'body' && !(before && isCut(page, before))
}

interface TornPart {
  readonly at: number
  readonly strength: number
}

/**
 * Text elsewhere on the page that the cut sentence goes on with. It must begin inside a sentence or, if other text
 * follows the cut directly, as no sentence does. Only one place may show the strongest signs.
 */
const tornPartOf = (page: CutPage, cut: Passage): TornPart | undefined => {
  const { passages, text } = page
  const cutAt = passages.indexOf(cut)
  const follower = followerOf(page, cutAt)
  const [best, rival] = passages
    .map((passage, at) => ({ passage, at, strength: strengthAt(page, cut, passage) }))
    .filter(({ passage, at, strength }) => {
      // Columns of one article have one measure.
      if (Math.abs((passage.measure ?? cut.measure ?? 0) - (cut.measure ?? passage.measure ?? 0)) > 1) return false
      if (passage === cut || at === follower || strength < neededElsewhere || !isUnclaimed(page, at)) return false
      const evidence = seamEvidence(cut.text, passage.text, text)
      return evidence.goesOn || (evidence.isTorn && follower !== cutAt + 1)
    })
    .sort((one, other) => other.strength - one.strength)
  return best && best.strength > (rival?.strength ?? 0) ? best : undefined
}

export interface Continuation {
  /** The index of the passage. */
  readonly at: number
  /** It follows the cut, with nothing but titles between. */
  readonly isInPlace: boolean
}

/** Where a cut sentence goes on: directly after it, past a title, or elsewhere; undefined if nothing tells. */
export const continuationOf = (page: CutPage, cut: Passage): Continuation | undefined => {
  const cutAt = page.passages.indexOf(cut)
  const follower = followerOf(page, cutAt)
  const next = follower === undefined ? undefined : page.passages[follower]
  const strength = next ? strengthAt(page, cut, next) : 0
  const tornPart = tornPartOf(page, cut)
  if (tornPart && tornPart.strength > strength + leadOverFollower) return { at: tornPart.at, isInPlace: false }
  return follower !== undefined && (follower === cutAt + 1 || strength >= neededPastTitle)
    ? { at: follower, isInPlace: true }
    : undefined
}

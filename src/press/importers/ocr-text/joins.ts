import { endsInsideSentence, sentencesOf } from '@/text/sentence'
import type { Ledger } from './ledger'
import { foldedOf } from './letters'
import { kindOf, type PassageKind } from './passage-kind'
import type { Passage } from './passages'
import { goesOn, seamEvidence, type PageText } from './seam'
import { charactersOf, joinStrips, sliceStrip, trimStrip } from './strip'

interface Item {
  readonly passage: Passage
  readonly kind: PassageKind
  readonly text: string
}

/** Elsewhere on the page a continuation must show this much at the seam; past a title, this much; straight after, nothing. */
const neededElsewhere = 3
const neededPastTitle = 1

/** A short line before text that goes on is no title, but what was cut. */
const itemsOf = (raw: string, passages: readonly Passage[]): readonly Item[] =>
  passages.map((passage, at) => {
    const item = itemOf(raw, passage)
    const next = passages[at + 1]
    const isCutScrap = item.kind === 'title' && next && goesOn(charactersOf(raw, next.strip))
    return isCutScrap ? { ...item, kind: 'body' } : item
  })

const itemOf = (raw: string, passage: Passage): Item => ({
  passage,
  kind: kindOf(raw, passage),
  text: charactersOf(raw, passage.strip),
})

const isCut = ({ passage, kind, text }: Item): boolean =>
  (kind === 'head' || kind === 'body') && !passage.jump && endsInsideSentence(text) && !/[)）]\s*$/u.test(text)

const strengthAt = (cut: Item, next: Item, page: PageText): number => {
  const { strength, isAgainst } = seamEvidence(cut.text, next.text, page)
  return isAgainst ? 0 : strength
}

/**
 * Text elsewhere is a continuation only if it begins inside a sentence; and where other text follows the cut directly, only
 * if no sentence begins so.
 */
const strengthElsewhere = (cut: Item, next: Item, page: PageText, isFollowed: boolean): number => {
  const evidence = seamEvidence(cut.text, next.text, page)
  return evidence.goesOn || (evidence.isTorn && !isFollowed) ? strengthAt(cut, next, page) : 0
}

/** The next running text after a cut one, with no report head between; titles may stand between. */
const following = (
  items: readonly Item[],
  cutAt: number,
): { readonly at: number; readonly isDirect: boolean } | undefined => {
  for (let at = cutAt + 1; at < items.length; at++) {
    const kind = items[at]?.kind
    if (kind === 'body') return { at, isDirect: at === cutAt + 1 }
    if (kind !== 'title') return undefined
  }
  return undefined
}

/** Running text that nothing before it leads into. */
const isUnled = (items: readonly Item[], at: number): boolean => {
  const [item, before] = [items[at], items[at - 1]]
  return item?.kind === 'body' && !(before && isCut(before))
}

/** Where the cut sentence goes on: straight after, past a title, or elsewhere where just one place shows clear signs. */
const continuationOf = (items: readonly Item[], cutAt: number, page: PageText): number | undefined => {
  const cut = items[cutAt]
  if (!cut) return undefined
  const next = following(items, cutAt)
  const nextItem = next && items[next.at]
  const nextStrength = nextItem ? strengthAt(cut, nextItem, page) : 0
  const elsewhere = items
    .map((item, at) => ({ at, strength: strengthElsewhere(cut, item, page, next?.isDirect === true) }))
    .filter(({ at, strength }) => at !== cutAt && at !== next?.at && isUnled(items, at) && strength >= neededElsewhere)
    .sort((one, other) => other.strength - one.strength)
  const [best, rival] = elsewhere
  if (best && best.strength > nextStrength + 1 && best.strength > (rival?.strength ?? 0)) return best.at
  return next && (next.isDirect || nextStrength >= neededPastTitle) ? next.at : undefined
}

/**
 * The cut passage and its continuation as one. Where the rest of the sentence is followed by a space in the raw text, a
 * line end was lost there: the paragraph ends, and what follows is the next.
 */
const joined = (raw: string, cut: Passage, next: Passage): readonly Passage[] => {
  const text = charactersOf(raw, next.strip)
  const rest = sentencesOf(text)[0] ?? text
  if (rest.length === text.length || !/^\s/u.test(text.slice(rest.length)) || endsInsideSentence(rest))
    return [{ ...cut, strip: joinStrips(cut.strip, next.strip), ...(next.jump && { jump: next.jump }) }]
  return [
    { ...cut, strip: joinStrips(cut.strip, sliceStrip(next.strip, 0, rest.length)) },
    { ...next, strip: trimStrip(raw, sliceStrip(next.strip, rest.length)) },
  ]
}

/** From a continuation that stands elsewhere on, the running text up to the next title, report head or the cut itself: it came along. */
const runFrom = (items: readonly Item[], at: number, cut: Item): readonly Item[] => {
  const end = items.findIndex((item, index) => index > at && (item.kind !== 'body' || item === cut))
  return items.slice(at, end < 0 ? items.length : end)
}

/** Joins sentences that were cut at a column's end. */
export const joinCuts = (raw: string, passages: readonly Passage[], ledger: Ledger): readonly Passage[] => {
  const printed = passages.map(({ strip }) => charactersOf(raw, strip))
  const page = { folded: printed.map(foldedOf).join('\n'), printed: printed.join('') }
  let items = itemsOf(raw, passages)
  for (let at = 0; at < items.length; at++) {
    const cut = items[at]
    if (!cut || !isCut(cut)) continue
    const nextAt = continuationOf(items, at, page)
    const next = nextAt === undefined ? undefined : items[nextAt]
    if (nextAt === undefined || !next) continue
    const run = nextAt > at && following(items, at)?.at === nextAt ? [next] : runFrom(items, nextAt, cut)
    ledger.note('ocr-joined', next.passage.strip, {
      before: cut.text.trimEnd().slice(-12),
      after: next.text.trimStart().slice(0, 12),
    })
    if (run.length > 1 || following(items, at)?.at !== nextAt)
      ledger.note('ocr-moved', next.passage.strip, {
        text: ledger.quote(next.passage.strip),
        to: ledger.positionOf(cut.passage.strip),
      })
    const whole = [...joined(raw, cut.passage, next.passage), ...run.slice(1).map(({ passage }) => passage)]
    items = items.flatMap((item) =>
      item === cut ? whole.map((passage) => itemOf(raw, passage)) : run.includes(item) ? [] : [item],
    )
    at = Math.max(-1, items.findIndex(({ passage }) => passage === whole[0]) - 1)
  }
  return items.map(({ passage }) => passage)
}

/** Reports the sentences that go on nowhere. */
export const reportCutEnds = (raw: string, passages: readonly Passage[], ledger: Ledger): void => {
  for (const { passage, text, ...item } of passages.map((one) => itemOf(raw, one)))
    if (isCut({ passage, text, ...item }))
      ledger.note('ocr-cut-end', sliceStrip(passage.strip, text.trimEnd().length - 1), {
        text: text.trimEnd().slice(-20),
      })
}

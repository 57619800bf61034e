import { endsInsideSentence, sentencesOf } from '@/text/sentence'
import { continuationOf, isCut, itemOf, itemsOf, pageTextOf, type Continuation, type Item } from './continuation'
import type { Ledger } from './ledger'
import type { Passage } from './passages'
import { charactersOf, joinStrips, sliceStrip, trimStrip } from './strip'

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

/** What came along with a continuation that stands elsewhere: the text up to the next title, report head, or the cut itself. */
const runFrom = (items: readonly Item[], at: number, cut: Item): readonly Item[] => {
  const end = items.findIndex((item, index) => index > at && (item.kind !== 'body' || item === cut))
  return items.slice(at, end < 0 ? items.length : end)
}

/** A cut passage, with what it goes on with. */
interface Join {
  readonly cut: Item
  readonly run: readonly Item[]
  readonly isInPlace: boolean
}

const joinOf = (items: readonly Item[], cut: Item, { at, isInPlace }: Continuation): Join => ({
  cut,
  run: isInPlace ? items.slice(at, at + 1) : runFrom(items, at, cut),
  isInPlace,
})

const reportJoin = (next: Item, { cut, isInPlace }: Join, ledger: Ledger): void => {
  const strip = next.passage.strip
  const [before, after] = [cut.text.trimEnd().slice(-12), next.text.trimStart().slice(0, 12)]
  ledger.note('ocr-joined', strip, { before, after })
  if (!isInPlace)
    ledger.note('ocr-moved', strip, { text: ledger.quote(strip), to: ledger.positionOf(cut.passage.strip) })
}

const withJoin = (items: readonly Item[], join: Join, ledger: Ledger): readonly Item[] => {
  const [next, ...rest] = join.run
  if (!next) return items
  reportJoin(next, join, ledger)
  const whole = joined(ledger.raw, join.cut.passage, next.passage).map((passage) => itemOf(ledger.raw, passage))
  return items.flatMap((item) => (item === join.cut ? [...whole, ...rest] : join.run.includes(item) ? [] : [item]))
}

/** Joins sentences that were cut at a column's end. What was joined is looked at again: a sentence may be cut twice. */
export const joinCuts = (raw: string, passages: readonly Passage[], ledger: Ledger): readonly Passage[] => {
  let items = itemsOf(raw, passages)
  const page = pageTextOf(items)
  let open = items.find(isCut)
  const left = new Set<Item>()
  while (open) {
    const continuation = continuationOf(items, open, page)
    if (continuation) items = withJoin(items, joinOf(items, open, continuation), ledger)
    else left.add(open)
    open = items.find((item) => isCut(item) && !left.has(item))
  }
  return items.map(({ passage }) => passage)
}

/** Reports the sentences that go on nowhere. */
export const reportCutEnds = (raw: string, passages: readonly Passage[], ledger: Ledger): void => {
  for (const { passage, text } of passages.map((one) => itemOf(raw, one)).filter(isCut)) {
    const end = text.trimEnd()
    ledger.note('ocr-cut-end', sliceStrip(passage.strip, end.length - 1), { text: end.slice(-20) })
  }
}

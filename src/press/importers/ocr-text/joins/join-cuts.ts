import { endsInsideSentence, sentencesOf } from '@/text/sentence'
import type { Ledger } from '../ledger'
import { Clipping } from '../passages/clipping'
import type { Passage } from '../passages/passage'
import { isRunningText } from '../passages/passage-kind'
import { breaksOff, continuationOf, cutPageOf, isCut, kindOn, type Continuation, type CutPage } from './continuation'
import { quotedAtSeam, quotedBeforeCut } from './thresholds'

/**
 * The cut passage and its continuation as one. A space after the rest of the sentence shows that a paragraph ended
 * there: what follows it is a passage of its own.
 */
const joined = (cut: Passage, next: Passage): readonly Passage[] => {
  const { text } = next
  const rest = sentencesOf(text)[0] ?? text
  if (rest.length === text.length || !/^\s/u.test(text.slice(rest.length)) || endsInsideSentence(rest))
    return [cut.with({ clipping: Clipping.join(cut.clipping, next.clipping), ...(next.jump && { jump: next.jump }) })]
  return [
    cut.with({ clipping: Clipping.join(cut.clipping, next.clipping.slice(0, rest.length)) }),
    next.with({ clipping: next.clipping.slice(rest.length).trim() }),
  ]
}

/** A continuation elsewhere and what moves with it: the text up to the next title, report head, or the cut. */
const runFrom = (page: CutPage, at: number, cut: Passage): readonly Passage[] => {
  const { passages } = page
  const end = passages.findIndex(
    (passage, index) => index > at && (kindOn(page, passage) !== 'body' || passage === cut),
  )
  return passages.slice(at, end < 0 ? passages.length : end)
}

/** A cut passage with what it goes on with. */
interface Join {
  readonly cut: Passage
  /** The continuation, and what moves with it. */
  readonly run: readonly Passage[]
  readonly isInPlace: boolean
}

const joinOf = (page: CutPage, cut: Passage, { at, isInPlace }: Continuation): Join => ({
  cut,
  run: isInPlace ? page.passages.slice(at, at + 1) : runFrom(page, at, cut),
  isInPlace,
})

const reportJoin = ({ cut, isInPlace }: Join, { clipping, text }: Passage, ledger: Ledger): void => {
  ledger.note('ocr-joined', clipping, {
    before: cut.text.trimEnd().slice(-quotedAtSeam),
    after: text.trimStart().slice(0, quotedAtSeam),
  })
  if (!isInPlace)
    ledger.note('ocr-moved-far', clipping, {
      text: ledger.quote(clipping),
      from: ledger.positionOf(clipping),
      to: ledger.positionOf(cut.clipping),
    })
}

const withJoin = (page: CutPage, join: Join, ledger: Ledger): CutPage => {
  const { cut, run } = join
  const [next, ...others] = run
  if (!next) return page
  reportJoin(join, next, ledger)
  const whole = [...joined(cut, next), ...others]
  const passages = page.passages.flatMap((passage) =>
    passage === cut ? whole : run.includes(passage) ? [] : [passage],
  )
  return { ...page, passages }
}

/** Joins sentences that were cut at the end of a column, if need be more than once. */
export const joinCuts = (passages: readonly Passage[], ledger: Ledger): readonly Passage[] => {
  let page = cutPageOf(passages)
  const left = new Set<Passage>()
  const nextCut = (): Passage | undefined => page.passages.find((passage) => isCut(page, passage) && !left.has(passage))
  for (let cut = nextCut(); cut; cut = nextCut()) {
    const continuation = continuationOf(page, cut)
    if (continuation) page = withJoin(page, joinOf(page, cut, continuation), ledger)
    else left.add(cut)
  }
  return page.passages
}

/** Reports the sentences that go on nowhere. */
export const reportCutEnds = (passages: readonly Passage[], ledger: Ledger): void => {
  for (const { clipping, text } of passages.filter((passage) => isRunningText(passage.kind) && breaksOff(passage))) {
    const end = text.trimEnd()
    ledger.note('ocr-cut-end', clipping.slice(end.length - 1), { text: end.slice(-quotedBeforeCut) })
  }
}

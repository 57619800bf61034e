import type { Ledger } from '../ledger'
import type { Passage } from '../passages/passage'
import { breaksOff, cutPageOf } from './continuation'
import { seamEvidence } from './seam'

const isTitle = ({ kind }: Passage): boolean => kind === 'title'
const isSigned = ({ kind }: Passage): boolean => kind === 'head' || kind === 'byline'

/**
 * Columns of an article that came in the wrong order: below a title stands the end of its text, and below that, without a title, its
 * beginning with the report head or byline. The end is moved below the beginning, if one breaks off or the other begins inside a sentence.
 */
export const orderColumns = (passages: readonly Passage[], ledger: Ledger): readonly Passage[] => {
  const { text: page } = cutPageOf(passages)
  let ordered = passages
  for (let at = 1; at < ordered.length; at++) {
    const [above, first] = [ordered[at - 1], ordered[at]]
    if (!above || !first || !isTitle(above) || first.kind !== 'body' || first.measure === undefined) continue
    const headAt = ordered.findIndex((passage, index) => index > at && passage.kind !== 'body')
    const head = ordered[headAt]
    if (!head || !isSigned(head) || head.from) continue
    const found = ordered.findIndex((passage, index) => index > headAt && passage.kind !== 'body')
    const end = found < 0 ? ordered.length : found
    const [last, textOfHead] = [ordered[end - 1], head.kind === 'head' ? head : ordered[headAt + 1]]
    if (!last || textOfHead?.measure === undefined || Math.abs(textOfHead.measure - first.measure) > 1) continue
    const isTorn = (!last.isEnded && breaksOff(last)) || seamEvidence(last.text, first.text, page).goesOn
    if (!isTorn) continue
    const moved = ordered.slice(at, headAt)
    ledger.note('ocr-moved-far', first.clipping, {
      text: moved.map(({ clipping }) => ledger.quote(clipping)).join(' … '),
      from: ledger.positionOf(first.clipping),
      to: ledger.positionOf(last.clipping),
    })
    ordered = [...ordered.slice(0, at), ...ordered.slice(headAt, end), ...moved, ...ordered.slice(end)]
  }
  return ordered
}

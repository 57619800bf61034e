import { offsetOf, placeAt } from '../ui/text-places'
import { sentenceAt, sentenceOfLine, type SpokenSentence } from './spoken-sentences'

/** What does something of its own when it is tapped. */
const controls = 'a, button, input, select, textarea, label, summary, [role="button"], [role="note"]'
/** What holds text: a tap beside the text means nothing. */
const holders = 'p, li, td, th, h1, h2, blockquote, figcaption, .verse-line'

/** The sentence of the sentences that a tap means; undefined where it means something else, as the end of a selection. */
export const tappedSentence = (event: MouseEvent, sentences: readonly SpokenSentence[]): number | undefined => {
  const { target, clientX, clientY } = event
  if (!(target instanceof Element) || event.defaultPrevented || target.closest(controls)) return undefined
  if (getSelection()?.isCollapsed === false) return undefined
  const line = target.closest('[data-line]')?.getAttribute('data-line')
  if (line) return sentenceOfLine(sentences, line)
  if (!target.closest(holders)) return undefined
  const place = placeAt(clientX, clientY)
  const offset = place && offsetOf(place.node, place.offset)
  return offset === undefined ? undefined : sentenceAt(sentences, offset)
}

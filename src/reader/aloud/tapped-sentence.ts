import { offsetOf, placeAt } from '../ui/text-places'
import { sentenceAt, sentenceOfLine, type SpokenSentence } from './spoken-sentences'

/** Elements that do something of their own when tapped. */
const controls = 'a, button, input, select, textarea, label, summary, [role="button"], [role="note"]'
/** Elements that hold text: a tap next to the text does nothing. */
const holders = 'p, li, td, th, h1, h2, blockquote, figcaption, .verse-line'

/** The sentence that a tap is meant for; undefined if the tap has another meaning, such as ending a selection. */
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

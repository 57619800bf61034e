import { sentencesOf } from '@/text/sentence'
import type { TextPlace } from '../location/locator'
import { rangeOfPlace } from '../ui/place-range'
import { placedTextsIn, rangesOf } from '../ui/text-places'
import { offsetBelow } from './reading-line'

/** An article that stands on the page, and a place in it. */
export interface PlaceInArticle {
  readonly article: string
  readonly place?: TextPlace
}

/** No place is longer than this, characters: a sentence that goes on is known by its beginning. */
const longest = 40

/** From the offset to the end of its sentence, or as far as a place goes. */
const placeFrom = (texts: ReturnType<typeof placedTextsIn>, offset: number): TextPlace | undefined => {
  const stretch = texts.findLast(({ from }) => from <= offset)
  if (!stretch) return undefined
  const [sentence = ''] = sentencesOf(stretch.node.data.slice(offset - stretch.from))
  return `${offset}-${offset + Math.max(1, Math.min(longest, sentence.trimEnd().length))}`
}

/**
 * What is read at the top of a page's text: its first line that begins at or below `screenTop`; undefined at the end.
 * @param root holds elements with `data-article`
 */
export const placeAtTop = (root: ParentNode, screenTop: number): PlaceInArticle | undefined => {
  const articles = [...root.querySelectorAll<HTMLElement>('[data-article]')]
  const element = articles.find((one) => one.getBoundingClientRect().bottom > screenTop)
  const article = element?.dataset['article']
  if (!element || article === undefined) return undefined
  if (element.getBoundingClientRect().top >= screenTop) return { article }
  const texts = placedTextsIn(element)
  const offset = offsetBelow(texts, screenTop)
  const place = offset === undefined ? undefined : placeFrom(texts, offset)
  return { article, ...(place && { place }) }
}

/** Where a place stands on the screen: its first line, or else the article. */
export const boxOfPlace = (root: ParentNode, { article, place }: PlaceInArticle): DOMRect | undefined => {
  const elements = [...root.querySelectorAll<HTMLElement>('[data-article]')].filter(
    ({ dataset }) => dataset['article'] === article,
  )
  const sought = rangeOfPlace(place)
  if (sought)
    for (const element of elements) {
      const [range] = rangesOf(element, sought.from, sought.to)
      if (range) return range.getBoundingClientRect()
    }
  return elements[0]?.getBoundingClientRect()
}

import type { Span } from '@/text/search-query'
import type { TextPlace } from '../location/locator'

/** The range of the article's text that a place names; undefined for a line of the title block, and without a place. */
export const rangeOfPlace = (place: TextPlace | undefined): Span | undefined => {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(place ?? '') ?? []
  return from && to ? { from: Number(from), to: Number(to) } : undefined
}

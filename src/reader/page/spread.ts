import type { Page } from '@/bundle/issue'
import { pagesNamedBy } from '@/text/page-label'

/** The pages shown at once, from left to right: one, or two with a hole where there is none. Page numbers from 1. */
export type Opening = readonly (number | undefined)[]

type SpreadPage = Pick<Page, 'no' | 'label' | 'renditions'>

/** Whether the page is a double page (通版), printed over two: by its label, or because it is wider than high. */
const isDouble = ({ label, renditions: [rendition] }: SpreadPage): boolean =>
  pagesNamedBy(label).length > 1 || (rendition !== undefined && rendition.width > rendition.height)

/** The number printed on each page, if all have one and they rise; a double page has that of its left half. */
const printedNumbers = (pages: readonly SpreadPage[]): readonly number[] | undefined => {
  const named = pages.map(({ label }) => pagesNamedBy(label).map(Number))
  const isRising = named.every((own, index) => (own[0] ?? Number.NaN) > (named[index - 1]?.at(-1) ?? 0))
  return isRising ? named.map(([first = 0]) => first) : undefined
}

/** Places counted through, a double page as two. */
const countedPlaces = (pages: readonly SpreadPage[]): readonly number[] => {
  let next = 1
  return pages.map((page) => {
    const place = next
    next += isDouble(page) ? 2 : 1
    return place
  })
}

/**
 * The openings of an issue, in order. As a spread, an even page lies beside the odd one that follows, by the numbers printed on them; where one
 * of the two is not in the issue, its place is a hole. The first page and double pages are alone.
 */
export const openingsOf = (
  pages: readonly SpreadPage[],
  { isSpread, isRtl }: { readonly isSpread: boolean; readonly isRtl: boolean },
): readonly Opening[] => {
  if (!isSpread) return pages.map(({ no }) => [no])
  const places = printedNumbers(pages) ?? countedPlaces(pages)
  const openings: Opening[] = []
  let open: { readonly place: number; readonly no: number } | undefined
  const close = (right?: number): void => {
    if (open) openings.push([open.no, right])
    open = undefined
  }
  for (const [index, page] of pages.entries()) {
    const place = places[index] ?? index + 1
    if (isDouble(page)) {
      close()
      openings.push([page.no])
    } else if (place % 2 === 0) {
      close()
      open = { place, no: page.no }
    } else if (open?.place === place - 1) close(page.no)
    else {
      close()
      openings.push([undefined, page.no])
    }
  }
  close()
  return isRtl ? openings.map((opening) => opening.toReversed()) : openings
}

/** The page that identifies an opening: the first of its pages. */
export const leadOf = (opening: Opening): number => Math.min(...opening.flatMap((no) => no ?? []))

/** The leading page of the opening that a page lies in; the page itself if it is in none. */
export const leadAt = (openings: readonly Opening[], pageNo: number): number => {
  const own = openings.find((opening) => opening.includes(pageNo))
  return own ? leadOf(own) : pageNo
}

/** The page that turning forwards or backwards leads to; undefined at either end. */
export const turnedFrom = (openings: readonly Opening[], pageNo: number, step: 1 | -1): number | undefined => {
  const next = openings[openings.findIndex((opening) => opening.includes(pageNo)) + step]
  return next && leadOf(next)
}

/** The pages shown at once, from left to right: one, or two with a hole where there is none. Page numbers from 1. */
export type Opening = readonly (number | undefined)[]

/** The page that identifies an opening: the page itself, or the even one of a pair. The first page stands alone. */
export const leadOf = (pageNo: number, isSpread: boolean): number =>
  isSpread && pageNo > 1 ? pageNo - (pageNo % 2) : pageNo

/**
 * The pages shown together with this one: the even one on the left, or on the right if the paper turns right to left.
 */
export const openingOf = (
  pageNo: number,
  paper: { readonly pageCount: number; readonly isSpread: boolean; readonly isRtl: boolean },
): Opening => {
  if (!paper.isSpread) return [pageNo]
  const lead = leadOf(pageNo, true)
  const within = (no: number): number | undefined => (no <= paper.pageCount ? no : undefined)
  const pair = lead === 1 ? [undefined, 1] : [lead, within(lead + 1)]
  return paper.isRtl ? pair.reverse() : pair
}

/** The page that turning forwards or backwards leads to; may be outside the issue. */
export const turnedFrom = (pageNo: number, step: 1 | -1, isSpread: boolean): number => {
  const lead = leadOf(pageNo, isSpread)
  if (!isSpread || (lead === 1 && step === 1) || (lead === 2 && step === -1)) return lead + step
  return lead + 2 * step
}

/** All openings of an issue by their leading pages, in order. */
export const leadsOf = (pageCount: number, isSpread: boolean): number[] => {
  const leads: number[] = []
  for (let no = 1; no <= pageCount; no = turnedFrom(no, 1, isSpread)) leads.push(no)
  return leads
}

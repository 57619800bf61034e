/** What narrows a search, besides its words. */
export interface SearchLimits {
  /** First and last day of the issues, `2024-05-25`, both included. */
  readonly from?: string
  readonly to?: string
  /** Only what the title block says, without the byline. */
  readonly isInTitles?: boolean
  /** Only articles on pages of this name. */
  readonly section?: string
}

/** Whether an issue of the day is within the limits. */
export const isWithinDays = (day: string, { from, to }: SearchLimits): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to)

/** Whether an article on these pages is within the limits. */
export const isOnSection = (
  pages: readonly { readonly name?: string | undefined }[],
  { section }: SearchLimits,
): boolean => section === undefined || pages.some(({ name }) => name === section)

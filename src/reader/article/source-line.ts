/** A copy of at most this many characters is a short quotation or a name to look up, and stays as it is. */
const longestPlainCopy = 60

/** A copied passage with its source appended; undefined if the passage is short. */
export const copyWithSource = (selected: string, source: string): string | undefined =>
  [...selected.trim()].length > longestPlainCopy ? `${selected.trim()}\n\n${source}` : undefined

/** A whole article as plain text: titles, byline, paragraphs, source. */
export const plainText = (parts: {
  readonly titles: readonly (string | undefined)[]
  readonly leaves: readonly string[]
  readonly source: string
}): string =>
  [parts.titles.filter(Boolean).join('\n'), parts.leaves.filter(Boolean).join('\n'), parts.source]
    .filter(Boolean)
    .join('\n\n')

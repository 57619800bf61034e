import { copiedForm } from '@/text/copied-form'

/** A copy of at most this many characters is a short quotation or a name to look up, and stays as it is. */
const longestPlainCopy = 60

/** A copied passage with its source appended; undefined if it is short, and copied as it is selected. */
export const copyWithSource = (selected: string, source: string): string | undefined => {
  const copied = copiedForm(selected).trim()
  if ([...copied].length > longestPlainCopy) return `${copied}\n\n${source}`
  return copied.length < selected.trim().length ? copied : undefined
}

/** A whole article as plain text: titles, byline, paragraphs, source. */
export const plainText = (parts: {
  readonly titles: readonly (string | undefined)[]
  readonly leaves: readonly string[]
  readonly source: string
}): string =>
  [parts.titles.filter(Boolean).join('\n'), parts.leaves.filter(Boolean).join('\n'), parts.source]
    .filter(Boolean)
    .join('\n\n')

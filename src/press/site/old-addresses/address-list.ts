/** A line of old-addresses.csv: an old address and the place that took over, as written. */
export interface AddressLine {
  readonly line: number
  readonly old: string
  readonly place: string
}

/** A cell as a spreadsheet writes it: in quotes where it has to be. */
const cellOf = (written: string): string => {
  const text = written.trim()
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text
}

/**
 * The lines of a list: two columns, separated by a comma, a semicolon or a tab, the last one on the line, because a place never has
 * one. Empty lines, lines that begin with `#` and the heading are passed over. A line of one column has an empty place.
 */
export const readAddressLines = (text: string): readonly AddressLine[] =>
  text.split(/\r\n?|\n/).flatMap((written, index) => {
    const [, old, place = ''] = /^(.*)[,;\t](.*)$/.exec(written) ?? [undefined, written]
    const row = { line: index + 1, old: cellOf(old ?? ''), place: cellOf(place) }
    const isHeading = index === 0 && !/\d/.test(row.place) && row.place !== ''
    return written.trim() === '' || written.startsWith('#') || isHeading ? [] : [row]
  })

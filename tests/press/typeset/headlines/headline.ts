/** A headline that was printed or broadcast, and how a sub-editor would break it. */
export interface Headline {
  readonly title: string
  /** The paper and its day. */
  readonly source: string
  /** Accepted lines, by their number. */
  readonly accepted: ReadonlyMap<number, readonly (readonly string[])[]>
}

/**
 * Reads one headline a row: `|` marks each place at which it may be cut in two; after ` ; ` stand whole settings in three lines,
 * cut by `/`. Cuts follow the sense and leave a line at least a third as long as the other, as far as the headline allows.
 */
export const headlinesOf = (source: string, rows: string): Headline[] =>
  rows
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => {
      const [marked = '', ...settings] = row.split(' ; ')
      const title = marked.replaceAll('|', '')
      const pieces = marked.split('|')
      const halves = pieces.slice(1).map((_, index) => {
        const cut = index + 1
        return [pieces.slice(0, cut).join(''), pieces.slice(cut).join('')]
      })
      const thirds = settings.map((setting) => setting.split('/'))
      return {
        title,
        source,
        accepted: new Map([
          ...(halves.length > 0 ? [[2, halves] as const] : []),
          ...(thirds.length > 0 ? [[3, thirds] as const] : []),
        ]),
      }
    })

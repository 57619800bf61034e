/** An object of a store, for a check: its bytes as text. */
export type TextsByKey = ReadonlyMap<string, string>

/** Keys that a file names, which a reader of it would ask for next. Addresses of pages count as keys. */
const namedBy = (key: string, text: string, withLinks: boolean): string[] => {
  const parsed = (): unknown => JSON.parse(text)
  const fields = (value: unknown, field: string): unknown[] =>
    typeof value === 'object' && value !== null && field in value ? Object(value)[field] : []
  const [, issue] = /^data\/([^/]+)\/issue\.json$/.exec(key) ?? []
  if (issue !== undefined) return fields(parsed(), 'parts').map((part) => `data/${issue}/${fields(part, 'name')}`)
  if (/^data\/catalog-\d+\.json$/.test(key))
    return fields(parsed(), 'issues').map((entry) => `data/${fields(entry, 'id')}/issue.json`)
  if (key === 'data/catalog.json')
    return [
      ...fields(parsed(), 'years').map((year) => `data/catalog-${year}.json`),
      ...fields(parsed(), 'issues').map((entry) => `data/${fields(entry, 'id')}/issue.json`),
    ]
  if (key === 'app.js') return [...text.matchAll(/'\.\/([^']+)'/g)].map(([, file = '']) => file)
  if (key === 'sw.js') return [...text.matchAll(/"url":"([^"]+)"/g)].map(([, file = '']) => file)
  if (!text.startsWith('<!doctype html>')) return []
  const own = withLinks ? text : text.replace(/<a [^>]*>|<link rel="(?:alternate|prev|next|search)"[^>]*>/g, '')
  const attributes = [...own.matchAll(/ (?:href|src|data-start|data-ahead)="([^"]*)"/g)]
  return attributes
    .flatMap(([, value = '']) => value.split(' '))
    .filter((address) => address.startsWith('/') && address !== '/')
    .map((address) => address.slice(1).replace(/[?#].*/, ''))
}

/**
 * What a published store lacks: each file that is named by another one and is not there. Pages link to one another both ways, and
 * to feeds that name them, so while they are uploaded what a reader would have to follow is left out.
 */
export const storeFaults = (objects: TextsByKey, { withLinks = true } = {}): string[] =>
  [...objects].flatMap(([key, text]) =>
    key.startsWith('.press/')
      ? []
      : namedBy(key, text, withLinks)
          .filter((named) => !objects.has(named) && !objects.has(`${named}/index.html`))
          .map((named) => `${key} names ${named}`),
  )

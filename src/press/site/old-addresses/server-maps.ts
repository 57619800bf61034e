import { expressionOf, targetOf, type AddressPattern } from './address-pattern'
import type { Forward } from './forwards'

/** Files for the servers of `deploy/`, by name. */
export interface ServerMaps {
  readonly 'old-paths.nginx': string
  readonly 'old-queries.nginx': string
  readonly 'old-addresses.caddy': string
}

interface Row {
  readonly from: string
  readonly to: string
}

/** What chat programs append to a link that somebody passes on. deploy/nginx.conf has the same. */
const appended = 'from|isappinstalled|scene|clicktime|enterid|utm_[a-z]+'

const hasQuery = ({ pieces }: AddressPattern): boolean =>
  pieces.some((piece) => 'text' in piece && piece.text.includes('?'))

/**
 * nginx compares without regard to case: rows that differ in nothing else would be the same, and keep it from starting. Such rows
 * are expressions, which differ.
 */
const nginxRows = (rows: readonly Row[]): string[] => {
  const counts = new Map<string, number>()
  for (const { from } of rows) counts.set(from.toLowerCase(), (counts.get(from.toLowerCase()) ?? 0) + 1)
  return rows.map(({ from, to }) =>
    counts.get(from.toLowerCase()) === 1
      ? `"${from}" "${to}";`
      : `"~^${from.replace(/[.*+?^$()|[\]\\]/g, (mark) => `\\${mark}`)}$" "${to}";`,
  )
}

const rowsOf = (forwards: Iterable<Forward>, base: string): { readonly paths: Row[]; readonly queries: Row[] } => {
  const rows = { paths: [] as Row[], queries: [] as Row[] }
  for (const { from, to } of forwards) {
    const target = `${base}${to.address}`
    if (from.query === undefined) rows.paths.push({ from: from.path, to: target })
    else rows.queries.push({ from: `${from.path}?${from.query}`, to: target })
  }
  return rows
}

/** Patterns that a server has to match, because something in them says nothing about the place. */
const patternRows = (patterns: readonly AddressPattern[], base: string, group: (index: number) => string): Row[] =>
  patterns.map((pattern) => {
    const expression = expressionOf(pattern)
    const { groups, source } = expression
    return { from: `^${source}$`, to: base + targetOf(expression, (name) => group(groups.indexOf(name) + 1)) }
  })

/** A map of Caddy and the redirect by it; names of Caddy's hold for all sites of a host, so they carry the site's path. */
const caddyMap = (
  source: string,
  name: string,
  rows: readonly Row[],
  open: readonly Row[],
): string => `map ${source} {${name}} {
${rows.map(({ from, to }) => `\t"${from}" "${to}"\n`).join('')}${open.map(({ from, to }) => `\t\`~${from}\` "${to}"\n`).join('')}\tdefault ""
}
@${name} expression \`{${name}} != ""\`
redir @${name} {${name}} 301
`

const caddyFile = (
  { paths, queries }: ReturnType<typeof rowsOf>,
  open: { readonly paths: readonly Row[]; readonly queries: readonly Row[] },
  base: string,
): string => {
  const name = `banmian_old${base.replace(/[^A-Za-z0-9]/g, '_')}`
  return `map {query} {${name}asked} {
\t\`~^(.*?)&(?:${appended})=\` "\${1}"
\t\`~^(.*)$\` "\${1}"
}
${caddyMap(`"{path}?{${name}asked}"`, `${name}query`, queries, open.queries)}${caddyMap('{path}', `${name}path`, paths, open.paths)}`
}

/**
 * The old addresses for web servers, which answer each with 301. Every address has passed `decodeOldAddress` or was made from a
 * pattern that did, so that nothing in it means anything to a server; every target is a place of the site.
 */
export const serverMapsOf = (
  forwards: Iterable<Forward>,
  patterns: readonly AddressPattern[],
  base: string,
): ServerMaps => {
  const rows = rowsOf(forwards, base)
  const [byPath, byQuery] = [patterns.filter((one) => !hasQuery(one)), patterns.filter(hasQuery)]
  const nginx = (exact: readonly Row[], open: readonly AddressPattern[]): string =>
    [
      ...nginxRows(exact),
      ...patternRows(open, base, (index) => `$${index}`).map(({ from, to }) => `"~${from}" "${to}";`),
    ]
      .map((row) => `${row}\n`)
      .join('')
  const caddyOpen = (open: readonly AddressPattern[]): Row[] => patternRows(open, base, (index) => `\${${index}}`)
  return {
    'old-paths.nginx': nginx(rows.paths, byPath),
    'old-queries.nginx': nginx(rows.queries, byQuery),
    'old-addresses.caddy': caddyFile(rows, { paths: caddyOpen(byPath), queries: caddyOpen(byQuery) }, base),
  }
}

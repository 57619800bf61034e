import { pagesNamedBy } from '@/text/page-label'
import { faultOfPath, faultOfQuery, type OldAddress } from './old-address'
import type { Reason } from '../../findings/chinese/reasons'

/** What a pattern's braces may name, and what stands there in an address. */
const names = {
  year: '[0-9]{4}',
  month: '[0-9]{2}',
  day: '[0-9]{2}',
  /** Number of the page; `{page:2}` with zeros in front up to that length. */
  page: '0*[1-9][0-9]{0,2}',
  /** The label as printed: A04. */
  label: '[^/?&]+',
  /** Our own id of the article, where it was kept from the older system. */
  article: '[a-z0-9]{3,16}',
  /** What changes and says nothing about the place. */
  any: '[^/?&]+',
} as const
type Name = keyof typeof names

export type PatternPiece =
  | { readonly text: string }
  | { readonly name: Name; /** Least length, filled up with zeros. */ readonly digits: number }

/** A form of old addresses: `/html/{year}-{month}/{day}/node_{page:2}.htm`. */
export interface AddressPattern {
  readonly written: string
  readonly pieces: readonly PatternPiece[]
  /** Pages by what stood for `{page}`, where that was no number: `{ '37749': 'A01' }`. */
  readonly pages?: ReadonlyMap<string, string>
}

/** A place of this site, with what a pattern may ask of it. */
export interface PlaceFacts {
  /** YYYY-MM-DD */
  readonly date: string
  readonly page?: { readonly no: number; readonly label: string }
  readonly article?: string
}

const isName = (word: string): word is Name => word in names

export const namesIn = ({ pieces }: AddressPattern): ReadonlySet<Name> =>
  new Set(pieces.flatMap((piece) => ('name' in piece ? piece.name : [])))

/** Why a pattern can't lead anywhere; undefined if it can. */
const faultOf = (pattern: AddressPattern): Reason | undefined => {
  const used = namesIn(pattern)
  for (const name of ['year', 'month', 'day'] as const) if (!used.has(name)) return `it lacks {${name}}`
  if (pattern.pages && !used.has('page')) return 'it has a table of pages and no {page}'
  if (pattern.pages && used.has('label'))
    return 'it has a table of pages, which stands for {page}, and a {label} as well'
  if (!used.has('any')) return undefined
  if (used.has('label') || pattern.pages) return 'with {any}, a page can be told only by its number'
  return used.has('article') && !used.has('page') ? 'with {any}, an article needs its {page}' : undefined
}

/** Parses a pattern. Returns words for what is wrong with it. */
export const parsePattern = (
  written: string,
  pages?: ReadonlyMap<string, string>,
): AddressPattern | { readonly reason: Reason } => {
  const pieces: PatternPiece[] = []
  for (const part of written.replace(/^https?:\/\/[^/?#{}]*/i, '').split(/(\{[^{}]*\})/)) {
    const [, name, digits] = /^\{([a-z]+)(?::([1-9]))?\}$/.exec(part) ?? []
    if (name === undefined) {
      if (/[{}]/.test(part)) return { reason: `“${part}” is no placeholder` }
      if (part !== '') pieces.push({ text: part })
    } else if (!isName(name)) return { reason: `{${name}} is not known` }
    else if (digits !== undefined && name !== 'page') return { reason: `only {page} has a number of digits` }
    else pieces.push({ name, digits: Number(digits ?? 0) })
  }
  const pattern = { written, pieces, ...(pages && { pages }) }
  const [path = '', ...query] = pieces
    .map((piece) => ('text' in piece ? piece.text : '0'))
    .join('')
    .split('?')
  const reason = faultOfPath(path) ?? faultOfQuery(query.join('?')) ?? faultOf(pattern)
  return reason === undefined ? pattern : { reason }
}

const addressOf = (text: string): OldAddress => {
  const [path = '', ...query] = text.split('?')
  return { path, ...(query.length > 0 && { query: query.join('?') }) }
}

/** What may stand for `{page}`. */
const pageWords = ({ pages }: AddressPattern, page: PlaceFacts['page']): readonly string[] => {
  if (!page) return []
  if (!pages) return [String(page.no)]
  const own = [page.label, String(page.no), ...pagesNamedBy(page.label)]
  return [...pages].flatMap(([word, named]) => (own.includes(named) ? word : []))
}

/** The old addresses of a place by a pattern without `{any}`; none if the pattern asks for what the place does not have. */
export const addressesOf = (pattern: AddressPattern, { date, page, article }: PlaceFacts): readonly OldAddress[] => {
  const used = namesIn(pattern)
  if (used.has('any') || (used.has('article') && article === undefined)) return []
  const needsPage = used.has('page') || used.has('label')
  if (needsPage && !page) return []
  const [year = '', month = '', day = ''] = date.split('-')
  const fill = (pageWord: string): OldAddress => {
    const words = { year, month, day, page: pageWord, label: page?.label ?? '', article: article ?? '', any: '' }
    return addressOf(
      pattern.pieces
        .map((piece) => ('text' in piece ? piece.text : words[piece.name].padStart(piece.digits, '0')))
        .join(''),
    )
  }
  return (used.has('page') ? pageWords(pattern, page) : ['']).map(fill)
}

const escapeText = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\/]/g, (mark) => (mark === '/' ? mark : `\\${mark}`))

/** What a pattern's expression catches, in the order of its groups. */
export type Caught = 'year' | 'month' | 'day' | 'page' | 'article'
const isCaught = (name: Name): name is Caught => name !== 'label' && name !== 'any'

/**
 * A pattern as a regular expression that PCRE, RE2 and JavaScript read alike, without its anchors; each name is caught where it
 * stands first.
 */
export const expressionOf = (
  pattern: AddressPattern,
): { readonly source: string; readonly groups: readonly Caught[] } => {
  const groups: Caught[] = []
  const source = pattern.pieces.map((piece) => {
    if ('text' in piece) return escapeText(piece.text)
    const { name } = piece
    if (!isCaught(name) || groups.includes(name)) return names[name]
    groups.push(name)
    return name === 'page' ? '0*([1-9][0-9]{0,2})' : `(${names[name]})`
  })
  return { source: source.join(''), groups }
}

/** The new address that a pattern with `{any}` leads to, below the base, from what was caught: `write('year')` may be `$1`. */
export const targetOf = ({ groups }: { readonly groups: readonly Caught[] }, write: (name: Caught) => string): string =>
  `${write('year')}-${write('month')}-${write('day')}${(['page', 'article'] as const)
    .filter((name) => groups.includes(name))
    .map((name) => `/${write(name)}`)
    .join('')}`

import type { Reason } from '../../findings/chinese/reasons'
import type { PrintedArticle } from '../printed/printed-issue'
import type { ArticleName } from './corrections-record'

/** An article under a number of its own: two articles of a source may have one id. */
export interface Standing {
  readonly key: number
  readonly article: PrintedArticle
}

/** The article that is meant, or why it can't be told. */
export type ArticleMeant =
  { readonly found: Standing; readonly isById: boolean } | { readonly found?: undefined; readonly reason: Reason }

/** Letters and digits, in one form. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()

/** No beginning that a person gives is longer. */
const mostLetters = 2000
/** A shorter beginning may be that of another article. */
const tellingLetters = 8

/** How an article may be said to begin: by its headline, with its kicker, by its text. */
const openingsOf = ({ kicker = '', headline = '', parts }: PrintedArticle): string[] => {
  let text = ''
  for (const { text: own } of parts.flatMap(({ titles, blocks }) => [...titles, ...blocks])) {
    text += plain(own)
    if (text.length > mostLetters) break
  }
  const body = parts.flatMap(({ blocks }) => blocks)[0]?.text ?? ''
  return [headline, `${kicker}${headline}`, kicker, body].map(plain).concat(text)
}

/** Finds articles by what a correction says of them. */
export class ArticleFinder {
  readonly #openings = new Map<number, readonly string[]>()

  constructor(
    readonly standing: readonly Standing[],
    readonly pageNamed: (name: string) => number | undefined,
    /** Ids of articles that corrections make, of words that other articles had: these are found by their ids only. */
    readonly made: ReadonlySet<string> = new Set(),
  ) {
    for (const { key, article } of standing) this.#openings.set(key, openingsOf(article))
  }

  /** A beginning without letters, a dash, is that of an article without text. */
  #begins({ key }: Standing, was: string): boolean {
    const openings = this.#openings.get(key) ?? []
    return was === '' ? openings.every((own) => own === '') : openings.some((own) => own.startsWith(was))
  }

  #isExact({ key }: Standing, was: string): boolean {
    return (this.#openings.get(key) ?? []).some((own) => own === was)
  }

  /**
   * The article with the id, if it begins with the words; else the only one of the same page that does: a better importer may have given it
   * another id.
   * @param alsoWas beginnings that the correction itself makes, which it may have already
   */
  find({ source, was: written, page: name }: ArticleName, alsoWas: readonly string[] = []): ArticleMeant {
    const page = name === undefined ? undefined : this.pageNamed(name)
    if (name !== undefined && page === undefined) return { reason: `there is no page ${name} in this issue` }
    const isOn = ({ article }: Standing, pages: ReadonlySet<number>): boolean =>
      article.parts.some((part) => pages.has(part.page))
    const was = plain(written)
    const named = this.standing.filter(({ article }) => article.sourceId === source)
    const beginnings = [was, ...alsoWas.map(plain).filter((own) => own !== '')]
    const agreeing = named.filter((one) => beginnings.some((own) => this.#begins(one, own)))
    const ownPages = new Set(page === undefined ? [] : [page])
    const [byId, twin] =
      page === undefined || agreeing.length < 2 ? agreeing : agreeing.filter((one) => isOn(one, ownPages))
    if (byId) return twin ? { reason: 'several articles have this id and begin with these words' } : foundAs(byId, true)
    const pages = page === undefined ? new Set(named.flatMap(pagesOf)) : ownPages
    const near = this.standing.filter(
      (one) => !this.made.has(one.article.sourceId) && (pages.size === 0 || isOn(one, pages)),
    )
    const exact = was === '' ? [] : near.filter((one) => this.#isExact(one, was))
    const alike = exact.length > 0 || was.length < tellingLetters ? exact : near.filter((one) => this.#begins(one, was))
    const [byWords, other] = alike
    if (!byWords) return { reason: whyNone(named[0]) }
    return other ? { reason: 'several articles begin with these words' } : foundAs(byWords, false)
  }
}

/** So much of a beginning shows a person what to write. */
const mostShown = 40

const whyNone = (named: Standing | undefined): Reason => {
  if (!named) return 'no article has this id and begins with these words'
  const { headline, parts } = named.article
  const [first] = parts.flatMap(({ titles, blocks }) => [...blocks, ...titles])
  const beginning = [...(headline ?? first?.text ?? '').replace(/\s+/gu, ' ').trim()].slice(0, mostShown).join('')
  return `the article with this id begins “${beginning}”, and no other with these words`
}

const pagesOf = ({ article }: Standing): number[] => article.parts.map(({ page }) => page)
const foundAs = (found: Standing, isById: boolean): ArticleMeant => ({ found, isById })

import type { PrintedArticle, PrintedIssue } from '../printed/printed-issue'
import { changeOutlines, withoutTheirOutlines, type CorrectedPages } from './change-outlines'
import { changeTitles } from './change-titles'
import {
  changed,
  failed,
  needless,
  type Change,
  type CorrectionAccount,
  type CorrectionPath,
} from './correction-account'
import { correctPages, pageNameReader } from './correct-pages'
import type { ArticleCorrection, ArticleName, NewArticle } from './corrections-record'
import { cutArticle, sourceIdOfRest } from './cut-article'
import { ArticleFinder, type Standing } from './find-article'
import { joinArticles } from './join-articles'
import { mendText } from './mend-text'
import { addArticle } from './new-articles'
import { orderArticles } from './order-articles'

/** A correction of an article, its place in the file, and the article that it means. */
interface Meant {
  readonly at: number
  readonly correction: ArticleCorrection
  readonly key: number
}

/** Where an article comes from: what an editor changes of it is written there. */
export interface ArticleOrigin {
  /** As the source has it; undefined if a correction made it. */
  readonly source?: PrintedArticle
  /** What corrections.yaml says of it: an entry of its own, one of the new articles, or a cut of another entry. */
  readonly entry?: CorrectionPath
  /** The article from which it was cut. */
  readonly cutFrom?: ArticleOrigin
  /** The articles in which it goes on. */
  readonly joined: readonly ArticleOrigin[]
}

/** An issue as the editor corrected it. */
export interface CorrectedIssue {
  readonly issue: PrintedIssue
  /** Of each of its articles. */
  readonly origins: ReadonlyMap<PrintedArticle, ArticleOrigin>
  /** Of the source's articles, also of those that are no articles any more, in the source's order. */
  readonly sources: readonly ArticleOrigin[]
}

/** How an article begins once it is corrected: by its new headline, or by the old words, mended. */
const beginningsMadeBy = ({ was, headline, text = [] }: ArticleCorrection): string[] => [
  ...(headline === undefined ? [] : [headline]),
  ...text.flatMap((change) =>
    'from' in change && was.includes(change.from) ? [was.replace(change.from, change.to)] : [],
  ),
]

/** Applies the corrections of one issue, step by step: each sees what the steps before it made. */
class Correcting {
  #standing: readonly Standing[]
  readonly #places = new Map<number, number>()
  /** All articles as the source has them. */
  #inSource: ArticleFinder
  /** Articles that were joined to another → that one. */
  readonly #joined = new Map<number, number>()
  readonly #origins = new Map<number, Omit<ArticleOrigin, 'joined'>>()

  constructor(
    articles: readonly PrintedArticle[],
    readonly pages: CorrectedPages,
    readonly account: CorrectionAccount,
  ) {
    this.#standing = articles.map((article, key) => ({ key, article }))
    articles.forEach((source, key) => this.#origins.set(key, { source }))
    this.#inSource = new ArticleFinder(this.#standing, pages.pageNamed)
  }

  get articles(): readonly Standing[] {
    return orderArticles(this.#standing, this.#places)
  }

  originOf(key: number): ArticleOrigin {
    const joined = [...this.#joined].flatMap(([rest, owner]) => (owner === key ? [this.originOf(rest)] : []))
    return { ...this.#origins.get(key), joined }
  }

  #articleOf(key: number): PrintedArticle | undefined {
    return this.#standing.find((one) => one.key === key)?.article
  }

  #put(key: number, ...articles: readonly Standing[]): void {
    this.#standing = this.#standing.flatMap((one) => (one.key === key ? articles : [one]))
  }

  #nextKey(): number {
    return Math.max(-1, ...this.#standing.map(({ key }) => key), ...this.#joined.keys()) + 1
  }

  /** Which article each correction means, while all stand as the source has them. */
  meantBy(corrections: readonly ArticleCorrection[], added: readonly NewArticle[]): Meant[] {
    const made = new Set([
      ...added.map(({ source }) => source),
      ...corrections.flatMap(({ source, cuts = [] }) => cuts.map((cut) => sourceIdOfRest(source, cut))),
    ])
    const finder = new ArticleFinder(this.#standing, this.pages.pageNamed, made)
    this.#inSource = finder
    const taken = new Set<number>()
    return corrections.flatMap((correction, at): Meant[] => {
      const path = ['articles', at, 'source'] as const
      const answer = finder.find(correction, beginningsMadeBy(correction))
      const twice = answer.found && taken.has(answer.found.key)
      if (!answer.found || twice) {
        const reason = answer.found ? 'another entry corrects the same article' : answer.reason
        return this.account.take<Meant[]>(path, failed(reason), [], `source: ${correction.source}`)
      }
      const { key, article } = answer.found
      taken.add(key)
      this.#origins.set(key, { source: article, entry: ['articles', at] })
      if (!answer.isById) this.account.byWords(path, correction.source, article.sourceId)
      return [{ at, correction, key }]
    })
  }

  /** Title and text of an article. */
  change({ at, correction, key }: Meant): void {
    const { account } = this
    const path = ['articles', at] as const
    const found = this.#articleOf(key)
    if (!found) return
    let article = found
    for (const [no, change] of (correction.text ?? []).entries())
      article = account.take([...path, 'text', no], mendText(article, change), article)
    this.#put(key, { key, article: changeTitles(article, correction, path, account) })
  }

  /** Where an article stands, once it is clear which words are left to it. */
  outline({ at, correction: { outlines }, key }: Meant): void {
    const article = this.#articleOf(key)
    if (!article || !outlines) return
    const change = changeOutlines(article, outlines, this.pages)
    const placed = this.account.take(['articles', at, 'outlines'], change, article)
    this.#put(key, { key, article: placed })
    this.#own(key, placed)
  }

  /** An outline that a correction gives to an article is no other article's. */
  #own(key: number, article: PrintedArticle): void {
    this.#standing = this.#standing.map((one) =>
      one.key === key ? one : { ...one, article: withoutTheirOutlines(one.article, article) },
    )
  }

  add(added: readonly NewArticle[]): void {
    const firstMade = this.#nextKey()
    for (const [at, one] of added.entries()) {
      const before = this.#standing
      this.#standing = this.account.take(['new_articles', at], addArticle(before, one, this.pages), before)
      const made = this.#standing.find(({ article }) => article.sourceId === one.source)
      if (made && made.key >= firstMade) this.#origins.set(made.key, { entry: ['new_articles', at] })
      if (made && one.order !== undefined) this.#places.set(made.key, one.order)
    }
  }

  /** The first cut first: the rest is looked through for the next. */
  cut({ at, correction, key }: Meant): void {
    let own = key
    for (const [no, cut] of (correction.cuts ?? []).entries()) {
      const article = this.#articleOf(own)
      if (!article) return
      const path = ['articles', at, 'cuts', no] as const
      const isCut = this.#standing.some((one) => one.article.sourceId === sourceIdOfRest(correction.source, cut))
      const change = cutArticle({ ...article, sourceId: correction.source }, cut)
      const made = this.account.take(path, change.kind === 'failed' && isCut ? needless : change, undefined)
      if (!made) continue
      const restKey = this.#nextKey()
      const rest = cut.outlines
        ? this.account.take([...path, 'outlines'], changeOutlines(made.rest, cut.outlines, this.pages), made.rest)
        : made.rest
      const head = { ...made.head, sourceId: article.sourceId }
      this.#put(own, { key: own, article: head }, { key: restKey, article: rest })
      this.#origins.set(restKey, { entry: path, cutFrom: this.originOf(key) })
      if (cut.outlines) this.#own(restKey, rest)
      own = restKey
    }
  }

  /** What an article became part of. */
  #ownerOf(key: number): number {
    const owner = this.#joined.get(key)
    return owner === undefined ? key : this.#ownerOf(owner)
  }

  #join(key: number, name: ArticleName, rests: ArticleFinder): Change<readonly Standing[]> {
    const owner = this.#ownerOf(key)
    const article = this.#articleOf(owner)
    // A person names it as the source has it, or as it is corrected, or as a cut made it.
    const inSource = this.#inSource.find(name)
    const now = inSource.found && inSource.isById ? inSource : rests.find(name)
    const answer = now.found ? now : inSource
    if (!article) return failed('the article is dropped')
    if (!answer.found) return failed(answer.reason)
    const { key: restKey } = answer.found
    const rest = this.#articleOf(restKey)
    if (this.#ownerOf(restKey) === owner) return failed('the article would go on in itself')
    if (!rest) return failed('the article goes on in one that is part of another')
    this.#joined.set(restKey, owner)
    return changed(
      this.#standing.flatMap((one) => {
        if (one.key === restKey) return []
        return one.key === owner ? [{ key: owner, article: joinArticles(article, rest) }] : [one]
      }),
    )
  }

  join(meant: readonly Meant[]): void {
    const rests = new ArticleFinder(this.#standing, this.pages.pageNamed)
    for (const { at, correction, key } of meant)
      (correction.continues_in ?? []).forEach((name, no) => {
        const path = ['articles', at, 'continues_in', no] as const
        this.#standing = this.account.take(path, this.#join(key, name, rests), this.#standing)
      })
  }

  drop({ at, correction, key }: Meant): void {
    if (correction.drop !== true) return
    const left = this.#standing.filter((one) => one.key !== key)
    const isThere = left.length < this.#standing.length
    const change = isThere ? changed(left) : failed('the article is part of another')
    this.#standing = this.account.take(['articles', at, 'drop'], change, this.#standing)
  }

  /** What was cut from an article follows it. */
  order({ at, correction: { source, order, cuts = [] }, key }: Meant): void {
    if (order === undefined) return
    const rests = cuts.flatMap((cut) => {
      const rest = this.#standing.find(({ article }) => article.sourceId === sourceIdOfRest(source, cut))
      return rest ? [rest.key] : []
    })
    const before = orderArticles(this.#standing, this.#places)
    ;[key, ...rests].forEach((one, index) => this.#places.set(one, order + index))
    const isMoved = orderArticles(this.#standing, this.#places).some((one, index) => one.key !== before[index]?.key)
    this.account.take(['articles', at, 'order'], isMoved ? changed(undefined) : needless, undefined)
  }
}

/**
 * A printed issue as an editor corrected it. What does not fit the source, or no longer, is reported and left out; nothing else depends on
 * it, unless it names what it would have made.
 */
export const applyCorrections = (issue: PrintedIssue, account: CorrectionAccount): CorrectedIssue => {
  const {
    issue: masthead,
    pages: pageCorrections = [],
    articles = [],
    new_articles: added = [],
  } = account.corrections.value
  const pages = correctPages(issue.pages, pageCorrections, account)
  const correcting = new Correcting(issue.articles, { pages, pageNamed: pageNameReader(pages, issue.pages) }, account)
  const meant = correcting.meantBy(articles, added)
  meant.forEach((one) => correcting.change(one))
  correcting.add(added)
  meant.forEach((one) => correcting.cut(one))
  meant.forEach((one) => correcting.outline(one))
  correcting.join(meant)
  meant.forEach((one) => correcting.drop(one))
  meant.forEach((one) => correcting.order(one))
  const standing = correcting.articles
  let made: PrintedIssue = { ...issue, pages, articles: standing.map(({ article }) => article) }
  const { date, issue_no: issueNo } = masthead ?? {}
  if (date !== undefined)
    made = account.take(['issue', 'date'], made.date === date ? needless : changed({ ...made, date }), made)
  if (issueNo !== undefined)
    made = account.take(
      ['issue', 'issue_no'],
      made.issueNo === issueNo ? needless : changed({ ...made, issueNo }),
      made,
    )
  return {
    issue: made,
    origins: new Map(standing.map(({ key, article }) => [article, correcting.originOf(key)])),
    sources: issue.articles.map((_, key) => correcting.originOf(key)),
  }
}

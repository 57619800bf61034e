import { affinityAmong, type Affinity } from '../articles/affinity'
import type { FoundArticle, FoundPart, TitleRun } from '../articles/found-articles'
import type { Clipping } from '../passages/clipping'
import { foldedOf } from '../passages/letters'
import { titleBlockOf, type TitleBlock } from './title-block'
import { wellFitting } from './thresholds'

/** A title that may belong to another article than the one where it stands. */
export interface FreeTitle {
  readonly lines: TitleRun
  readonly block: TitleBlock
  /** The index of the article where it stands, over the text or among the paragraphs. */
  readonly home: number
  readonly isOver: boolean
  /** It is the only line directly over its article. */
  readonly isOnly: boolean
  /** Several lines, or a line with a deck: a title block, not a subhead. */
  readonly isBlock: boolean
  /** The text below it is the next printed line. */
  readonly isFlush: boolean
  /** Running text follows it in its article. */
  readonly isFollowed: boolean
  /** Its affinity to each article, and to the paragraph below it. */
  readonly affinities: readonly number[]
  readonly nextAffinity: number
}

/** What the titles of a page are compared with. */
export interface PageWords {
  /** Folded running text of the page. */
  readonly text: string
  readonly articleTexts: readonly string[]
  readonly affinity: Affinity
}

type Paragraph = Extract<FoundPart, { kind: 'paragraph' }>

export const paragraphsOf = ({ parts }: FoundArticle): readonly Paragraph[] =>
  parts.filter((part) => part.kind === 'paragraph')

export const pageWordsOf = (articles: readonly FoundArticle[]): PageWords => {
  const articleTexts = articles.map((article) =>
    paragraphsOf(article)
      .map(({ clipping }) => clipping.text)
      .join('\n'),
  )
  return { text: articleTexts.map(foldedOf).join('\n'), articleTexts, affinity: affinityAmong(articleTexts) }
}

/** The words that find a title its article: those of headline and kicker, or of the deck where it is all there is. */
const wordsOf = ({ kicker, headline, deck }: TitleBlock): string =>
  (headline ? [kicker?.text ?? '', headline.text] : deck.map(({ text }) => text)).join('\n')

interface TitlePlace extends Pick<FreeTitle, 'home' | 'isOver' | 'isOnly'> {
  /** The paragraph below it. */
  readonly next?: Paragraph
}

const freeTitleOf = (
  { text, articleTexts, affinity }: PageWords,
  lines: TitleRun,
  { next, ...place }: TitlePlace,
): FreeTitle => {
  const block = titleBlockOf(
    lines.map(({ clipping }) => clipping),
    text,
  )
  const words = wordsOf(block)
  const otherTexts = articleTexts.filter((_, index) => index !== place.home)
  return {
    ...place,
    lines,
    block,
    isBlock: lines.length > 1 || (block.headline !== undefined && block.deck.length > 0),
    isFlush: next?.gap === 0,
    isFollowed: next !== undefined,
    affinities: affinity(words),
    nextAffinity: affinityAmong([...otherTexts, next?.clipping.text ?? ''])(words).at(-1) ?? 0,
  }
}

/** Whether the last run over an article stands directly over its first word. */
const isFixed = ({ titles, order }: FoundArticle, at: number): boolean =>
  at === titles.length - 1 && order - (titles[at]?.at(-1)?.order ?? 0) <= 1

/** Lines that belong to the text below them by their place. */
export const fixedLinesOf = (article: FoundArticle): TitleRun =>
  article.titles.filter((_, at) => isFixed(article, at)).flat()

/** The index of the article that a line fits well, if any. */
const bestArticleFor = ({ affinity }: PageWords, { text }: Clipping): number | undefined => {
  const affinities = affinity(text)
  const best = affinities.indexOf(Math.max(...affinities))
  return (affinities[best] ?? 0) >= wellFitting ? best : undefined
}

/** If every line of a run fits an article, but not all the same one, they are titles that came to stand together. */
const splitByArticle = (words: PageWords, run: TitleRun): readonly TitleRun[] => {
  const articles = run.map(({ clipping }) => bestArticleFor(words, clipping))
  const isMixed = !articles.includes(undefined) && new Set(articles).size > 1
  return isMixed ? run.map((line) => [line]) : [run]
}

/** Every title that may have lost its place. Of a run directly over a text, each line counts as a title. */
export const freeTitlesOf = (articles: readonly FoundArticle[], words: PageWords): readonly FreeTitle[] =>
  articles.flatMap((article, home) => {
    const over = article.titles.flatMap((run, at) => {
      const runs = isFixed(article, at) ? run.map((line) => [line]) : splitByArticle(words, run)
      const isOnly = isFixed(article, at) && run.length === 1
      return runs.map((one) => freeTitleOf(words, one, { home, isOver: true, isOnly }))
    })
    const among = article.parts.flatMap((part, at) => {
      if (part.kind !== 'titles') return []
      const next = article.parts.slice(at + 1).find((one) => one.kind === 'paragraph')
      const place = { home, isOver: false, isOnly: false, ...(next && { next }) }
      return splitByArticle(words, part.run).map((one) => freeTitleOf(words, one, place))
    })
    return [...over, ...among]
  })

import type { FoundArticle, TitleRun } from '../articles/found-articles'
import type { Ledger } from '../ledger'
import { Clipping } from '../passages/clipping'
import { fixedLinesOf, freeTitlesOf, pageWordsOf, paragraphsOf, type FreeTitle } from './free-titles'
import { isStranger, matchTitles } from './match-titles'
import { splitArticle, type TitlePlacement } from './split-article'
import { mergeTitleBlocks, titleBlockOf, type TitleBlock } from './title-block'
import type { TitledArticle } from './titled-article'

/** The lines over an article, without those that another article took, in their order on the page. */
const ownLinesOf = (article: FoundArticle, home: number, { articleOf, freeTitles }: TitlePlacement): TitleRun => {
  const over = freeTitles.filter((title) => title.home === home && title.isOver)
  const moved = new Set(over.filter((title) => articleOf.has(title)).flatMap(({ lines }) => lines))
  return [...new Set([...fixedLinesOf(article), ...over.flatMap(({ lines }) => lines)])]
    .filter((line) => !moved.has(line))
    .sort((one, other) => one.order - other.order)
}

const reportMove = (title: FreeTitle, article: FoundArticle, { ledger, doubtful }: TitlePlacement): void => {
  const clipping = Clipping.join(...title.lines.map((line) => line.clipping))
  const text = ledger.quote(clipping)
  const [first] = paragraphsOf(article)
  ledger.note('ocr-moved-far', clipping, {
    text,
    from: ledger.positionOf(clipping),
    to: ledger.positionOf(first?.clipping ?? clipping),
  })
  if (doubtful.has(title))
    ledger.note('ocr-doubtful', clipping, {
      text,
      reason: 'the only title left, given to the only article without one',
    })
}

/** The indices of the articles that have no headline over their text, apart from lines that belong elsewhere. */
const headlessAmong = (
  articles: readonly FoundArticle[],
  freeTitles: readonly FreeTitle[],
  blockOf: (lines: TitleRun) => TitleBlock,
): ReadonlySet<number> => {
  const strangers = new Set(freeTitles.filter(isStranger).flatMap(({ lines }) => lines))
  const hasHeadline = (article: FoundArticle, home: number): boolean => {
    const over = freeTitles.filter((title) => title.home === home && title.isOver).flatMap(({ lines }) => lines)
    const lines = [...fixedLinesOf(article), ...over].filter((line) => !strangers.has(line))
    return blockOf(lines).headline !== undefined
  }
  return new Set(articles.flatMap((article, home) => (hasHeadline(article, home) ? [] : [home])))
}

/**
 * Gives every title line its article. A line directly over a text is its title. One that stands elsewhere goes to the
 * article without a headline whose words it shares. The others are subheads, begin articles of their own, or are
 * reported.
 */
export const placeTitles = (articles: readonly FoundArticle[], ledger: Ledger): readonly TitledArticle[] => {
  const words = pageWordsOf(articles)
  const freeTitles = freeTitlesOf(articles, words)
  const blockOf = (lines: TitleRun): TitleBlock => {
    const clippings = lines.map(({ clipping }) => clipping)
    return titleBlockOf(clippings, words.text)
  }
  const matches = matchTitles(freeTitles, headlessAmong(articles, freeTitles, blockOf))
  const placement: TitlePlacement = { ...matches, freeTitles, words, ledger }
  return articles.flatMap((article, home) => {
    const own = blockOf(ownLinesOf(article, home, placement))
    const [moved] = [...placement.articleOf].find(([, to]) => to === home) ?? []
    if (moved) reportMove(moved, article, placement)
    return splitArticle(article, moved ? mergeTitleBlocks(moved.block, own) : own, placement)
  })
}

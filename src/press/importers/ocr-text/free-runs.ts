import { affinityAmong, type Affinity } from './affinity'
import type { Draft, TitleRun } from './drafts'
import { foldedOf } from './letters'
import { charactersOf, type Strip } from './strip'
import { titleBlockOf, type TitleBlock } from './title-block'

/** A title run that may belong to another article than the one in which it stands. */
export interface FreeRun {
  readonly run: TitleRun
  readonly title: TitleBlock
  /** The article in which it stands: over its text, or among its paragraphs. */
  readonly home: number
  readonly isOver: boolean
  /** It is the only line directly over its article. */
  readonly isOnly: boolean
  /** Several lines, or a line with a deck: a title block, no subhead. */
  readonly isBlock: boolean
  /** The text below it is the next printed line. */
  readonly isFlush: boolean
  /** Running text follows it in its article. */
  readonly isFollowed: boolean
  /** How well it fits each article, and the paragraph below it. */
  readonly affinities: readonly number[]
  readonly nextAffinity: number
}

/** A line that fits an article this well is taken for one of its title. */
const wellFitting = 0.55

/** What the titles of a page are measured against. */
export interface PageWords {
  readonly raw: string
  /** Folded running text of the page. */
  readonly text: string
  readonly articleTexts: readonly string[]
  readonly affinity: Affinity
}

export const paragraphsOf = (draft: Draft): Strip[] =>
  draft.parts.flatMap((part) => (part.kind === 'paragraph' ? [part.strip] : []))

export const pageWordsOf = (raw: string, drafts: readonly Draft[]): PageWords => {
  const articleTexts = drafts.map((draft) =>
    paragraphsOf(draft)
      .map((strip) => charactersOf(raw, strip))
      .join('\n'),
  )
  return { raw, text: articleTexts.map(foldedOf).join('\n'), articleTexts, affinity: affinityAmong(articleTexts) }
}

/** The words by which a run finds its article: headline and kicker; of a deck alone, the deck. */
const wordsOf = (raw: string, { kicker, headline, deck }: TitleBlock): string =>
  (headline ? [kicker ?? [], headline] : deck).map((strip) => charactersOf(raw, strip)).join('\n')

const freeRunOf = (
  { raw, text, articleTexts, affinity }: PageWords,
  run: TitleRun,
  at: Pick<FreeRun, 'home' | 'isOver' | 'isOnly'> & { readonly next?: { readonly strip: Strip; readonly gap: number } },
): FreeRun => {
  const { next, ...place } = at
  const title = titleBlockOf(
    raw,
    run.map(({ strip }) => strip),
    text,
  )
  const words = wordsOf(raw, title)
  const paragraph = next ? charactersOf(raw, next.strip) : ''
  const withParagraph = affinityAmong([...articleTexts.filter((_, index) => index !== place.home), paragraph])
  return {
    ...place,
    run,
    title,
    isBlock: run.length > 1 || (title.headline !== undefined && title.deck.length > 0),
    isFlush: next?.gap === 0,
    isFollowed: next !== undefined,
    affinities: affinity(words),
    nextAffinity: withParagraph(words).at(-1) ?? 0,
  }
}

/** A run that stands directly over the first word of its article. */
const isFixed = (draft: Draft, at: number): boolean =>
  at === draft.titles.length - 1 && draft.order - (draft.titles[at]?.at(-1)?.order ?? 0) <= 1

/** Lines over a text that belong to it by their place. */
export const fixedLinesOf = (draft: Draft): TitleRun => draft.titles.filter((_, at) => isFixed(draft, at)).flat()

/** The article that a line fits well, if any. */
const articleOf = ({ raw, affinity }: PageWords, strip: Strip): number | undefined => {
  const fits = affinity(charactersOf(raw, strip))
  const best = fits.indexOf(Math.max(...fits))
  return (fits[best] ?? 0) >= wellFitting ? best : undefined
}

/** Titles of several articles that came to stand together are runs of their own. */
const splitByArticle = (words: PageWords, run: TitleRun): TitleRun[] => {
  const articles = run.map(({ strip }) => articleOf(words, strip))
  const isMixed = !articles.includes(undefined) && new Set(articles).size > 1
  return isMixed ? run.map((line) => [line]) : [run]
}

/**
 * Every run that may have lost its place: those among paragraphs, and those over a text, line by line where they stand
 * directly over it.
 */
export const freeRunsOf = (drafts: readonly Draft[], words: PageWords): readonly FreeRun[] =>
  drafts.flatMap((draft, home) => {
    const over = draft.titles.flatMap((run, at) => {
      const pieces = isFixed(draft, at) ? run.map((line) => [line]) : splitByArticle(words, run)
      const isOnly = isFixed(draft, at) && run.length === 1
      return pieces.map((piece) => freeRunOf(words, piece, { home, isOver: true, isOnly }))
    })
    const among = draft.parts.flatMap((part, at) => {
      if (part.kind !== 'titles') return []
      const next = draft.parts.slice(at + 1).find(({ kind }) => kind === 'paragraph')
      const place = { home, isOver: false, isOnly: false, ...(next?.kind === 'paragraph' && { next }) }
      return splitByArticle(words, part.run).map((piece) => freeRunOf(words, piece, place))
    })
    return [...over, ...among]
  })

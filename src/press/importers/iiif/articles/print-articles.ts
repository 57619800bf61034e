import { outlineOfBox } from '@/bundle/geometry'
import type { Outline } from '@/bundle/region'
import { ArticleParts } from '../../mets-alto/articles/article-parts'
import type { ClaimedWords } from '../../mets-alto/articles/claimed-words'
import { printedOutlines } from '../../mets-alto/articles/printed-outlines'
import type { SourcePage, SourceWord } from '../../mets-alto/pages/source-page'
import type { PrintedArticle, WordBox } from '../../printed/printed-issue'
import type { TextBlock } from '../annotations/page-text'
import { withTitle } from './article-title'
import { matchTexts } from './match-texts'
import type { ArticleRun, PlacedArticle } from './placed-article'

/** A page with its words, and with what is told of it in texts without places. */
export interface PageWithText {
  readonly page: SourcePage
  /** Undefined if its words have places. */
  readonly blocks: readonly TextBlock[] | undefined
}

/** As many as one part may have. [B10] */
const mostOutlines = 64

const outlinesOf = (boxes: readonly WordBox[], pageHeight: number): Outline[] => {
  const unique = [...new Map(boxes.map((box) => [box.join(' '), box])).values()]
  if (unique.length > mostOutlines) return printedOutlines(unique, pageHeight)
  return unique.map(([x, y, width, height]) => outlineOfBox({ x, y, width, height }))
}

/** After these a paragraph is over. */
const endsParagraph = /[.!?…:;。！？；：”»"’'」』)）\]】]$/u

/** Groups of words that stand in one block of the page. */
const byBlock = (words: readonly SourceWord[], blockOf: ReadonlyMap<SourceWord, number>): SourceWord[][] => {
  const groups: SourceWord[][] = []
  let last: number | undefined
  for (const word of words) {
    const block = blockOf.get(word) ?? -1
    if (groups.length > 0 && block === last) groups.at(-1)?.push(word)
    else groups.push([word])
    last = block
  }
  return groups
}

const blocksOfWords = ({ words, blocks }: SourcePage): ReadonlyMap<SourceWord, number> => {
  const found = new Map<SourceWord, number>()
  blocks.forEach(({ from, to }, block) => {
    for (const word of words.slice(from, to)) if (!found.has(word)) found.set(word, block)
  })
  return found
}

/** Texts of each article on each page, by `textKey`. */
type TextsOfRuns = ReadonlyMap<string, readonly TextBlock[]>
const textKey = (article: number, run: number): string => `${article} ${run}`

const textsOfRuns = (pages: readonly PageWithText[], articles: readonly PlacedArticle[]): TextsOfRuns => {
  const found = new Map<string, TextBlock[]>()
  pages.forEach(({ page: { words }, blocks }, page) => {
    if (!blocks) return
    const linesOf = ({ from, to }: TextBlock): string[] =>
      words.slice(from, Math.min(to, from + 6)).map(({ text }) => text)
    for (const [index, { article, run }] of matchTexts({ page, blocks, linesOf }, articles)) {
      const block = blocks[index]
      const known = found.get(textKey(article, run))
      if (block && known) known.push(block)
      else if (block) found.set(textKey(article, run), [block])
    }
  })
  return found
}

export interface PrintedArticles {
  readonly articles: readonly PrintedArticle[]
  /** Ids of those without place and text. */
  readonly empty: readonly string[]
}

/**
 * Puts the text of articles together from the pages that they stand on.
 * @param claims of the pages: what articles take is theirs, the rest stays
 */
export const printArticles = (
  pages: readonly PageWithText[],
  claims: readonly ClaimedWords[],
  articles: readonly PlacedArticle[],
): PrintedArticles => {
  const texts = textsOfRuns(pages, articles)
  const blocks = pages.map((own) => (own.blocks ? undefined : blocksOfWords(own.page)))
  const sourcePages = pages.map(({ page }) => page)

  /** Paragraphs that an article has on a page, each as its words. */
  const paragraphsOf = (article: number, run: number, { page, boxes }: ArticleRun): SourceWord[][] => {
    const claim = claims[page]
    const ofWords = blocks[page]
    if (!claim) return []
    if (ofWords)
      return byBlock(
        boxes.flatMap((box) => claim.claim({ page, box })?.words ?? []),
        ofWords,
      )
    return (texts.get(textKey(article, run)) ?? []).flatMap(({ paragraphs }) =>
      paragraphs.map((range) => claim.takeFree(range)).filter((words) => words.length > 0),
    )
  }

  const print = (article: PlacedArticle, index: number): PrintedArticle | undefined => {
    const parts = new ArticleParts(sourcePages)
    let before: string | undefined
    article.runs.forEach((own, run) => {
      parts.addBox(own.page, undefined)
      paragraphsOf(index, run, own).forEach((words, at) => {
        const text = words[0]?.text ?? ''
        // Only what a page or a column breaks off goes on; within one, a block is a paragraph.
        const isBroken = before !== undefined && !endsParagraph.test(before)
        const goesOn = isBroken && (at === 0 ? run > 0 : /^\p{Ll}/u.test(text))
        parts.addText('paragraph', own.page, words, goesOn)
        before = words.at(-1)?.text
      })
    })
    const made = parts.finish().map((part, run) => ({
      ...part,
      outlines: outlinesOf(article.runs[run]?.boxes ?? [], sourcePages[part.page]?.height ?? 1),
    }))
    const hasPlace = made.some((part) => part.outlines.length + part.blocks.length > 0)
    return hasPlace ? { sourceId: article.id, ...withTitle(article.title, article.rubric, made) } : undefined
  }

  const printed = articles.map((article, index) => ({ id: article.id, made: print(article, index) }))
  return {
    articles: printed.flatMap(({ made }) => made ?? []),
    empty: printed.flatMap(({ id, made }) => (made ? [] : [id])),
  }
}

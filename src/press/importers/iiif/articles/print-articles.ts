import { outlineOfBox } from '@/bundle/geometry'
import type { Outline } from '@/bundle/region'
import { ArticleParts } from '../../mets-alto/articles/article-parts'
import type { ClaimedWords } from '../../mets-alto/articles/claimed-words'
import { printedOutlines } from '../../mets-alto/articles/printed-outlines'
import type { SourcePage, SourceWord } from '../../mets-alto/pages/source-page'
import type { PrintedArticle, WordBox } from '../../printed/printed-issue'
import type { TextBlock } from '../annotations/page-text'
import { withTitle } from './article-title'
import { matchTexts, type MatchedTexts } from './match-texts'
import type { PlacedArticle } from './placed-article'

/** A page with its words, and with what is told of it in texts without places. */
export interface PageWithText {
  readonly page: SourcePage
  /** Undefined if its words have places. */
  readonly blocks: readonly TextBlock[] | undefined
}

/** As many as one part may have. [B10] */
const mostOutlines = 64

const outlinesOf = (boxes: readonly WordBox[], { height }: SourcePage): Outline[] => {
  const unique = [...new Map(boxes.map((box) => [box.join(' '), box])).values()]
  if (unique.length > mostOutlines) return printedOutlines(unique, height)
  return unique.map(([x, y, width, height_]) => outlineOfBox({ x, y, width, height: height_ }))
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

/** Puts the text of articles together from the pages that they stand on. */
class ArticlePrinter {
  readonly #matched: readonly MatchedTexts[]
  readonly #textsOf = new Map<string, TextBlock[]>()
  readonly #blocks: readonly ReadonlyMap<SourceWord, number>[]

  constructor(
    readonly pages: readonly PageWithText[],
    readonly claims: readonly ClaimedWords[],
    readonly articles: readonly PlacedArticle[],
  ) {
    this.#blocks = pages.map(({ page, blocks }) => (blocks ? new Map() : blocksOfWords(page)))
    this.#matched = pages.map(({ page: { words }, blocks }, page) => {
      const linesOf = ({ from, to }: TextBlock): string[] =>
        words.slice(from, Math.min(to, from + 6)).map(({ text }) => text)
      return blocks ? matchTexts({ page, blocks, linesOf }, articles) : new Map()
    })
    this.#matched.forEach((matched, page) =>
      matched.forEach(({ article, run }, block) => {
        const own = pages[page]?.blocks?.[block]
        if (!own) return
        const key = `${article} ${run}`
        const known = this.#textsOf.get(key)
        if (known) known.push(own)
        else this.#textsOf.set(key, [own])
      }),
    )
  }

  /** Paragraphs that an article has on a page, each as its words. */
  #paragraphs(article: number, run: number, page: number, boxes: readonly WordBox[]): SourceWord[][] {
    const claim = this.claims[page]
    if (!claim) return []
    if (this.pages[page]?.blocks)
      return (this.#textsOf.get(`${article} ${run}`) ?? []).flatMap(({ paragraphs }) =>
        paragraphs.map((range) => claim.takeFree(range)).filter((words) => words.length > 0),
      )
    const words = boxes.flatMap((box) => claim.claim({ page, box })?.words ?? [])
    return byBlock(words, this.#blocks[page] ?? new Map())
  }

  print(article: PlacedArticle, index: number): PrintedArticle | undefined {
    const pages = this.pages.map(({ page }) => page)
    const parts = new ArticleParts(pages)
    let before: string | undefined
    article.runs.forEach(({ page, boxes }, run) => {
      parts.addBox(page, undefined)
      this.#paragraphs(index, run, page, boxes).forEach((words, at) => {
        const text = words[0]?.text ?? ''
        // Only what a page or a column breaks off goes on; within one, a block is a paragraph.
        const isBroken = before !== undefined && !endsParagraph.test(before)
        const goesOn = isBroken && (at === 0 ? run > 0 : /^\p{Ll}/u.test(text))
        parts.addText('paragraph', page, words, goesOn)
        before = words.at(-1)?.text
      })
    })
    const made = parts.finish().map((part, run) => ({
      ...part,
      outlines: outlinesOf(article.runs[run]?.boxes ?? [], pages[part.page] ?? { ...nothing }),
    }))
    const hasPlace = made.some(({ outlines, blocks }) => outlines.length + blocks.length > 0)
    return hasPlace ? { sourceId: article.id, ...withTitle(article.title, article.rubric, made) } : undefined
  }
}

const nothing: SourcePage = { label: '', width: 1, height: 1, words: [], blocks: [], places: new Map() }

export interface PrintedArticles {
  readonly articles: readonly PrintedArticle[]
  /** Ids of those without place and text. */
  readonly empty: readonly string[]
}

/** @param claims of the pages: what articles take is theirs, the rest stays */
export const printArticles = (
  pages: readonly PageWithText[],
  claims: readonly ClaimedWords[],
  articles: readonly PlacedArticle[],
): PrintedArticles => {
  const printer = new ArticlePrinter(pages, claims, articles)
  const printed = articles.map((article, index) => ({ id: article.id, made: printer.print(article, index) }))
  return {
    articles: printed.flatMap(({ made }) => made ?? []),
    empty: printed.flatMap(({ id, made }) => (made ? [] : [id])),
  }
}

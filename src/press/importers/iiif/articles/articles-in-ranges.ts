import { canvasKey } from '../annotations/text-annotations'
import { readCanvasLabel } from '../canvas-labels'
import { shareOf, type CanvasPlace } from '../manifest/place'
import type { Canvas } from '../manifest/read-manifest'
import type { Range, Ranges } from '../manifest/read-ranges'
import { textFor } from '../manifest/texts'

/** A place of an article on a page that is there. */
export interface ArticlePlace extends Pick<CanvasPlace, 'area' | 'unread'> {
  /** Index in the canvases. */
  readonly page: number
}

/** An article as the ranges tell it. */
export interface RangeArticle {
  readonly id: string
  readonly title: string | undefined
  /** The section that it stands in. */
  readonly rubric: string | undefined
  /** At least one, in reading order. */
  readonly places: readonly ArticlePlace[]
  /** Collections of annotations that are its text. */
  readonly texts: readonly string[]
}

export interface RangeArticles {
  readonly articles: readonly RangeArticle[]
  /** Places on canvases that are not there. */
  readonly unknown: readonly string[]
}

/** Names of what an article consists of, where ranges go down to that. */
const pieceName =
  /^(?:head(?:ing|er|line)?|title|sub-?(?:title|head(?:ing|line)?)|body|text|para(?:graph)?|caption|illustration|image|picture|photo|column|block|byline|author|region|zone|part)\b[\s\d.:#-]*$/iu
/** Names of a list of everything. */
const contentsName =
  /^(?:index|contents?|table of contents|inhalt(?:sverzeichnis)?|sommaire|table des matières|目录|目錄|range|root|toc)$/iu

/** More of a page than this is all of it. */
const wholePage = 0.95

/** Tells articles from what only holds them: sections, pages, the contents as a whole. */
class RangeReader {
  readonly #pages: ReadonlyMap<string, number>
  readonly unknown: string[] = []
  readonly #placesOf: readonly (readonly ArticlePlace[])[]
  /** How many ranges without ranges in them name a page as a whole. */
  readonly #whole = new Map<number, number>()
  readonly #tops: number

  constructor(
    readonly ranges: Ranges,
    readonly canvases: readonly Canvas[],
    readonly lang: string | undefined,
  ) {
    this.#pages = new Map(canvases.map(({ id }, index) => [canvasKey(id), index]))
    this.#placesOf = ranges.all.map(({ places }) => places.flatMap((place) => this.#onPage(place)))
    this.#tops = ranges.all.filter(({ parent }) => parent === undefined).length
    ranges.all.forEach(({ children }, index) => {
      if (children.length > 0) return
      for (const page of new Set(this.#wholePages(index))) this.#whole.set(page, (this.#whole.get(page) ?? 0) + 1)
    })
  }

  #onPage({ canvas, area, unread }: CanvasPlace): ArticlePlace[] {
    const page = this.#pages.get(canvasKey(canvas))
    if (page === undefined) {
      this.unknown.push(canvas)
      return []
    }
    return [{ page, ...(area && { area }), ...(unread !== undefined && { unread }) }]
  }

  #wholePages(index: number): number[] {
    return (this.#placesOf[index] ?? []).filter(({ area }) => !area).map(({ page }) => page)
  }

  titleOf({ label }: Range): string | undefined {
    return textFor(label, this.lang)
  }

  /** It is called as one of its pages is. */
  #isPage(index: number, range: Range): boolean {
    const title = this.titleOf(range)
    if (title === undefined) return false
    const own = readCanvasLabel(title).label
    return (this.#placesOf[index] ?? []).some(({ page }) => {
      const label = textFor(this.canvases[page]?.label ?? [], this.lang)
      return label === title || (own !== undefined && own === readCanvasLabel(label).label)
    })
  }

  /** Several articles share a page without saying where on it they stand, or stand in a range that is the page. */
  #isUnplacedArticle(index: number, range: Range): boolean {
    if (range.children.length > 0 || this.#isPage(index, range)) return false
    const pages = this.#wholePages(index)
    const around = new Set(range.parent === undefined ? [] : this.#wholePages(range.parent))
    return pages.some((page) => around.has(page) || (this.#whole.get(page) ?? 0) > 1)
  }

  /** A part of the article around it. */
  isPiece(range: Range): boolean {
    const title = this.titleOf(range)
    const outer = range.parent === undefined ? undefined : this.ranges.all[range.parent]
    if (!outer || range.children.length > 0) return false
    const outerTitle = this.titleOf(outer)
    const isInArticle = outerTitle !== undefined && !contentsName.test(outerTitle)
    return isInArticle && (title === undefined || pieceName.test(title))
  }

  #isSection(index: number, range: Range): boolean {
    const title = this.titleOf(range)
    if (title === undefined || contentsName.test(title) || this.#isPage(index, range)) return false
    const own = readCanvasLabel(title)
    if (own.label !== undefined && own.name === undefined) return false
    return range.parent !== undefined || this.#tops > 1
  }

  /** Of each range the nearest section around it; what is around a range comes before it in the order. */
  rubrics(): ReadonlyMap<number, string> {
    const found = new Map<number, string>()
    for (const index of this.ranges.order) {
      const parent = this.ranges.all[index]?.parent
      const outer = parent === undefined ? undefined : this.ranges.all[parent]
      if (parent === undefined || !outer) continue
      const rubric = this.#isSection(parent, outer) ? this.titleOf(outer) : found.get(parent)
      if (rubric !== undefined) found.set(index, rubric)
    }
    return found
  }

  /** Where an article stands, with its pieces; undefined if the range is none. @param pieces of the range, in order */
  placesOf(index: number, range: Range, pieces: readonly number[]): readonly ArticlePlace[] | undefined {
    const isOuter = range.children.length > pieces.length || this.#isPage(index, range)
    const places = [index, ...pieces]
      .flatMap((one) => this.#placesOf[one] ?? [])
      // What holds articles, or is a page, may say that it fills the page.
      .filter(({ page, area }) => !isOuter || !area || shareOf(area, this.canvases[page]?.size) < wholePage)
    const isPlaced = places.some(({ area, unread }) => area !== undefined || unread !== undefined)
    const isTold = range.texts.length > 0 && places.length > 0
    return isPlaced || isTold || this.#isUnplacedArticle(index, range) ? places : undefined
  }
}

/** The articles that ranges tell: those that stand in areas of pages, or share a page with others. */
export const articlesInRanges = (
  ranges: Ranges,
  canvases: readonly Canvas[],
  lang: string | undefined,
): RangeArticles => {
  const reader = new RangeReader(ranges, canvases, lang)
  const pieces = new Map<number, number[]>()
  for (const index of ranges.order) {
    const range = ranges.all[index]
    if (range?.parent === undefined || !reader.isPiece(range)) continue
    const known = pieces.get(range.parent)
    if (known) known.push(index)
    else pieces.set(range.parent, [index])
  }
  const rubrics = reader.rubrics()
  const isPieceOfOther = new Set([...pieces.values()].flat())
  const articles = ranges.order.flatMap((index): RangeArticle[] => {
    const range = ranges.all[index]
    const places =
      range && !isPieceOfOther.has(index) ? reader.placesOf(index, range, pieces.get(index) ?? []) : undefined
    if (!range || !places) return []
    const { id, texts } = range
    return [{ id, title: reader.titleOf(range), rubric: rubrics.get(index), places, texts }]
  })
  return { articles, unknown: reader.unknown }
}

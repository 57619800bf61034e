import { isInsideOutline, isInsidePage } from '@/bundle/geometry'
import type { Outline } from '@/bundle/region'
import type { Reason } from '../../findings/chinese/reasons'
import type { PrintedArticle, PrintedPage, PrintedPart, WordBox } from '../printed/printed-issue'
import { changed, failed, needless, type Change } from './correction-account'
import type { GivenOutlines } from './corrections-record'

/** The pages of the issue, and how a correction names them. */
export interface CorrectedPages {
  readonly pages: readonly PrintedPage[]
  readonly pageNamed: (name: string) => number | undefined
}

export const isInside = ([x, y, width, height]: WordBox, outlines: readonly Outline[]): boolean =>
  outlines.some((outline) => isInsideOutline(outline, { x: x + width / 2, y: y + height / 2 }))

/** Why the outlines can't stand on the page; undefined if they can. */
export const faultOfOutlines = (outlines: readonly Outline[], page: PrintedPage): Reason | undefined => {
  if (outlines.some((outline) => outline.length < 6 || outline.length % 2 === 1))
    return 'an outline has at least three corners, each an x and a y'
  if (page.isWithoutLayout === true) return 'the page has no picture, so nothing on it has a place'
  return outlines.every((outline) => isInsidePage(outline, page))
    ? undefined
    : `a corner lies outside the page, which has ${page.width} × ${page.height}`
}

/** Outlines page by page: by name, or of the page on which the article begins. */
const byPage = (
  given: GivenOutlines,
  own: number,
  { pageNamed }: CorrectedPages,
): ReadonlyMap<number, readonly Outline[]> | ReturnType<typeof failed> => {
  if (Array.isArray(given)) return new Map([[own, given]])
  const found = new Map<number, readonly Outline[]>()
  for (const [name, outlines] of Object.entries(given)) {
    const page = pageNamed(name)
    if (page === undefined) return failed(`there is no page ${name} in this issue`)
    found.set(page, outlines)
  }
  return found
}

/** How many words of a part stand in an outline. */
const wordsInside = ({ titles, blocks }: PrintedPart, outline: Outline): number =>
  [...titles, ...blocks].reduce((sum, { words }) => sum + words.filter(({ box }) => isInside(box, [outline])).length, 0)

/** Of two parts on one page, each has the outlines in which more of its words are. */
const withOutlinesOn = (parts: readonly PrintedPart[], page: number, outlines: readonly Outline[]): PrintedPart[] => {
  const own = parts.filter((part) => part.page === page)
  const [first] = own
  if (!first) return [...parts, { page, outlines, blocks: [], titles: [] }]
  const ownerOf = (outline: Outline): PrintedPart =>
    own.reduce((best, part) => (wordsInside(part, outline) > wordsInside(best, outline) ? part : best), first)
  const owners = new Map(outlines.map((outline) => [outline, ownerOf(outline)]))
  return parts.map((part) =>
    part.page === page ? { ...part, outlines: outlines.filter((outline) => owners.get(outline) === part) } : part,
  )
}

const textOf = (outlines: readonly Outline[]): string => outlines.map((outline) => outline.join(' ')).join('; ')
const outlinesOn = ({ parts }: PrintedArticle, page: number): Outline[] =>
  parts.filter((part) => part.page === page).flatMap(({ outlines }) => outlines)

/** Gives an article its outlines; on a page that they do not name it keeps its own. */
export const changeOutlines = (
  article: PrintedArticle,
  given: GivenOutlines,
  pages: CorrectedPages,
): Change<PrintedArticle> => {
  const wanted = byPage(given, article.parts[0]?.page ?? 0, pages)
  if ('kind' in wanted) return wanted
  for (const [index, outlines] of wanted) {
    const page = pages.pages[index]
    const reason = page && faultOfOutlines(outlines, page)
    if (reason !== undefined) return failed(reason)
  }
  if ([...wanted].every(([page, outlines]) => textOf(outlinesOn(article, page)) === textOf(outlines))) return needless
  let { parts } = article
  for (const [page, outlines] of wanted) parts = withOutlinesOn(parts, page, outlines)
  return changed({ ...article, parts })
}

/** Takes the very same outline from every other article: it belongs to one only. */
export const withoutTheirOutlines = (article: PrintedArticle, from: PrintedArticle): PrintedArticle => {
  const own = new Set(
    from.parts.flatMap(({ page, outlines }) => outlines.map((outline) => `${page}: ${outline.join(' ')}`)),
  )
  if (own.size === 0) return article
  return {
    ...article,
    parts: article.parts.map((part) => ({
      ...part,
      outlines: part.outlines.filter((outline) => !own.has(`${part.page}: ${outline.join(' ')}`)),
    })),
  }
}

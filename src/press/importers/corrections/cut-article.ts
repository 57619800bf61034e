import type { Outline } from '@/bundle/region'
import type { PrintedArticle, PrintedBlock, PrintedPart } from '../printed/printed-issue'
import { isInside } from './change-outlines'
import { titlesIn } from './change-titles'
import { changed, failed, type Change } from './correction-account'
import type { ArticleCut } from './corrections-record'
import { beginsWith, blocksOf } from './text-places'

/** So many characters of a paragraph name the article that begins with it. */
const mostLetters = 40

/** The two articles that one becomes. */
export interface CutArticle {
  readonly head: PrintedArticle
  readonly rest: PrintedArticle
}

const hasWords = (blocks: readonly PrintedBlock[]): boolean => blocks.some(({ words }) => words.length > 0)

/** Each side keeps the outlines that hold only its words; if one holds words of both, all are found from the words anew. */
const outlinesFor = (
  outlines: readonly Outline[],
  head: readonly PrintedBlock[],
  rest: readonly PrintedBlock[],
): readonly [readonly Outline[], readonly Outline[]] => {
  const holds = (outline: Outline, blocks: readonly PrintedBlock[]): boolean =>
    blocks.some(({ words }) => words.some(({ box }) => isInside(box, [outline])))
  if (!hasWords(head) || !hasWords(rest)) return [outlines, []]
  if (outlines.some((outline) => holds(outline, head) && holds(outline, rest))) return [[], []]
  const ofRest = outlines.filter((outline) => holds(outline, rest))
  return [outlines.filter((outline) => !ofRest.includes(outline)), ofRest]
}

const startOf = (block: PrintedBlock): PrintedBlock => {
  const { isContinued: _, ...whole } = block
  return whole
}

/** The id of what follows a cut: it depends only on what the editor wrote. */
export const sourceIdOfRest = (sourceId: string, { before }: Pick<ArticleCut, 'before'>): string =>
  `${sourceId} / ${[...before].slice(0, mostLetters).join('')}`

/** The article ends before the block that begins with the words; what follows is an article of its own. */
export const cutArticle = (article: PrintedArticle, cut: ArticleCut): Change<CutArticle> => {
  const all = blocksOf(article)
  const [place, other] = all.filter(({ block }) => beginsWith(block, cut.before))
  if (!place) return failed('no paragraph of the article begins with these words')
  if (other) return failed('several paragraphs of the article begin with these words')
  if (all[0]?.block === place.block) return failed('no text of the article stands before these words')
  const { parts, kind } = article
  const part = parts[place.part]
  if (!part) return failed('no paragraph of the article begins with these words')
  const [before, after] = [part.blocks.slice(0, place.at), part.blocks.slice(place.at)]
  const [headOutlines, restOutlines] = outlinesFor(part.outlines, [...part.titles, ...before], after)
  const isWhole = place.at === 0
  const headPart: readonly PrintedPart[] = isWhole ? [] : [{ ...part, blocks: before, outlines: headOutlines }]
  const [start, ...others] = after
  const restPart: PrintedPart = {
    page: part.page,
    titles: isWhole ? part.titles : [],
    outlines: isWhole ? part.outlines : restOutlines,
    blocks: [...(start ? [startOf(start)] : []), ...others],
  }
  // The line to another page stands at the end of the text.
  const { printedJump, ...begun } = article
  return changed({
    head: { ...begun, parts: [...parts.slice(0, place.part), ...headPart] },
    rest: {
      sourceId: sourceIdOfRest(article.sourceId, cut),
      kind,
      ...(printedJump !== undefined && { printedJump }),
      parts: [restPart, ...parts.slice(place.part + 1)],
      ...titlesIn(cut),
    },
  })
}

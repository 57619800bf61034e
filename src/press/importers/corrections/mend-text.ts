import type { PrintedArticle } from '../printed/printed-issue'
import { changed, failed, needless, type Change } from './correction-account'
import type { TextChange } from './corrections-record'
import { replaceInBlock } from './replace-in-block'
import {
  beginsWith,
  blocksOf,
  isSameText,
  paragraphsIn,
  rangesOf,
  withBlocks,
  type ParagraphPlace,
} from './text-places'

type Mended = Change<PrintedArticle>

/** The only paragraph that begins so, or why there is none. */
const paragraphAt = (
  article: PrintedArticle,
  beginning: string,
): { readonly kind: 'found'; readonly place: ParagraphPlace } | ReturnType<typeof failed> => {
  const [place, other] = paragraphsIn(article).filter(([{ block }]) => beginsWith(block, beginning))
  if (!place) return failed('no paragraph of the article begins with these words')
  return other ? failed('several paragraphs of the article begin with these words') : { kind: 'found', place }
}

const mendWords = (article: PrintedArticle, from: string, to: string): Mended => {
  if (from === to) return needless
  const places = blocksOf(article).flatMap((place) => {
    const mended = rangesOf(to, place.block.text)
    return rangesOf(from, place.block.text)
      .filter(([start, end]) => !mended.some(([before, after]) => before <= start && end <= after))
      .map((range) => ({ ...place, range }))
  })
  const [place, other] = places
  if (other) return failed('these words stand in the article more than once: write more of what is around them')
  if (place)
    return changed(
      withBlocks(article, place.part, (blocks) =>
        blocks.map((block, at) => (at === place.at ? replaceInBlock(block, place.range, to) : block)),
      ),
    )
  const isMended = blocksOf(article).some(({ block }) => rangesOf(to, block.text).length > 0)
  return isMended ? needless : failed('these words stand nowhere in the article')
}

const dropParagraph = (article: PrintedArticle, beginning: string): Mended => {
  const found = paragraphAt(article, beginning)
  if (found.kind === 'failed') return found
  const gone = new Set(found.place.map(({ block }) => block))
  return changed({
    ...article,
    parts: article.parts.map((part) => ({ ...part, blocks: part.blocks.filter((block) => !gone.has(block)) })),
  })
}

const addParagraph = (
  article: PrintedArticle,
  text: string,
  near?: { readonly after: string } | { readonly before: string },
): Mended => {
  if (paragraphsIn(article).some((place) => isSameText(place.map(({ block }) => block.text).join(''), text)))
    return needless
  const added = { kind: 'paragraph', text, words: [] } as const
  if (!near) return changed(withBlocks(article, article.parts.length - 1, (blocks) => [...blocks, added]))
  const found = paragraphAt(article, 'after' in near ? near.after : near.before)
  if (found.kind === 'failed') return found
  const [first] = found.place
  const { part, at } = 'after' in near ? { ...first, ...found.place.at(-1) } : { ...first, at: first.at - 1 }
  return changed(withBlocks(article, part, (blocks) => [...blocks.slice(0, at + 1), added, ...blocks.slice(at + 1)]))
}

/** Mends a word, drops a paragraph or adds one. */
export const mendText = (article: PrintedArticle, change: TextChange): Mended => {
  if ('from' in change) return mendWords(article, change.from, change.to)
  if ('drop' in change) return dropParagraph(article, change.drop)
  if ('after' in change || 'before' in change) return addParagraph(article, change.add, change)
  return addParagraph(article, change.add)
}

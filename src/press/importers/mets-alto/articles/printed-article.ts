import type { WordBox, PrintedArticle, PrintedBlock, PrintedPart } from '../../printed/printed-issue'
import type { SourceArticle, PlaceName } from '../source-issue'
import type { SourcePage, SourceWord } from '../pages/source-page'
import { ArticleParts } from './article-parts'
import type { Claim, ClaimedWords } from './claimed-words'
import { isNoTitle, isPlaceholder, splitTitle } from './told-title'

export interface MadeArticle {
  /** Undefined if nothing of it is there. */
  readonly article: PrintedArticle | undefined
  /** Names of places that are on no page. */
  readonly missing: readonly string[]
}

interface OnPage {
  readonly page: number
  readonly words: SourceWord[]
  readonly boxes: (WordBox | undefined)[]
}

/** An article of a source with its words, its places and its titles. */
export const printedArticle = (
  found: SourceArticle,
  pages: readonly SourcePage[],
  claims: readonly ClaimedWords[],
): MadeArticle => {
  const missing: string[] = []
  const parts = new ArticleParts(pages)

  const claimed = (place: PlaceName): Claim | undefined => {
    const claim = claims[place.page]?.claim(place)
    if (!claim && pages[place.page]?.isUnread !== true) missing.push(place.begin ?? (place.box ?? []).join(','))
    return claim
  }

  /** What of a piece stands on each page, one after the other. */
  const stretchesOf = (places: readonly PlaceName[]): OnPage[] => {
    const stretches: OnPage[] = []
    for (const place of places) {
      const claim = claimed(place)
      if (!claim || claim.words.length === 0) continue
      const last = stretches.at(-1)
      if (last?.page === place.page) {
        last.words.push(...claim.words)
        last.boxes.push(claim.box)
      } else stretches.push({ page: place.page, words: [...claim.words], boxes: [claim.box] })
    }
    return stretches
  }

  for (const { role, places } of found.pieces) {
    if (role === 'picture') {
      for (const place of places) {
        const claim = claimed(place)
        if (!claim) continue
        parts.addBox(place.page, claim.box)
        parts.addText('paragraph', place.page, claim.words, false)
      }
      continue
    }
    stretchesOf(places).forEach(({ page, words, boxes }, index) => {
      for (const box of boxes) parts.addBox(page, box)
      if (role === 'subhead' || role === 'paragraph') parts.addText(role, page, words, index > 0)
      else parts.addTitle(role, page, words)
    })
  }
  const made = titled(found, parts.finish(), parts.titles)
  const hasText =
    made.headline !== undefined || made.parts.some(({ blocks, titles }) => blocks.length + titles.length > 0)
  return { article: hasText && made.parts.length > 0 ? made : undefined, missing }
}

const joined = (lines: readonly string[]): string | undefined =>
  lines.length === 0 ? undefined : lines.join(' ').slice(0, 500)

/** Titles that are printed win over those that the source only tells. */
const titled = (found: SourceArticle, parts: PrintedPart[], printed: ArticleParts['titles']): PrintedArticle => {
  const told = found.title !== undefined && isWorthTelling(found.title, found.kind, parts) ? found.title : undefined
  let headline = joined(printed.headline)
  let kicker = joined(printed.kicker) ?? found.kicker
  if (headline === undefined && told !== undefined) {
    const split = splitTitle(told, firstBlock(parts))
    if (split === undefined) headline = told.slice(0, 500)
    else if (split.isTitle) {
      headline = split.title.text
      replaceFirst(parts, split.title, split.rest)
    }
  }
  if (headline === undefined) [headline, kicker] = [kicker, undefined]
  // As printed where it is printed, so that no letter of it is lost.
  const rubric = joined(printed.rubric) ?? (found.kind === 'advert' ? undefined : found.rubric?.slice(0, 300))
  const deck = printed.deck.length > 0 ? printed.deck : found.deck
  const byline = joined(printed.byline) ?? found.byline
  return {
    sourceId: found.id,
    kind: found.kind,
    parts,
    ...(rubric === undefined || rubric === headline ? {} : { rubric }),
    ...(kicker === undefined ? {} : { kicker }),
    ...(headline === undefined ? {} : { headline }),
    ...(deck === undefined || deck.length === 0 ? {} : { deck }),
    ...(byline === undefined ? {} : { byline }),
  }
}

/** The catalogue's name of an advert, `Publicité 1 Page 4`, is all there is of one that has no text, and nobody reads it over one that has. */
const isWorthTelling = (title: string, kind: PrintedArticle['kind'], parts: readonly PrintedPart[]): boolean => {
  const hasText = parts.some(({ blocks, titles }) => blocks.length + titles.length > 0)
  if (!hasText) return !isNoTitle(title)
  return kind !== 'advert' && !isPlaceholder(title)
}

const firstBlock = (parts: readonly PrintedPart[]): PrintedBlock | undefined =>
  parts.find(({ blocks }) => blocks.length > 0)?.blocks[0]

const replaceFirst = (parts: PrintedPart[], title: PrintedBlock, rest: PrintedBlock | undefined): void => {
  const index = parts.findIndex(({ blocks }) => blocks.length > 0)
  const part = parts[index]
  if (!part) return
  const blocks = [...(rest ? [rest] : []), ...part.blocks.slice(1)]
  parts[index] = { ...part, titles: [...part.titles, title], blocks }
}

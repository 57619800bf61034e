import { parseCredit } from '@/text/byline'
import type { Ledger } from '../ledger'
import { Clipping } from '../passages/clipping'
import type { Passage } from '../passages/passage'
import { longestCaption } from '../passages/thresholds'
import { knownShareOf } from '../repeats/known-text'
import { furthestCaption, longestQuotedCaption, repeatedShare, shortestCaption } from './thresholds'

/** What the text says about a picture. Character recognition keeps no image. */
export interface ReadPicture {
  readonly caption?: Clipping
  readonly credit?: Clipping
  /** Where it stood among the passages, in their numbers. */
  readonly order: number
}

/** 图为…, ▲…: the words and signs that begin a caption without a credit. */
const captionHead = /^[\s（(]*(?:[▲△▼▽]|[上下左右]?图(?:为|片?[:：]|[一二三四①②③④1-4])|[上下左右]图)/u

const isCaptionByWords = ({ text, folded }: Passage): boolean =>
  captionHead.test(text) && folded.length >= shortestCaption

/** Whether a passage is short enough for a caption, and nothing else by its form. */
const canBeCaption = ({ kind, folded, jump, from }: Passage): boolean =>
  !jump && !from && (kind === 'title' || kind === 'body') && folded.length <= longestCaption

/** “…启用。 记者 王五 摄”, “…启用。（王五 摄）”: a caption and its credit in one passage. */
const splitCredit = (passage: Passage): { readonly caption: Clipping; readonly credit: Clipping } | undefined => {
  if (!canBeCaption(passage)) return undefined
  const { text, clipping } = passage
  const starts = [...text.matchAll(/(?<=[。！？”\s])\s*|(?=[（(])/gu)].map(({ index }) => index)
  const at = starts.find((index) => index > 0 && parseCredit(text.slice(index)) !== undefined)
  return at === undefined ? undefined : { caption: clipping.slice(0, at).trim(), credit: clipping.slice(at).trim() }
}

/** Whether a text is too long for a quotation, and most of it stands in the page's other texts. */
const isRepeat = (passage: Passage, passages: readonly Passage[]): boolean => {
  // Before anything is compared: a page of nothing but short lines is read in time.
  if (passage.folded.length <= longestQuotedCaption) return false
  const others = passages.filter((other) => other !== passage && other.kind !== 'title')
  const texts = others.map(({ folded }) => folded)
  return knownShareOf(passage.folded, texts) >= repeatedShare
}

/** A picture with the passages that it was read from. */
interface FoundPicture {
  readonly picture: ReadPicture
  readonly passages: readonly Passage[]
}

/** A credit with its caption, from the same passage or the one before it. Repeats between the two are passed over. */
const foundAtCredit = (passages: readonly Passage[], at: number): readonly FoundPicture[] => {
  const passage = passages[at]
  if (!passage) return []
  const { order, clipping, kind } = passage
  const inOne = splitCredit(passage)
  if (inOne) return [{ picture: { ...inOne, order }, passages: [passage] }]
  if (kind !== 'credit') return []
  const before = passages.slice(Math.max(0, at - furthestCaption), at)
  const caption = before.findLast((one) => !isRepeat(one, passages))
  return caption && canBeCaption(caption) && !splitCredit(caption)
    ? [{ picture: { caption: caption.clipping, credit: clipping, order }, passages: [caption, passage] }]
    : [{ picture: { credit: clipping, order }, passages: [passage] }]
}

/**
 * Takes captions and credits out of the passages: a credit on a line of its own with the short passage before it, a
 * caption that ends in a credit, a passage that begins as captions do. A jump line at the end of one stays as a passage
 * without text.
 */
export const takePictures = (
  passages: readonly Passage[],
  ledger: Ledger,
): { readonly pictures: readonly ReadPicture[]; readonly rest: readonly Passage[] } => {
  const credited = passages.flatMap((_, at) => foundAtCredit(passages, at))
  const claimed = new Set(credited.flatMap((found) => found.passages))
  const uncredited = passages.filter(
    (passage) => !claimed.has(passage) && canBeCaption(passage) && isCaptionByWords(passage),
  )
  for (const { picture } of credited)
    if (!picture.caption && picture.credit)
      ledger.note('ocr-doubtful', picture.credit, {
        text: ledger.quote(picture.credit),
        reason: 'a credit without a caption',
      })
  const taken = new Set([...claimed, ...uncredited])
  return {
    pictures: [
      ...credited.map(({ picture }) => picture),
      ...uncredited.map(({ clipping, order }) => ({ caption: clipping, order })),
    ].sort((one, other) => one.order - other.order),
    rest: passages.flatMap((passage) => {
      if (!taken.has(passage)) return [passage]
      return passage.jump ? [passage.with({ clipping: Clipping.empty })] : []
    }),
  }
}

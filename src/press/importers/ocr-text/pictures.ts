import { parseCredit } from '@/text/byline'
import type { Ledger } from './ledger'
import { coveredShareOf } from './known-text'
import { foldedOf } from './letters'
import { kindOf, longestCaption } from './passage-kind'
import type { Passage } from './passages'
import { charactersOf, sliceStrip, trimStrip, type Strip } from './strip'

/** A picture as the text tells of it: recognition of characters leaves no image. */
export interface ReadPicture {
  readonly caption?: Strip
  readonly credit?: Strip
  /** Where it stood among the passages. */
  readonly order: number
}

/** A caption may stand word for word in a report, if it is short; a longer text of which so much does is a repeat of the report. */
const longestQuoted = 30
const repeatedShare = 0.6
/** Passages before a credit among which its caption is looked for. */
const furthestCaption = 5
/** 图为…, ▲…: the words and signs that begin a caption with no credit. */
const captionHead = /^[\s（(]*(?:[▲△▼▽]|[上下左右]?图(?:为|片?[:：]|[一二三四①②③④1-4])|[上下左右]图)/u

/** A caption has more words than its sign. */
const shortestCaption = 8

const isCaptionByWords = (text: string): boolean => captionHead.test(text) && foldedOf(text).length >= shortestCaption

const isCaption = (raw: string, passage: Passage | undefined): passage is Passage => {
  if (!passage || passage.jump || passage.from) return false
  const kind = kindOf(raw, passage)
  return (kind === 'title' || kind === 'body') && foldedOf(charactersOf(raw, passage.strip)).length <= longestCaption
}

/** “…启用。 记者 王五 摄”, “…启用。（王五 摄）”: the caption and its credit in one passage. */
const splitCredit = (
  raw: string,
  passage: Passage,
): { readonly caption: Strip; readonly credit: Strip } | undefined => {
  const characters = charactersOf(raw, passage.strip)
  if (!isCaption(raw, passage)) return undefined
  const starts = [...characters.matchAll(/(?<=[。！？”\s])\s*|(?=[（(])/gu)].map(({ index }) => index)
  const at = starts.find((index) => index > 0 && parseCredit(characters.slice(index)) !== undefined)
  return at === undefined
    ? undefined
    : {
        caption: trimStrip(raw, sliceStrip(passage.strip, 0, at)),
        credit: trimStrip(raw, sliceStrip(passage.strip, at)),
      }
}

/** Whether a text is long for a quotation and mostly stands in the page's other texts: then it repeats them. */
const isRepeat = (raw: string, passage: Passage, passages: readonly Passage[]): boolean => {
  const folded = foldedOf(charactersOf(raw, passage.strip))
  const others = passages.filter((other) => other !== passage && kindOf(raw, other) !== 'title')
  const texts = others.map(({ strip }) => foldedOf(charactersOf(raw, strip)))
  return folded.length > longestQuoted && coveredShareOf(folded, texts) >= repeatedShare
}

/** A picture with the passages that tell of it. */
interface Found {
  readonly picture: ReadPicture
  readonly passages: readonly Passage[]
}

/** A credit with its caption: the same passage, or the one before it, but for repeats that came between. */
const foundAtCredit = (raw: string, passages: readonly Passage[], at: number): readonly Found[] => {
  const passage = passages[at]
  if (!passage) return []
  const { order, strip } = passage
  const inOne = splitCredit(raw, passage)
  if (inOne) return [{ picture: { ...inOne, order }, passages: [passage] }]
  if (kindOf(raw, passage) !== 'credit') return []
  const near = passages.slice(Math.max(0, at - furthestCaption), at)
  const caption = near.findLast((one) => !isRepeat(raw, one, passages))
  return isCaption(raw, caption) && !splitCredit(raw, caption)
    ? [{ picture: { caption: caption.strip, credit: strip, order }, passages: [caption, passage] }]
    : [{ picture: { credit: strip, order }, passages: [passage] }]
}

/**
 * Takes captions and credits from the passages: a credit on a line of its own with the short passage before it, a caption
 * that ends in a credit, a passage that begins as captions do.
 */
export const takePictures = (
  raw: string,
  passages: readonly Passage[],
  ledger: Ledger,
): { readonly pictures: readonly ReadPicture[]; readonly rest: readonly Passage[] } => {
  const credited = passages.flatMap((_, at) => foundAtCredit(raw, passages, at))
  const claimed = new Set(credited.flatMap((found) => found.passages))
  const uncredited = passages.filter(
    (passage) => !claimed.has(passage) && isCaption(raw, passage) && isCaptionByWords(charactersOf(raw, passage.strip)),
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
      ...uncredited.map(({ strip, order }) => ({ caption: strip, order })),
    ].sort((one, other) => one.order - other.order),
    rest: passages.flatMap((passage) => {
      if (!taken.has(passage)) return [passage]
      return passage.jump ? [{ ...passage, strip: [] }] : []
    }),
  }
}

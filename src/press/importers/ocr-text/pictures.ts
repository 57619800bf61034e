import { parseCredit } from '@/text/byline'
import type { Ledger } from './ledger'
import { foldedOf } from './letters'
import { kindOf } from './passage-kind'
import type { Passage } from './passages'
import { charactersOf, sliceStrip, trimStrip, type Strip } from './strip'

/** A picture as the text tells of it: recognition of characters leaves no image. */
export interface ReadPicture {
  readonly caption?: Strip
  readonly credit?: Strip
  /** Where it stood among the passages. */
  readonly order: number
}

/** A caption is no longer than this, in letters. */
const longestCaption = 90
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

/**
 * Takes captions and credits from the passages: a credit on a line of its own with the short passage before it, a caption
 * that ends in a credit, a passage that begins as captions do.
 */
export const takePictures = (
  raw: string,
  passages: readonly Passage[],
  ledger: Ledger,
): { readonly pictures: readonly ReadPicture[]; readonly rest: readonly Passage[] } => {
  const pictures: ReadPicture[] = []
  const taken = new Set<Passage>()
  passages.forEach((passage, at) => {
    const before = passages[at - 1]
    const inOne = splitCredit(raw, passage)
    if (inOne) {
      pictures.push({ ...inOne, order: passage.order })
      taken.add(passage)
    } else if (kindOf(raw, passage) === 'credit') {
      const caption = before && !taken.has(before) && isCaption(raw, before) ? before : undefined
      if (caption) taken.add(caption)
      else
        ledger.note('ocr-doubtful', passage.strip, {
          text: ledger.quote(passage.strip),
          reason: 'a credit without a caption',
        })
      pictures.push({ ...(caption && { caption: caption.strip }), credit: passage.strip, order: passage.order })
      taken.add(passage)
    }
  })
  for (const passage of passages)
    if (!taken.has(passage) && isCaption(raw, passage) && isCaptionByWords(charactersOf(raw, passage.strip))) {
      pictures.push({ caption: passage.strip, order: passage.order })
      taken.add(passage)
    }
  return {
    pictures: pictures.sort((one, other) => one.order - other.order),
    rest: passages.flatMap((passage) => {
      if (!taken.has(passage)) return [passage]
      return passage.jump ? [{ ...passage, strip: [] }] : []
    }),
  }
}

import * as v from 'valibot'
import { block } from './block'
import { articleId } from './ids'
import { openPicklist } from './open-picklist'
import { offset, textRange } from './region'
import { setting } from './setting'

export const mark = v.pipe(
  v.object({ kind: openPicklist(['strong', 'emphasis'], 'emphasis'), from: offset, to: offset }),
  v.readonly(),
)
/** Emphasis over a range of the article's text. */
export type Mark = v.InferOutput<typeof mark>

/** The text of one part of an article: whole blocks, except where a cut falls inside one. [B9] */
export const piece = v.pipe(
  v.object({
    article: articleId,
    range: textRange,
    blocks: v.pipe(v.array(block), v.readonly()),
    marks: v.optional(v.pipe(v.array(mark), v.readonly())),
  }),
  v.readonly(),
)
export type Piece = v.InferOutput<typeof piece>

/** `page-01.….json`: the text of a page, one piece per region, and its setting if it is typeset. [B9] */
export const pagePart = v.pipe(
  v.object({ pieces: v.pipe(v.array(piece), v.readonly()), setting: v.optional(setting) }),
  v.readonly(),
)
export type PagePart = v.InferOutput<typeof pagePart>

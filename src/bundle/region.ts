import * as v from 'valibot'
import { articleId, pageLabel } from './ids'
import { openPicklist } from './open-picklist'
import { line } from './paper'

/** Offset in an article's text, in UTF-16 code units; never inside a surrogate pair. [B7] */
export const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50_000_000))

/** `[from, to)` over an article's text. */
export const textRange = v.pipe(v.tuple([offset, offset]), v.readonly())
export type TextRange = v.InferOutput<typeof textRange>

/** Page units: integers from the page's top left corner, x to the right, y down. [B10] */
const coordinate = v.pipe(v.number(), v.integer(), v.minValue(-1_000_000), v.maxValue(1_000_000))

/** A closed polygon `[x, y, x, y, …]` of at least three corners. [B10] */
export const outline = v.pipe(
  v.array(coordinate),
  v.minLength(6),
  v.maxLength(2000),
  v.check((corners) => corners.length % 2 === 0),
  v.readonly(),
)
export type Outline = v.InferOutput<typeof outline>

/** A printed line that names another page: “▶下转第七版”. Evidence, not the link. [B11] */
export const jumpLine = v.pipe(
  v.object({
    text: line,
    /** The page label the line names, as that page prints it, where it can be read. */
    label: v.optional(pageLabel),
  }),
  v.readonly(),
)
export type JumpLine = v.InferOutput<typeof jumpLine>

/** What joined a part to the one before it. [B11] */
export const joinEvidence = openPicklist(
  [
    'stated', // the source itself says so: one id, one file
    'printed-out', // 下转… at the end of the earlier part
    'printed-in', // 上接… at the head of the later part
    'page-label', // a printed line names the other part's page
    'cut-sentence', // the earlier part ends inside a sentence
    'shared-title', // the same title, or one inside the other
    'shared-names', // the same rare words in both
  ],
  'other',
)
export type JoinEvidence = v.InferOutput<typeof joinEvidence>

/** One part of an article as one rendition shows it: which range of the text stands in which outlines. [B10] */
export const region = v.pipe(
  v.object({
    article: articleId,
    range: textRange,
    /** Several where the text wraps around an advert; in reading order. */
    outlines: v.pipe(v.array(outline), v.maxLength(64), v.readonly()),
    continuedOn: v.optional(jumpLine),
    continuedFrom: v.optional(jumpLine),
    joinedBy: v.optional(v.pipe(v.array(joinEvidence), v.maxLength(20), v.readonly())),
  }),
  v.readonly(),
)
export type Region = v.InferOutput<typeof region>

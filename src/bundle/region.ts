import * as v from 'valibot'
import { articleId, pageLabel } from './ids'
import { openPicklist } from './open-picklist'
import { line } from './paper'

/** Offset in an article's text, in UTF-16 code units; never inside a surrogate pair. [B7] */
export const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50_000_000))

/** `[from, to)` in an article's text. */
export const textRange = v.pipe(v.tuple([offset, offset]), v.readonly())
export type TextRange = v.InferOutput<typeof textRange>

/** In page units: integers from the page's top left corner, x to the right, y down. [B10] */
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

/** A printed line that names another page: “▶下转第七版”. It is evidence, not the link. [B11] */
export const jumpLine = v.pipe(
  v.object({
    text: line,
    /** Label of the page that the line names, as printed on that page; absent if it can't be read. */
    label: v.optional(pageLabel),
  }),
  v.readonly(),
)
export type JumpLine = v.InferOutput<typeof jumpLine>

/** The evidence on which a part was joined to the one before it. [B11] */
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

/** A part of an article as a rendition shows it: which range of the text is in which outlines. [B10] */
export const region = v.pipe(
  v.object({
    article: articleId,
    range: textRange,
    /** Several if the text wraps around an advert; in reading order. */
    outlines: v.pipe(v.array(outline), v.maxLength(64), v.readonly()),
    continuedOn: v.optional(jumpLine),
    continuedFrom: v.optional(jumpLine),
    joinedBy: v.optional(v.pipe(v.array(joinEvidence), v.maxLength(20), v.readonly())),
  }),
  v.readonly(),
)
export type Region = v.InferOutput<typeof region>

import * as v from 'valibot'
import { articleId } from './ids'
import { openPicklist } from './open-picklist'
import { line } from './paper'
import { offset } from './region'

const unit = v.pipe(v.number(), v.integer(), v.minValue(-1_000_000), v.maxValue(1_000_000))
const size = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))

/** `[x, y, width, height]` in page units. */
const box = v.pipe(v.strictTuple([unit, unit, size, size]), v.readonly())
export type SetBox = v.InferOutput<typeof box>

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))
const thousandths = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000))

/**
 * One set line: its length in UTF-16 code units; then, unless zero, the letter-spacing after each character and the
 * indent before the first, both in thousandths of an em. [B14]
 */
export const setLine = v.union([
  count,
  v.pipe(v.strictTuple([count, thousandths]), v.readonly()),
  v.pipe(v.strictTuple([count, thousandths, thousandths]), v.readonly()),
])
export type SetLine = v.InferOutput<typeof setLine>
const lines = v.pipe(v.array(setLine), v.minLength(1), v.readonly())

/** The style of a run of lines. These are roles; the reader chooses weights and faces. [B13] */
export const runStyle = openPicklist(
  ['body', 'subhead', 'caption', 'quotation', 'pull-quote', 'verse', 'note', 'list', 'table', 'reference'],
  'body',
)
export type RunStyle = v.InferOutput<typeof runStyle>

const writing = v.optional(v.literal('vertical'))

/** Consecutive lines of one leaf in one frame. */
const run = v.pipe(
  v.object({
    /**
     * Offset of the first character in the article's text. Absent: after the line feed that ends the previous run, or
     * 0.
     */
    from: v.optional(offset),
    /** Absent: body. */
    style: v.optional(runStyle),
    /**
     * Distance of the first line from the head of the frame. Absent: below the previous run, or at the head of the
     * frame.
     */
    at: v.optional(size),
    /**
     * Distance of the start of the lines from that of the frame: the inset of a quotation, a table cell. Absent: none.
     */
    inset: v.optional(size),
    /** Type size. Absent: the setting's body size. */
    size: v.optional(size),
    lines,
  }),
  v.readonly(),
)
export type SetRun = v.InferOutput<typeof run>

/**
 * A column of an article's text; lines never leave it. `vertical` lines run down and follow each other from the right.
 */
const frame = v.pipe(v.object({ box, writing, runs: v.pipe(v.array(run), v.readonly()) }), v.readonly())
export type Frame = v.InferOutput<typeof frame>

/** The face of a title: 宋, 黑, 楷. [B13] */
export const titleFaces = ['song', 'hei', 'kai'] as const
export type TitleFace = (typeof titleFaces)[number]

/**
 * One element of an article's title block, its lines spread evenly over the box. Its text is the article's own field.
 */
const title = v.pipe(
  v.object({
    box,
    writing,
    role: openPicklist(['rubric', 'kicker', 'headline', 'deck', 'byline', 'jump-head'], 'deck'),
    /** Replaces the article's field: a jump head. */
    text: v.optional(line),
    /** Absent: that of its role. */
    face: v.optional(openPicklist(titleFaces, 'song')),
    size,
    lines,
  }),
  v.readonly(),
)
export type SetTitle = v.InferOutput<typeof title>

/** The picture block whose text begins at `from`, cropped to the box from its centre. */
const plate = v.pipe(v.object({ box, from: offset }), v.readonly())
export type Plate = v.InferOutput<typeof plate>

/**
 * A line of text that belongs to no article (nameplate, folio, masthead, banner head), or a jump line of an article.
 */
const furniture = v.pipe(
  v.object({
    box,
    writing,
    role: openPicklist(['nameplate', 'folio', 'masthead', 'banner', 'continued-on', 'continued-from'], 'masthead'),
    text: line,
    size,
    /** Letter-spacing after each character, in thousandths of an em. Absent: the reader's own. */
    spacing: v.optional(thousandths),
    /** Absent: start. */
    align: v.optional(v.picklist(['center', 'end'])),
  }),
  v.readonly(),
)
export type Furniture = v.InferOutput<typeof furniture>
const furnitures = v.pipe(v.array(furniture), v.readonly())

/** A rule or a tint, drawn under everything else. Absent role: a rule. */
const ground = v.pipe(
  v.object({ box, role: v.optional(openPicklist(['rule', 'accent-rule', 'tint', 'frame'], 'tint')) }),
  v.readonly(),
)
export type Ground = v.InferOutput<typeof ground>

/** All that the page shows of one article. */
const setArticle = v.pipe(
  v.object({
    article: articleId,
    titles: v.optional(v.pipe(v.array(title), v.readonly())),
    frames: v.optional(v.pipe(v.array(frame), v.readonly())),
    plates: v.optional(v.pipe(v.array(plate), v.readonly())),
    jumps: v.optional(furnitures),
  }),
  v.readonly(),
)
export type SetArticle = v.InferOutput<typeof setArticle>

/** A typeset page: every line as the press set it. A browser never breaks a line itself. [B13] */
export const setting = v.pipe(
  v.object({
    /** Size of the body type, and the distance from line to line, in page units. */
    bodySize: v.pipe(v.number(), v.integer(), v.minValue(1)),
    leading: v.pipe(v.number(), v.integer(), v.minValue(1)),
    /** In reading order. */
    articles: v.pipe(v.array(setArticle), v.readonly()),
    furniture: furnitures,
    grounds: v.pipe(v.array(ground), v.readonly()),
  }),
  v.readonly(),
)
export type Setting = v.InferOutput<typeof setting>

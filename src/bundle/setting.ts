import * as v from 'valibot'
import { articleId } from './ids'
import { openPicklist } from './open-picklist'
import { line } from './paper'
import { offset } from './region'

const unit = v.pipe(v.number(), v.integer(), v.minValue(-1_000_000), v.maxValue(1_000_000))
const size = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))
const box = { x: unit, y: unit, width: size, height: size }

/**
 * One set line: `[count]`, `[count, spacing]` or `[count, spacing, indent]`: characters in UTF-16 code units,
 * letter-spacing after each of them and indent before the first, both in thousandths of an em. [B14]
 */
export const setLine = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000))),
  v.minLength(1),
  v.maxLength(3),
  v.check(([count = -1]) => count >= 0),
  v.readonly(),
)
export type SetLine = v.InferOutput<typeof setLine>

/** How a run of lines looks. The names are roles; weights and faces are the reader's. [B13] */
export const runStyle = openPicklist(
  ['body', 'subhead', 'caption', 'quotation', 'verse', 'note', 'list', 'table', 'reference'],
  'body',
)
export type RunStyle = v.InferOutput<typeof runStyle>

/** Lines of one leaf that stand together in one frame. */
const run = v.pipe(
  v.object({
    /** Offset of the first character in the article's text. */
    from: offset,
    style: runStyle,
    /** Distance of the first line's top from the frame's head, page units. */
    at: size,
    /** Distance of the lines' start from the frame's, page units: a quotation's inset, a table's cell. */
    inset: v.optional(size),
    /** Type size and line advance, page units. */
    size,
    leading: size,
    lines: v.pipe(v.array(setLine), v.minLength(1), v.readonly()),
  }),
  v.readonly(),
)
export type SetRun = v.InferOutput<typeof run>

/** A column of an article's text: lines never leave it. `vertical` lines run down, columns of them right to left. */
const frame = v.pipe(
  v.object({
    ...box,
    article: articleId,
    writing: v.optional(v.literal('vertical')),
    runs: v.pipe(v.array(run), v.readonly()),
  }),
  v.readonly(),
)
export type Frame = v.InferOutput<typeof frame>

/** A line of an article's title block; its text is the article's, or `text` where the page prints another (a jump head). */
const title = v.pipe(
  v.object({
    ...box,
    article: articleId,
    role: openPicklist(['rubric', 'kicker', 'headline', 'deck', 'byline', 'jump-head'], 'deck'),
    /** Printed here instead of the article's own field. */
    text: v.optional(line),
    size,
    leading: size,
    lines: v.pipe(v.array(setLine), v.minLength(1), v.readonly()),
  }),
  v.readonly(),
)
export type SetTitle = v.InferOutput<typeof title>

/** The picture block whose text begins at `from`, cropped to the box about its middle. */
const plate = v.pipe(v.object({ ...box, article: articleId, from: offset }), v.readonly())
export type Plate = v.InferOutput<typeof plate>

/** Text that belongs to no article: nameplate, folio, jump lines, banner heads, the masthead's small print. */
const furniture = v.pipe(
  v.object({
    ...box,
    role: openPicklist(['nameplate', 'folio', 'masthead', 'banner', 'continued-on', 'continued-from'], 'masthead'),
    text: line,
    size,
    align: v.picklist(['start', 'center', 'end']),
    /** The article whose jump line this is. */
    article: v.optional(articleId),
  }),
  v.readonly(),
)
export type Furniture = v.InferOutput<typeof furniture>

/** A ruled line or a tinted ground, drawn under everything else. */
const ground = v.pipe(
  v.object({ ...box, role: openPicklist(['rule', 'accent-rule', 'tint', 'frame'], 'tint') }),
  v.readonly(),
)
export type Ground = v.InferOutput<typeof ground>

/** A typeset page: every line as the press set it. The browser never breaks a line. [B13] */
export const setting = v.pipe(
  v.object({
    /** Body type size in page units: the sheet is laid out so that it measures at least 12 px. */
    bodySize: v.pipe(v.number(), v.integer(), v.minValue(1)),
    frames: v.pipe(v.array(frame), v.readonly()),
    titles: v.pipe(v.array(title), v.readonly()),
    plates: v.pipe(v.array(plate), v.readonly()),
    furniture: v.pipe(v.array(furniture), v.readonly()),
    grounds: v.pipe(v.array(ground), v.readonly()),
  }),
  v.readonly(),
)
export type Setting = v.InferOutput<typeof setting>

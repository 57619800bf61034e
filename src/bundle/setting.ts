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
 * One set line: its characters in UTF-16 code units; then the letter-spacing after each of them and the indent before the
 * first, in thousandths of an em, where they are not nothing. [B14]
 */
export const setLine = v.union([
  count,
  v.pipe(v.strictTuple([count, thousandths]), v.readonly()),
  v.pipe(v.strictTuple([count, thousandths, thousandths]), v.readonly()),
])
export type SetLine = v.InferOutput<typeof setLine>
const lines = v.pipe(v.array(setLine), v.minLength(1), v.readonly())

/** How a run of lines looks. The names are roles; weights and faces are the reader's. [B13] */
export const runStyle = openPicklist(
  ['body', 'subhead', 'caption', 'quotation', 'pull-quote', 'verse', 'note', 'list', 'table', 'reference'],
  'body',
)
export type RunStyle = v.InferOutput<typeof runStyle>

const writing = v.optional(v.literal('vertical'))

/** Lines of one leaf that stand together in one frame. */
const run = v.pipe(
  v.object({
    /** Offset of the first character in the article's text; absent after the run before, past its leaf's line feed. */
    from: v.optional(offset),
    /** Absent: body. */
    style: v.optional(runStyle),
    /** Distance of the first line's head from the frame's; absent under the lines of the run before, or at the frame's head. */
    at: v.optional(size),
    /** Distance of the lines' start from the frame's: a quotation's inset, a table's cell. Absent: none. */
    inset: v.optional(size),
    /** Type size; absent: the setting's body size. */
    size: v.optional(size),
    lines,
  }),
  v.readonly(),
)
export type SetRun = v.InferOutput<typeof run>

/** A column of an article's text: lines never leave it. `vertical` lines run down, one beside the other from the right. */
const frame = v.pipe(v.object({ box, writing, runs: v.pipe(v.array(run), v.readonly()) }), v.readonly())
export type Frame = v.InferOutput<typeof frame>

/** A line of an article's title block, its lines spread evenly over the box; its text is the article's. */
const title = v.pipe(
  v.object({
    box,
    writing,
    role: openPicklist(['rubric', 'kicker', 'headline', 'deck', 'byline', 'jump-head'], 'deck'),
    /** Printed here instead of the article's own field: a jump head. */
    text: v.optional(line),
    size,
    lines,
  }),
  v.readonly(),
)
export type SetTitle = v.InferOutput<typeof title>

/** The picture block whose text begins at `from`, cropped to the box about its middle. */
const plate = v.pipe(v.object({ box, from: offset }), v.readonly())
export type Plate = v.InferOutput<typeof plate>

/** A line of text that is no article's: nameplate, folio, masthead, banner heads; and an article's jump lines. */
const furniture = v.pipe(
  v.object({
    box,
    writing,
    role: openPicklist(['nameplate', 'folio', 'masthead', 'banner', 'continued-on', 'continued-from'], 'masthead'),
    text: line,
    size,
    /** Absent: at the start. */
    align: v.optional(v.picklist(['center', 'end'])),
  }),
  v.readonly(),
)
export type Furniture = v.InferOutput<typeof furniture>
const furnitures = v.pipe(v.array(furniture), v.readonly())

/** A ruled line or a tinted ground, drawn under everything else. Absent role: a rule. */
const ground = v.pipe(
  v.object({ box, role: v.optional(openPicklist(['rule', 'accent-rule', 'tint', 'frame'], 'tint')) }),
  v.readonly(),
)
export type Ground = v.InferOutput<typeof ground>

/** Everything of one article on the page. */
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

/** A typeset page: every line as the press set it. The browser never breaks a line. [B13] */
export const setting = v.pipe(
  v.object({
    /** Body type size and the advance from line to line, page units. */
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

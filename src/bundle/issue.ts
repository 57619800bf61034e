import * as v from 'valibot'
import { articleId, issueId, pageLabel, pageNo, partName, pictureId, sha256 } from './ids'
import { openPicklist } from './open-picklist'
import { line, paper } from './paper'
import { offset, region } from './region'
import { tileLevel } from './tiles'

export const isoDate = v.pipe(v.string(), v.isoDate())
const bytes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31))
const pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))
/** `1.0`: a reader opens every minor version of the major versions it knows. [B1] */
export const formatVersion = v.pipe(v.string(), v.regex(/^\d{1,3}\.\d{1,3}$/))

/** From 1; no issue is corrected more often than this, so that nobody can claim a revision that none can follow. [B4] */
export const revision = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))

const editors = v.pipe(
  v.array(v.pipe(v.object({ role: line, names: v.pipe(v.array(line), v.readonly()) }), v.readonly())),
  v.readonly(),
)

/** 报头: the masthead of page one. Absent fields are not printed. */
export const masthead = v.pipe(
  v.object({
    weekday: v.optional(line),
    lunarDate: v.optional(line),
    /** 总第…期, counted; of a combined issue the first of its numbers. */
    serialNo: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    /** As printed, if that is not the plain number: 4821-4823, 0031. */
    serialNoPrinted: v.optional(line),
    issueNo: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    issueNoPrinted: v.optional(line),
    channels: v.optional(v.pipe(v.array(line), v.readonly())),
    address: v.optional(line),
    hotline: v.optional(line),
    email: v.optional(line),
    fax: v.optional(line),
    permit: v.optional(line),
    site: v.optional(line),
    notice: v.optional(line),
    editors: v.optional(editors),
    nameplate: v.optional(partName),
  }),
  v.readonly(),
)
export type Masthead = v.InferOutput<typeof masthead>

/** A file next to issue.json. Unknown roles are kept and ignored. [B5] */
export const partEntry = v.pipe(
  v.object({
    name: partName,
    role: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/)),
    bytes,
    sha256,
    /** Only for images, in pixels. */
    width: v.optional(pixels),
    height: v.optional(pixels),
  }),
  v.readonly(),
)
export type PartEntry = v.InferOutput<typeof partEntry>

const regions = v.pipe(v.array(region), v.maxLength(2000), v.readonly())
const pageSize = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))

/** Images of the printed page; page units are pixels of the picture that they are reductions of. */
const facsimile = v.object({
  kind: v.literal('facsimile'),
  width: pageSize,
  height: pageSize,
  /** Part names, narrowest first: thumb, fit, large. */
  images: v.pipe(v.array(partName), v.minLength(1), v.readonly()),
  /** For zooming in: narrowest level first. [B20] */
  tiles: v.optional(v.pipe(v.array(tileLevel), v.minLength(1), v.maxLength(8), v.readonly())),
  regions,
  /** The part with the places of its words, where the source knew them. [B19] */
  words: v.optional(partName),
})
/** Drawn from text by the setting in the page's part; page units are twentieths of a millimetre. */
const typeset = v.object({ kind: v.literal('typeset'), width: pageSize, height: pageSize, regions })

/** One way to show a page, with its own cuts and outlines. [B10] */
export const rendition = v.pipe(v.variant('kind', [facsimile, typeset]), v.readonly())
export type Rendition = v.InferOutput<typeof rendition>

/** A kind of rendition added after this version: ignored. [B1] */
const laterRendition = v.pipe(
  v.object({
    kind: v.pipe(
      v.string(),
      v.check((kind) => kind !== 'facsimile' && kind !== 'typeset'),
    ),
  }),
  v.transform(() => undefined),
)
const renditions = v.pipe(
  v.array(v.union([rendition, laterRendition])),
  v.maxLength(8),
  v.transform((all) => all.filter((one) => one !== undefined)),
  v.minLength(1),
  v.readonly(),
)

export const page = v.pipe(
  v.object({
    no: pageNo,
    label: pageLabel,
    name: v.optional(line),
    editors: v.optional(editors),
    /** 通栏题: a headline over several articles about one event. */
    banner: v.optional(
      v.pipe(v.object({ text: line, articles: v.pipe(v.array(articleId), v.readonly()) }), v.readonly()),
    ),
    /** Name of the page's part: its text, cut as the first rendition cuts it. [B9] */
    part: partName,
    renditions,
  }),
  v.readonly(),
)
export type Page = v.InferOutput<typeof page>

/** An unknown kind is read as news. */
export const articleKind = openPicklist(['news', 'advert', 'notice', 'picture', 'contents', 'staff'], 'news')
export type ArticleKind = v.InferOutput<typeof articleKind>

export const article = v.pipe(
  v.object({
    id: articleId,
    kind: articleKind,
    lang: v.optional(line),
    rubric: v.optional(line),
    kicker: v.optional(line),
    headline: v.optional(line),
    /** Used where the source prints no headline. */
    workingTitle: v.optional(line),
    deck: v.optional(v.pipe(v.array(line), v.readonly())),
    byline: v.optional(line),
    /** Length of the article's text. [B7] */
    extent: offset,
    /** Withdrawn after publication: the text is gone, the dated notice stays. */
    withdrawn: v.optional(v.pipe(v.object({ on: isoDate, notice: line }), v.readonly())),
  }),
  v.readonly(),
)
export type Article = v.InferOutput<typeof article>

/** A picture of an article, in several widths. */
export const picture = v.pipe(
  v.object({
    id: pictureId,
    width: pixels,
    height: pixels,
    alt: v.optional(v.pipe(v.string(), v.maxLength(2000))),
    /** Part names, narrowest first. */
    images: v.pipe(v.array(partName), v.minLength(1), v.readonly()),
  }),
  v.readonly(),
)
export type Picture = v.InferOutput<typeof picture>

/** issue.json [B3] */
export const issue = v.pipe(
  v.object({
    format: formatVersion,
    paper,
    id: issueId,
    date: isoDate,
    edition: v.optional(line),
    /** From 1; a correction after publication raises it. [B4] */
    revision,
    /** RFC 3339. */
    publishedAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
    lang: line,
    masthead,
    pages: v.pipe(v.array(page), v.minLength(1), v.maxLength(512), v.readonly()),
    articles: v.pipe(v.array(article), v.maxLength(5000), v.readonly()),
    pictures: v.pipe(v.array(picture), v.maxLength(10_000), v.readonly()),
    parts: v.pipe(v.array(partEntry), v.maxLength(100_000), v.readonly()),
  }),
  v.readonly(),
)
export type Issue = v.InferOutput<typeof issue>

import * as v from 'valibot'
import { outline } from '@/bundle/region'

/**
 * What the press and the desk, its page in the browser, say to each other: the desk asks for `DeskState` and sends a `DeskEdit`. Both
 * decode what they get by these schemas.
 */

export const deskStatePath = '/desk/state.json'
export const deskEditPath = '/desk/edit'
export const deskUndoPath = '/desk/undo'
/** Of a page by its index from 0; the version tells one picture from another. */
export const deskPicturePath = (index: number, version: string): string => `/desk/pages/${index}?${version}`

const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))
const text = v.pipe(v.string(), v.maxLength(100_000))
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(2000))
const outlines = v.pipe(v.array(outline), v.maxLength(100), v.readonly())

export const titleLines = ['rubric', 'kicker', 'headline', 'deck', 'byline'] as const
export type TitleLine = (typeof titleLines)[number]
export const articleKinds = ['news', 'advert', 'notice', 'picture', 'contents', 'staff'] as const

/** The lines of a title block; an empty one is not there, a deck has a line of text for each of its own. */
const titles = v.object({ rubric: text, kicker: text, headline: text, deck: text, byline: text })
export type DeskTitles = v.InferOutput<typeof titles>

const page = v.object({
  label: v.string(),
  name: v.string(),
  /** Pixels of its picture, in which outlines are given. */
  width: v.number(),
  height: v.number(),
  /** Undefined where our own press sets the page: it has no outlines. */
  picture: v.optional(v.string()),
})
export type DeskPage = v.InferOutput<typeof page>

const block = v.object({
  kind: v.picklist(['paragraph', 'subhead']),
  text: v.string(),
  /** Goes on in the middle of the paragraph before it, which ended on another page. */
  isContinued: v.boolean(),
})
export type DeskBlock = v.InferOutput<typeof block>

/** What an article has on one page. */
const part = v.object({ page: index, outlines, blocks: v.array(block) })
export type DeskPart = v.InferOutput<typeof part>

const article = v.object({
  /** By which edits name it; no other article has it. */
  key: name,
  /** Its address in the reader, from the site's root. */
  address: v.optional(v.string()),
  kind: v.picklist(articleKinds),
  titles,
  /** In reading order. */
  parts: v.array(part),
})
export type DeskArticle = v.InferOutput<typeof article>

const deskFinding = v.object({
  code: v.string(),
  severity: v.picklist(['fatal', 'warning', 'note']),
  why: v.string(),
  fix: v.string(),
  file: v.string(),
  line: v.optional(v.number()),
  /** Where it leads: the index of a page, the key of an article. */
  page: v.optional(index),
  article: v.optional(v.string()),
})
export type DeskFinding = v.InferOutput<typeof deskFinding>

/** One thing that corrections.yaml says. */
const entry = v.object({
  /** Keys and indices that lead to it in the file. */
  path: v.array(v.union([v.string(), v.number()])),
  /** `headline`, `text`, `cuts`, `continues_in`, `drop` … */
  key: v.string(),
  /** What it is about: how the article begins, the page. */
  about: v.string(),
  /** The key of the article that it is about, if it is still one. */
  article: v.optional(v.string()),
  /** What it says, shortened. */
  says: v.string(),
})
export type DeskEntry = v.InferOutput<typeof entry>

/** A source as the corrections make it. */
export const deskState = v.object({
  /** Of the corrections: an edit names the one that it was made in. */
  version: v.string(),
  lang: v.picklist(['zh-Hans', 'en']),
  paper: v.string(),
  /** `2024-05-25`; empty if the source does not say it. */
  date: v.string(),
  issueNo: v.string(),
  /** `epaper-html` */
  kind: v.string(),
  /** Path of corrections.yaml, as a person knows it. */
  corrections: v.string(),
  counts: v.object({ applied: v.number(), needless: v.number(), notApplied: v.number() }),
  /** How many edits can be taken back. */
  undoable: v.number(),
  /** Where the reader shows this issue, from the site's root; undefined if it can't be built, for which there is a fatal finding. */
  reader: v.optional(v.string()),
  /** Whether the reader shows it as it is now. */
  isBuilding: v.boolean(),
  pages: v.array(page),
  articles: v.array(article),
  /** What has been corrected, in the order of the file. */
  entries: v.array(entry),
  findings: v.array(deskFinding),
})
export type DeskState = v.InferOutput<typeof deskState>

/** What an editor does. Places are those of the state that the edit names. */
export const deskChange = v.variant('does', [
  v.object({ does: v.literal('issue'), date: text, issueNo: text }),
  v.object({ does: v.literal('page'), page: index, label: text, name: text }),
  v.object({ does: v.literal('titles'), article: name, titles, kind: v.picklist(articleKinds) }),
  /** The block as it should read; empty to take it out. */
  v.object({ does: v.literal('mend'), article: name, part: index, block: index, text }),
  /** A paragraph after a block, or at the end of an article that has none. */
  v.object({ does: v.literal('add-text'), article: name, part: index, block: v.optional(index), text }),
  /** Where the article stands on a page. */
  v.object({ does: v.literal('outlines'), article: name, page: index, outlines }),
  /** The article ends before this block, with which another begins. */
  v.object({ does: v.literal('cut'), article: name, part: index, block: index }),
  /** The article goes on in another, which is no article of its own any more. */
  v.object({ does: v.literal('join'), article: name, to: name }),
  v.object({ does: v.literal('drop'), article: name }),
  /** Its place among the articles that begin on its page, from 1. */
  v.object({ does: v.literal('order'), article: name, place: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  /** A new article, which takes the words inside its outlines, unless it is given text. */
  v.object({ does: v.literal('add'), page: index, outlines, headline: text, text }),
  /** Removes what an entry says. */
  v.object({ does: v.literal('take-back'), path: v.array(v.union([v.string(), index])) }),
])
export type DeskChange = v.InferOutput<typeof deskChange>

export const deskEdit = v.object({ version: v.string(), change: deskChange })
export type DeskEdit = v.InferOutput<typeof deskEdit>

/** The answer to an edit: the state as it is now, and why the edit was not made, if it was not. */
export const deskAnswer = v.object({ state: deskState, refused: v.optional(v.string()) })
export type DeskAnswer = v.InferOutput<typeof deskAnswer>

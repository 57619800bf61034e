import * as v from 'valibot'
import { articleId, pageNo } from '@/bundle/ids'
import { issueKeyFields } from '@/bundle/issue-key'
import { offset } from '@/bundle/region'

const when = v.pipe(v.number(), v.integer(), v.minValue(0))
/** As the article's list names it, so that a list of places needs no issue opened. */
const title = v.pipe(v.string(), v.maxLength(500))

const articlePlace = {
  ...issueKeyFields,
  article: articleId,
  /** The page that it was read from. */
  page: pageNo,
  /** Offset in the article's text. [B7] */
  offset,
  title,
}

/** How far the reader has come in an article. */
export const readingPlace = v.pipe(
  v.object({
    ...articlePlace,
    /** Read to its end: opened again, it begins at the beginning. */
    isFinished: v.boolean(),
    /** Milliseconds since 1970. */
    readAt: when,
  }),
  v.readonly(),
)
export type ReadingPlace = v.InferOutput<typeof readingPlace>

export const bookmark = v.pipe(
  v.object({
    ...articlePlace,
    /** Milliseconds since 1970. */
    markedAt: when,
  }),
  v.readonly(),
)
export type Bookmark = v.InferOutput<typeof bookmark>

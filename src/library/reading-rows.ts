import * as v from 'valibot'
import { articleId, pageNo } from '@/bundle/ids'
import { issueKeyFields } from '@/bundle/issue-key'
import { offset } from '@/bundle/region'

const when = v.pipe(v.number(), v.integer(), v.minValue(0))
/** The article's title, so that a list of places need not open any issue. */
const title = v.pipe(v.string(), v.maxLength(500))

const articlePlace = {
  ...issueKeyFields,
  article: articleId,
  /** The page from which it was opened. */
  page: pageNo,
  /** Offset in the article's text. [B7] */
  offset,
  title,
}

/** How far an article has been read. */
export const readingPlace = v.pipe(
  v.object({
    ...articlePlace,
    /** Read to the end: opened again, it starts from the beginning. */
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

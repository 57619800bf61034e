import * as v from 'valibot'
import { line } from '@/bundle/paper'
import { said } from '../../findings/chinese/reasons'
import { corners, outlinesByPage, texts } from '../manuscript/records'
import { calendarDay, counted, oneOf, runningNumber, yesOrNo } from '../manuscript/values'
import { oneLine } from './text-places'

/** The keys of corrections.yaml; docs/corrections.md describes them for people. Every value comes as the text that was written. */

/** Words of an article, over several lines of the file too. */
const words = (most: number) =>
  v.pipe(v.string(), v.transform(oneLine), v.minLength(1), v.maxLength(most), v.regex(/^[^\p{Cc}]*$/u))
const beginning = words(500)
const paragraph = words(100_000)

const listOrOne = <Schema extends v.GenericSchema<unknown, unknown>>(one: Schema, most: number) =>
  v.union(
    [
      v.pipe(v.array(one), v.minLength(1), v.maxLength(most)),
      v.pipe(
        one,
        v.transform((only) => [only]),
      ),
    ],
    said('write one, or a list of them, with the keys that docs/corrections.md names'),
  )

/** The lines of a title block that can be set or taken away. */
export const titleKeys = ['rubric', 'kicker', 'headline', 'deck', 'byline'] as const
export type TitleKey = (typeof titleKeys)[number]

const titles = {
  rubric: v.optional(line),
  kicker: v.optional(line),
  headline: v.optional(line),
  deck: v.optional(texts),
  byline: v.optional(line),
  kind: v.optional(oneOf('news', 'advert', 'notice', 'picture', 'contents', 'staff')),
}

/** Which article is meant. */
const nameOfArticle = {
  /** The id that the source gives it, as `source` in the manuscript. */
  source: line,
  /** What the correction was made against: its headline, or its first words. */
  was: words(500),
  /** A page on which it stands, by label or number. */
  page: v.optional(line),
}

const textChange = v.union(
  [
    v.strictObject({ from: words(2000), to: v.pipe(v.string(), v.transform(oneLine), v.maxLength(100_000)) }),
    v.strictObject({ drop: beginning }),
    v.strictObject({ add: paragraph, after: beginning }),
    v.strictObject({ add: paragraph, before: beginning }),
    v.strictObject({ add: paragraph }),
  ],
  said('write { from: …, to: … }, { drop: … }, or { add: …, after: … }'),
)

const cut = v.strictObject({ before: beginning, ...titles, outlines: v.optional(outlinesByPage) })

const articleCorrection = v.strictObject({
  ...nameOfArticle,
  ...titles,
  without: v.optional(listOrOne(oneOf(...titleKeys), titleKeys.length)),
  drop: v.optional(yesOrNo),
  order: v.optional(counted(1, 5000)),
  outlines: v.optional(outlinesByPage),
  text: v.optional(v.pipe(v.array(textChange), v.maxLength(5000))),
  cuts: v.optional(v.pipe(v.array(cut), v.maxLength(500))),
  continues_in: v.optional(listOrOne(v.strictObject(nameOfArticle), 50)),
})

const newArticle = v.strictObject({
  /** A name that the editor chooses, and that no other article has. */
  source: line,
  page: line,
  /** None on a page without layout. */
  outlines: v.optional(corners),
  ...titles,
  text: v.optional(listOrOne(paragraph, 5000)),
  order: v.optional(counted(1, 5000)),
})

const pageCorrection = v.strictObject({
  /** Its number in the issue, from 1. */
  page: counted(1, 512),
  /** Its label, as the source has it. */
  was: v.pipe(line, v.maxLength(20)),
  label: v.optional(v.pipe(line, v.maxLength(20))),
  name: v.optional(line),
})

export const correctionsRecord = v.strictObject({
  issue: v.optional(v.strictObject({ date: v.optional(calendarDay), issue_no: v.optional(runningNumber) })),
  pages: v.optional(v.pipe(v.array(pageCorrection), v.maxLength(512))),
  articles: v.optional(v.pipe(v.array(articleCorrection), v.maxLength(5000))),
  new_articles: v.optional(v.pipe(v.array(newArticle), v.maxLength(5000))),
})

export type Corrections = v.InferOutput<typeof correctionsRecord>
export type ArticleCorrection = v.InferOutput<typeof articleCorrection>
export type ArticleCut = v.InferOutput<typeof cut>
export type ArticleName = Pick<ArticleCorrection, keyof typeof nameOfArticle>
export type NewArticle = v.InferOutput<typeof newArticle>
export type PageCorrection = v.InferOutput<typeof pageCorrection>
export type TextChange = v.InferOutput<typeof textChange>
export type TitleChange = Pick<ArticleCorrection, keyof typeof titles>
export type GivenOutlines = v.InferOutput<typeof outlinesByPage>

/** Every key of the file, for a misspelt one. */
export const correctionKeys: readonly string[] = [
  ...Object.keys(correctionsRecord.entries),
  ...Object.keys(articleCorrection.entries),
  ...Object.keys(newArticle.entries),
  ...Object.keys(pageCorrection.entries),
  'before',
  'date',
  'issue_no',
]

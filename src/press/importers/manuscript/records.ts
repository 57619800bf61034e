import * as v from 'valibot'
import { paperId } from '@/bundle/ids'
import { line, signingKey } from '@/bundle/paper'
import { calendarDay, counted, language, measured, moment, oneOf, runningNumber, timeZone, yesOrNo } from './values'
import { said } from '../../findings/chinese/reasons'

/**
 * The keys of a manuscript's files, one schema per kind of file; docs/manuscript.md describes them for people. Every value comes as the text
 * that was written.
 */

export const texts = v.union(
  [
    v.array(line),
    v.pipe(
      line,
      v.transform((one) => [one]),
    ),
  ],
  said('it has to be a text, or a list of texts'),
)
const editors = v.pipe(
  v.record(v.string(), texts),
  v.transform((byRole) => Object.entries(byRole).map(([role, names]) => ({ role, names }))),
)
const millimetres = measured(50, 2000)

/** Sheet sizes by name, millimetres (GB newsprint: 对开 broadsheet, 四开 tabloid). */
export const sheets = { broadsheet: { width: 390, height: 543 }, tabloid: { width: 273, height: 395 } } as const

export const paperRecord = v.strictObject({
  id: paperId,
  name: line,
  lang: language,
  time_zone: timeZone,
  accent: v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/, said("write the colour as '#9c1c1c', with the quotes"))),
  page_turn: v.optional(oneOf('ltr', 'rtl')),
  sheet: v.optional(
    v.union(
      [oneOf('tabloid', 'broadsheet'), v.strictObject({ width: millimetres, height: millimetres })],
      said('write tabloid, broadsheet, or { width: 273, height: 395 }'),
    ),
  ),
  columns: v.optional(counted(2, 16)),
  /** Millimetres; the gutter in ems of the body type. */
  body_size: v.optional(measured(2, 8)),
  leading: v.optional(measured(2, 16)),
  gutter: v.optional(measured(0.5, 6)),
  margin: v.optional(measured(2, 60)),
  writing: v.optional(oneOf('horizontal', 'vertical')),
  nameplate: v.optional(line),
  channels: v.optional(texts),
  site: v.optional(line),
  /** Forms of the addresses of an older e-paper: docs/old-addresses.md. */
  old_addresses: v.optional(
    v.pipe(
      v.array(
        v.union(
          [
            v.pipe(
              line,
              v.transform((from) => ({ from })),
            ),
            v.strictObject({ from: line, pages: v.record(line, line) }),
          ],
          said('write an address, or { from: address, pages: { page: label } }'),
        ),
      ),
      v.maxLength(50),
    ),
  ),
  keys: v.optional(v.pipe(v.array(v.strictObject(signingKey.pipe[0].entries)), v.minLength(1), v.maxLength(20))),
  signed_since: v.optional(calendarDay),
})

export const issueRecord = v.strictObject({
  date: calendarDay,
  edition: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z0-9]{1,20}$/, said('use up to 20 lower-case letters and digits'))),
  ),
  edition_name: v.optional(line),
  weekday: v.optional(line),
  lunar_date: v.optional(line),
  serial_no: v.optional(runningNumber),
  issue_no: v.optional(runningNumber),
  channels: v.optional(texts),
  address: v.optional(line),
  hotline: v.optional(line),
  email: v.optional(line),
  fax: v.optional(line),
  permit: v.optional(line),
  site: v.optional(line),
  notice: v.optional(line),
  editors: v.optional(editors),
  /** Articles of page one beside the nameplate, by their files' names. */
  ears: v.optional(v.pipe(texts, v.maxLength(2, said('there is room for two: one at either side of the nameplate')))),
  revision: v.optional(counted()),
  published_at: v.optional(moment),
  lang: v.optional(language),
})

export type IssueRecord = v.InferOutput<typeof issueRecord>

export const pageRecord = v.strictObject({
  label: v.optional(v.pipe(line, v.maxLength(20))),
  name: v.optional(line),
  editors: v.optional(editors),
  banner: v.optional(line),
  picture: v.optional(line),
})

/** Outlines as `[[x, y, x, y, x, y]]`, in pixels of the page's picture. */
export const corners = v.pipe(v.array(v.array(counted(0, 1_000_000))), v.minLength(1))

/** Of one page, or of several by their labels or numbers. */
export const outlinesByPage = v.union(
  [corners, v.record(v.string(), corners)],
  said('write [[x, y, x, y, x, y]], or { 5: [[…]], 7: [[…]] } for two pages'),
)

export const articleRecord = v.strictObject({
  headline: v.optional(line),
  kicker: v.optional(line),
  deck: v.optional(texts),
  byline: v.optional(line),
  kind: v.optional(oneOf('news', 'advert', 'notice', 'picture', 'contents', 'staff')),
  weight: v.optional(oneOf('lead', 'second', 'standard', 'brief')),
  rubric: v.optional(line),
  pictures: v.optional(
    v.array(
      v.strictObject({ file: line, caption: v.optional(line), credit: v.optional(line), alt: v.optional(v.string()) }),
    ),
  ),
  /** Pages by their labels, or by the numbers of their folders. */
  continues_on: v.optional(texts),
  printed_jump: v.optional(line),
  printed_from: v.optional(line),
  banner: v.optional(yesOrNo),
  place: v.optional(oneOf('top', 'foot')),
  columns: v.optional(counted(1, 16)),
  box: v.optional(oneOf('line', 'tint', 'none')),
  writing: v.optional(oneOf('horizontal', 'vertical')),
  outlines: v.optional(outlinesByPage),
  lang: v.optional(language),
  id: v.optional(line),
  /** The id that the source of an import gives it: corrections name it by that. Nothing is printed of it. */
  source: v.optional(line),
  withdrawn: v.optional(v.strictObject({ on: calendarDay, notice: line })),
})
export type ArticleRecord = v.InferOutput<typeof articleRecord>

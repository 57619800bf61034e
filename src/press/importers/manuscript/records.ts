import * as v from 'valibot'
import { isoDate } from '@/bundle/issue'
import { paperId } from '@/bundle/ids'
import { line, pageTurn, signingKey } from '@/bundle/paper'

/** The keys of a manuscript's files, one schema per kind of file; docs/manuscript.md describes them for people. */

/** A text, or a number read as text: `label: 1`. */
const text = v.union([line, v.pipe(v.number(), v.transform(String))])
const texts = v.union([
  v.array(text),
  v.pipe(
    text,
    v.transform((one) => [one]),
  ),
])
const editors = v.pipe(
  v.record(v.string(), texts),
  v.transform((byRole) => Object.entries(byRole).map(([role, names]) => ({ role, names }))),
)
const whole = v.pipe(v.number(), v.integer(), v.minValue(1))
const millimetres = v.pipe(v.number(), v.minValue(50), v.maxValue(2000))

/** Sheet sizes by name, millimetres (GB newsprint: 对开 broadsheet, 四开 tabloid). */
export const sheets = { broadsheet: { width: 390, height: 543 }, tabloid: { width: 273, height: 395 } } as const

export const paperRecord = v.strictObject({
  id: paperId,
  name: line,
  lang: line,
  time_zone: line,
  accent: v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/, 'Write the colour as #rrggbb.')),
  page_turn: v.optional(pageTurn),
  sheet: v.optional(
    v.union([v.picklist(['tabloid', 'broadsheet']), v.strictObject({ width: millimetres, height: millimetres })]),
  ),
  columns: v.optional(v.pipe(whole, v.minValue(2), v.maxValue(16))),
  /** Millimetres; the gutter in ems of the body type. */
  body_size: v.optional(v.pipe(v.number(), v.minValue(2), v.maxValue(8))),
  leading: v.optional(v.pipe(v.number(), v.minValue(2), v.maxValue(16))),
  gutter: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(6))),
  margin: v.optional(v.pipe(v.number(), v.minValue(2), v.maxValue(60))),
  writing: v.optional(v.picklist(['horizontal', 'vertical'])),
  nameplate: v.optional(line),
  channels: v.optional(texts),
  site: v.optional(line),
  /** Forms of the addresses of an older e-paper: docs/old-addresses.md. */
  old_addresses: v.optional(
    v.pipe(
      v.array(
        v.union([
          v.pipe(
            line,
            v.transform((from) => ({ from })),
          ),
          v.strictObject({ from: line, pages: v.record(line, text) }),
        ]),
      ),
      v.maxLength(50),
    ),
  ),
  keys: v.optional(v.pipe(v.array(v.strictObject(signingKey.pipe[0].entries)), v.minLength(1), v.maxLength(20))),
  signed_since: v.optional(isoDate),
})

export const issueRecord = v.strictObject({
  date: isoDate,
  edition: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9]{1,20}$/, 'Use lower-case letters and digits.'))),
  weekday: v.optional(text),
  lunar_date: v.optional(text),
  serial_no: v.optional(whole),
  issue_no: v.optional(whole),
  channels: v.optional(texts),
  address: v.optional(text),
  hotline: v.optional(text),
  email: v.optional(text),
  fax: v.optional(text),
  permit: v.optional(text),
  site: v.optional(text),
  notice: v.optional(text),
  editors: v.optional(editors),
  revision: v.optional(whole),
  published_at: v.optional(v.pipe(v.string(), v.isoTimestamp('Write it as 2026-11-24T05:10:00+08:00.'))),
  lang: v.optional(line),
})

export const pageRecord = v.strictObject({
  label: v.optional(text),
  name: v.optional(text),
  editors: v.optional(editors),
  banner: v.optional(line),
  picture: v.optional(line),
})

const corners = v.pipe(v.array(v.array(v.pipe(v.number(), v.integer()))), v.minLength(1))

export const articleRecord = v.strictObject({
  headline: v.optional(text),
  kicker: v.optional(text),
  deck: v.optional(texts),
  byline: v.optional(text),
  kind: v.optional(v.picklist(['news', 'advert', 'notice', 'picture', 'contents', 'staff'])),
  weight: v.optional(v.picklist(['lead', 'second', 'standard', 'brief'])),
  rubric: v.optional(text),
  pictures: v.optional(
    v.array(
      v.strictObject({ file: line, caption: v.optional(text), credit: v.optional(text), alt: v.optional(v.string()) }),
    ),
  ),
  continues_on: v.optional(
    v.union([
      v.array(whole),
      v.pipe(
        whole,
        v.transform((one) => [one]),
      ),
    ]),
  ),
  printed_jump: v.optional(line),
  printed_from: v.optional(line),
  banner: v.optional(v.boolean()),
  place: v.optional(v.picklist(['top', 'foot'])),
  columns: v.optional(v.pipe(whole, v.maxValue(16))),
  box: v.optional(v.picklist(['line', 'tint', 'none'])),
  writing: v.optional(v.picklist(['horizontal', 'vertical'])),
  outlines: v.optional(v.union([corners, v.record(v.string(), corners)])),
  lang: v.optional(line),
  id: v.optional(text),
  withdrawn: v.optional(v.strictObject({ on: isoDate, notice: line })),
})
export type ArticleRecord = v.InferOutput<typeof articleRecord>

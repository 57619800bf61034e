import * as v from 'valibot'
import { paperId } from './ids'

/** Which way the pages run: `rtl` for papers set in vertical lines. */
export const pageTurn = v.picklist(['ltr', 'rtl'])

/** A short text of the masthead or a title block: one line, no control characters. */
export const line = v.pipe(v.string(), v.minLength(1), v.maxLength(500), v.regex(/^[^\p{Cc}]*$/u))

export const paper = v.pipe(
  v.object({
    id: paperId,
    name: line,
    /** BCP 47, e.g. `zh-Hans`. */
    lang: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
    /** IANA name; it decides what “today” is. */
    timeZone: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_+/-]{1,60}$/)),
    /** `#rrggbb`. */
    accent: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)),
    pageTurn,
    channels: v.optional(v.pipe(v.array(line), v.readonly())),
    /** Host of the digital edition, as printed: www.example.com. */
    site: v.optional(line),
  }),
  v.readonly(),
)
export type Paper = v.InferOutput<typeof paper>

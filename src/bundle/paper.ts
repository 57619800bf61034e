import * as v from 'valibot'
import { paperId } from './ids'

/** Which way pages turn: `rtl` for papers set in vertical lines. */
export const pageTurn = v.picklist(['ltr', 'rtl'])

/** A short text, as in the masthead or a title block: one line, without control characters. */
export const line = v.pipe(v.string(), v.minLength(1), v.maxLength(500), v.regex(/^[^\p{Cc}]*$/u))

/** A public key of the paper, endorsed by the key before it in the list. [B17] */
export const signingKey = v.pipe(
  v.object({
    /** An uncompressed point of P-256, 65 bytes in lower-case hex. */
    public: v.pipe(v.string(), v.regex(/^04[0-9a-f]{128}$/, 'A public key is 04 and 128 hex digits.')),
    /** Signature over `keyStatement` by the key before it, 64 bytes in hex; absent on the first key. */
    endorsement: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{128}$/, 'An endorsement is 128 hex digits.'))),
  }),
  v.readonly(),
)
export type SigningKey = v.InferOutput<typeof signingKey>

export const paper = v.pipe(
  v.object({
    id: paperId,
    name: line,
    /** BCP 47, e.g. `zh-Hans`. */
    lang: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
    /** IANA name; decides what “today” is. */
    timeZone: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_+/-]{1,60}$/)),
    /** `#rrggbb`. */
    accent: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)),
    pageTurn,
    channels: v.optional(v.pipe(v.array(line), v.readonly())),
    /** Host of the digital edition, as printed: www.example.com. */
    site: v.optional(line),
    /** Public keys, oldest first; absent if the paper does not sign. [B17] */
    keys: v.optional(v.pipe(v.array(signingKey), v.minLength(1), v.maxLength(20), v.readonly())),
    /** Issues of this date and later must be signed; older ones need not be. Absent: all must be. */
    signedSince: v.optional(v.pipe(v.string(), v.isoDate())),
  }),
  v.readonly(),
)
export type Paper = v.InferOutput<typeof paper>

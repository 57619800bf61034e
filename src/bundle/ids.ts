import * as v from 'valibot'

/** A paper's identity: its domain name. [B2] */
export const paperId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,99}$/), v.brand('PaperId'))
export type PaperId = v.InferOutput<typeof paperId>

/** `date` or `date-edition`; also the name of the issue's folder and of its path in an address. [B2] */
export const issueId = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}(-[a-z0-9]{1,20})?$/), v.brand('IssueId'))
export type IssueId = v.InferOutput<typeof issueId>

/** Opaque; assigned once and never reused. [B2] */
export const articleId = v.pipe(v.string(), v.regex(/^[a-z0-9]{3,16}$/), v.brand('ArticleId'))
export type ArticleId = v.InferOutput<typeof articleId>

export const pictureId = v.pipe(v.string(), v.regex(/^[a-z0-9]{3,16}$/), v.brand('PictureId'))
export type PictureId = v.InferOutput<typeof pictureId>

/** Position of the page in the issue, from 1. */
export const pageNo = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(512), v.brand('PageNo'))
export type PageNo = v.InferOutput<typeof pageNo>

/** The label printed on the page: "7", "A04", "特刊1". Jump lines name pages by label, never by number. */
export const pageLabel = v.pipe(v.string(), v.minLength(1), v.maxLength(20), v.brand('PageLabel'))
export type PageLabel = v.InferOutput<typeof pageLabel>

/** `page-01.9f3c2a71.json`: a stem, the first hex digits of the content's SHA-256, an extension. [B5] */
export const partName = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,60}\.[0-9a-f]{8,64}\.(json|webp|avif|jpg|png|woff2)$/),
  v.brand('PartName'),
)
export type PartName = v.InferOutput<typeof partName>

export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/), v.brand('Sha256'))
export type Sha256 = v.InferOutput<typeof sha256>

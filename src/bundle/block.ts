import * as v from 'valibot'
import { articleId, pageNo, pictureId } from './ids'

/**
 * The text of a block, as leaves: a paragraph is one leaf; each item of a list, each cell of a table (row by row) and
 * each line of verse is one; a picture has its caption and credit. So offsets are counted in the same way for every
 * block, even of a kind that a reader does not know yet. [B8]
 */
const leaves = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(100_000), v.regex(/^[^\n\r]*$/))),
  v.minLength(1),
  v.readonly(),
)

const shared = {
  leaves,
  /** Only on the first block of a piece: it continues the piece before, inside a leaf or with a new leaf. [B9] */
  continued: v.optional(v.picklist(['leaf', 'block'])),
}

const plainBlock = v.object({
  kind: v.picklist(['paragraph', 'subhead', 'quotation', 'pull-quote', 'verse', 'note']),
  ...shared,
})
const listBlock = v.object({ kind: v.literal('list'), ordered: v.boolean(), ...shared })
const tableBlock = v.object({
  kind: v.literal('table'),
  columns: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(40)),
  hasHead: v.boolean(),
  ...shared,
})
/** Leaves: the caption (may be empty), then the credit if there is one. */
const pictureBlock = v.object({ kind: v.literal('picture'), picture: pictureId, ...shared })
/** A teaser, “详见第5版”: it points to a place where nothing continues. [B12] */
const referenceBlock = v.object({
  kind: v.literal('reference'),
  page: v.optional(pageNo),
  article: v.optional(articleId),
  ...shared,
})

const known = v.variant('kind', [plainBlock, listBlock, tableBlock, pictureBlock, referenceBlock])
const knownKinds: ReadonlySet<string> = new Set([
  ...plainBlock.entries.kind.options,
  'list',
  'table',
  'picture',
  'reference',
])

/** A kind added after this version: its text is shown as paragraphs. [B1] [B8] */
const laterBlock = v.pipe(
  v.object({
    kind: v.pipe(
      v.string(),
      v.check((kind) => !knownKinds.has(kind)),
    ),
    ...shared,
  }),
  v.transform(({ kind: _, ...rest }) => ({ ...rest, kind: 'later' as const })),
)

export const block = v.pipe(v.union([known, laterBlock]), v.readonly())
export type Block = v.InferOutput<typeof block>

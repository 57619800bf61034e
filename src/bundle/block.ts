import * as v from 'valibot'
import { articleId, pageNo, pictureId } from './ids'

/**
 * A block carries its text as leaves: one for a paragraph, one an item of a list, one a cell of a table (row by row),
 * one a line of verse, caption and credit of a picture. So every block counts alike, also one of a kind that a reader
 * does not know yet. [B8]
 */
const leaves = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(100_000), v.regex(/^[^\n\r]*$/))),
  v.minLength(1),
  v.readonly(),
)

const shared = {
  leaves,
  /** Only on the first block of a piece: it goes on from the piece before, inside a leaf or with a new one. [B9] */
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
/** Leaves: caption (may be empty), then the credit where there is one. */
const pictureBlock = v.object({ kind: v.literal('picture'), picture: pictureId, ...shared })
/** A teaser, “详见第5版”: it points, it does not continue. [B12] */
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

/** A kind that came after this reader: its text is shown as paragraphs. [B8] */
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

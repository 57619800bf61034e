import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { similarityOf } from '@/text/bigrams'

/**
 * ids.yaml: every id ever assigned in this manuscript, with its source and the opening of its text. The id of a source
 * that no longer exists stays in the book, so that it is never assigned again. [B2]
 */
const entry = v.object({ source: v.string(), opening: v.optional(v.string()) })
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]{3,16}$/))
export const idBook = v.strictObject({
  articles: v.optional(v.record(id, entry), {}),
  pictures: v.optional(v.record(id, entry), {}),
})
export type IdBook = v.InferOutput<typeof idBook>
export type IdEntries = IdBook['articles']

export const emptyIdBook: IdBook = { articles: {}, pictures: {} }

/** Something that needs an id: its source in the manuscript and, for texts, how it begins. */
export interface IdRequest {
  readonly source: string
  readonly opening?: string
  /** The id given in the source itself. */
  readonly own?: string
}

/** Similarity of two openings from which a file counts as renamed and slightly edited. */
const similarEnough = 0.6

/** A short, opaque id that depends only on the seed; tries again until it finds one that is free. */
const newId = (seed: string, isTaken: (id: string) => boolean): string => {
  for (let round = 0; ; round++) {
    const digest = createHash('sha256').update(`${seed}\n${round}`).digest()
    const candidate = digest.readUIntBE(0, 6).toString(36).padStart(10, '0').slice(-6)
    if (!isTaken(candidate)) return candidate
  }
}

/**
 * Assigns ids: the source's own; else the one in the book; else that of a source that no longer exists and whose text
 * begins similarly; else a new one. Returns the ids by source, and the updated book.
 */
export const giveIds = (
  entries: IdEntries,
  wanted: readonly IdRequest[],
  seed: string,
): { readonly idOf: ReadonlyMap<string, string>; readonly entries: IdEntries } => {
  const next = new Map(Object.entries(entries))
  const present = new Set(wanted.map(({ source }) => source))
  const idOf = new Map<string, string>()
  const claim = (source: string, opening: string | undefined, given: string): void => {
    idOf.set(source, given)
    next.set(given, { source, ...(opening && { opening }) })
  }
  const bySource = new Map([...next].map(([given, { source }]) => [source, given]))
  const claimed = new Set<string>()
  for (const { source, opening, own } of wanted) {
    const known = own ?? bySource.get(source)
    if (known === undefined) continue
    claim(source, opening, known)
    claimed.add(known)
  }
  for (const { source, opening } of wanted) {
    if (idOf.has(source)) continue
    const moved = [...next].find(
      ([given, old]) =>
        !claimed.has(given) &&
        !present.has(old.source) &&
        opening &&
        old.opening &&
        similarityOf(opening, old.opening) >= similarEnough,
    )?.[0]
    const given = moved ?? newId(`${seed}\n${source}`, (candidate) => next.has(candidate))
    claim(source, opening, given)
    claimed.add(given)
  }
  return { idOf, entries: Object.fromEntries([...next].sort(([a], [b]) => (a < b ? -1 : 1))) }
}

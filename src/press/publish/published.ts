import { createHash } from 'node:crypto'
import * as v from 'valibot'

/** An object of the published site, as it was uploaded. */
export interface PublishedFile {
  readonly key: string
  readonly bytes: number
  readonly sha256: string
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const key = v.pipe(v.string(), v.minLength(1), v.maxLength(1024))

const fileList = v.array(v.tuple([key, count, sha256]))

/** `.press/published.json`: what the store holds, replaced when a publication is complete. */
const publishedIndex = v.object({
  format: v.literal(1),
  paper: v.string(),
  publishedAt: v.string(),
  /** Counts the versions of the app, from 1. */
  release: count,
  /** Digest of app.js, which changes with any file of the app. */
  app: v.string(),
  /** Digest of the list of each group; the list is the object of that name. */
  groups: v.record(v.string(), sha256),
  /** Files that are no longer in the site, with the last release that had them: readers may still be using that release. */
  retired: v.array(v.tuple([key, count, sha256, count])),
  /** Removed after this publication; still named here if it was killed while removing them. */
  removing: v.array(key),
})
export type PublishedIndex = v.InferOutput<typeof publishedIndex>

export const publishedKey = '.press/published.json'
/** The index of a publication that is under way, or was interrupted. */
export const nextKey = '.press/next.json'
/** Of the list with this digest. Lists never change: another list has another name. */
export const listKey = (digest: string): string => `.press/lists/${digest}.json`

const encodeJson = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value))

export const digestOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The same files give the same bytes, whatever their order. */
export const encodeList = (files: readonly PublishedFile[]): Uint8Array<ArrayBuffer> =>
  encodeJson(
    [...files]
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ key, bytes, sha256 }): v.InferOutput<typeof fileList>[number] => [key, bytes, sha256]),
  )

const decodeJson = <Schema extends v.GenericSchema>(
  schema: Schema,
  bytes: Uint8Array,
): v.InferOutput<Schema> | undefined => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), new TextDecoder().decode(bytes))
  return read.success ? read.output : undefined
}

/** undefined if these are not the bytes of that list. */
export const decodeList = (bytes: Uint8Array, digest: string): readonly PublishedFile[] | undefined =>
  digestOfBytes(bytes) === digest
    ? decodeJson(fileList, bytes)?.map(([key, bytes, sha256]) => ({ key, bytes, sha256 }))
    : undefined

export const encodeIndex = (index: PublishedIndex): Uint8Array<ArrayBuffer> => encodeJson(index)

/** undefined if this is not an index of this format. */
export const decodeIndex = (bytes: Uint8Array): PublishedIndex | undefined => decodeJson(publishedIndex, bytes)

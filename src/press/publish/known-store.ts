import type { Groups, KnownStore, LocalFile } from './publication-plan'
import { groupOf, isIssueGroup } from './file-kinds'
import { inParallel } from './pool'
import {
  decodeIndex,
  decodeList,
  digestOfBytes,
  encodeList,
  listKey,
  nextKey,
  publishedKey,
  type PublishedFile,
  type PublishedIndex,
} from './published'
import type { Store } from './store'

/** What a look at the store showed. */
export interface StoreState extends KnownStore {
  /** The store's mark of the index that was read. */
  readonly etag?: string
  /** Whether a publication was interrupted, and has left its record. */
  readonly wasInterrupted: boolean
  /** Files that an interrupted publication left, and that no index names. */
  readonly stray: readonly PublishedFile[]
  /** Keys of objects that this command did not put there; counted only by a full check. */
  readonly strangers: readonly string[]
  /** What the index names and the store does not have; found only by a full check. */
  readonly missing: readonly string[]
}

/** The press's own records in the store can't be read. */
export class UnreadableRecord extends Error {
  constructor(readonly key: string) {
    super(key)
  }
}

export interface Look {
  readonly local: Groups<LocalFile>
  /** Also at the issues that the site no longer has. */
  readonly prune: boolean
  /** At everything: compares with a listing of the whole store. */
  readonly verify: boolean
  readonly width: number
}

const readList = async (store: Store, digest: string, signal: AbortSignal): Promise<readonly PublishedFile[]> => {
  const key = listKey(digest)
  const object = await store.get(key, signal)
  const files = object && decodeList(object.bytes, digest)
  if (!files) throw new UnreadableRecord(key)
  return files
}

type GroupsByKey = Map<string, Map<string, PublishedFile>>

/** The lists of the groups in which something may have changed, or an interrupted publication has. */
const readGroups = async (
  store: Store,
  { groups }: PublishedIndex,
  { local, prune, verify, width }: Look,
  unsure: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<GroupsByKey> => {
  const digests = new Map([...local].map(([group, files]) => [group, digestOfBytes(encodeList(files))]))
  const isOfInterest = ([group, digest]: readonly [string, string]): boolean =>
    verify || unsure.has(group) || (digests.has(group) ? digests.get(group) !== digest : prune || !isIssueGroup(group))
  const read: GroupsByKey = new Map()
  await inParallel(Object.entries(groups).filter(isOfInterest), width, async ([group, digest]) => {
    read.set(group, new Map((await readList(store, digest, signal)).map((file) => [file.key, file])))
  })
  // The list of a group that is as it was published is the site's own.
  for (const [group, files] of local)
    if (groups[group] !== undefined && !read.has(group)) read.set(group, new Map(files.map((file) => [file.key, file])))
  return read
}

/** Files of an interrupted publication: each is in the store as it was, or as it was to be, or not at all. */
const readUnsure = async (store: Store, signal: AbortSignal): Promise<readonly PublishedFile[]> => {
  const object = await store.get(nextKey, signal)
  const files = object && decodeList(object.bytes, digestOfBytes(object.bytes))
  if (object && !files) throw new UnreadableRecord(nextKey)
  return files ?? []
}

/**
 * Looks at what the store holds: its index, the lists that differ from the site's, and, after an interrupted publication, the files
 * that it was about to write. Writes nothing.
 * @throws StoreFault, UnreadableRecord
 */
export const lookAtStore = async (store: Store, look: Look, signal: AbortSignal): Promise<StoreState> => {
  const object = await store.get(publishedKey, signal)
  const index = object && decodeIndex(object.bytes)
  if (object && !index) throw new UnreadableRecord(publishedKey)
  const unsure = await readUnsure(store, signal)
  const unsureGroups = new Set(unsure.map(({ key }) => groupOf(key)))
  const groups: GroupsByKey = index ? await readGroups(store, index, look, unsureGroups, signal) : new Map()
  const wanted = new Map([...look.local.values()].flatMap((files) => files.map((file) => [file.key, file] as const)))
  const stray: PublishedFile[] = []

  const put = (file: PublishedFile): void => {
    const group = groupOf(file.key)
    groups.set(group, (groups.get(group) ?? new Map()).set(file.key, file))
  }
  /** Asks the store what the object is, of the two or three things that it may be. */
  const settle = async (key: string, candidates: readonly (PublishedFile | undefined)[]): Promise<void> => {
    const digest = await store.digestOf(key, signal)
    const found = candidates.find((file) => file?.sha256 === digest)
    if (found) put(found)
    else groups.get(groupOf(key))?.delete(key)
  }

  await inParallel(unsure, look.width, async (file) => {
    const listed = groups.get(groupOf(file.key))?.get(file.key)
    await settle(file.key, [file, listed, wanted.get(file.key)])
    const found = groups.get(groupOf(file.key))?.get(file.key)
    if (found && !listed) stray.push(found)
  })

  const strangers: string[] = []
  const missing: string[] = []
  if (look.verify) {
    const listing = new Map<string, number>()
    for await (const { key, bytes } of store.list(signal)) if (!key.startsWith('.press/')) listing.set(key, bytes)
    const isThere = ({ key, bytes }: PublishedFile): boolean => listing.get(key) === bytes
    for (const files of groups.values())
      for (const file of [...files.values()])
        if (!isThere(file)) {
          files.delete(file.key)
          missing.push(file.key)
        }
    const named = new Set([...(index?.retired.map(([key]) => key) ?? []), ...(index?.removing ?? [])])
    const unnamed = [...listing.keys()].filter((key) => !named.has(key) && !groups.get(groupOf(key))?.has(key))
    await inParallel(unnamed, look.width, async (key) => {
      const file = wanted.get(key)
      if (!file) strangers.push(key)
      else if (isThere(file)) await settle(key, [file])
    })
  }
  return {
    ...(index && object && { index, etag: object.etag }),
    groups: new Map([...groups].map(([group, files]) => [group, [...files.values()]])),
    wasInterrupted: unsure.length > 0,
    stray,
    strangers: strangers.sort(),
    missing: missing.sort(),
  }
}

/** Whether there is anything at all in the store that is not the press's own record. */
export const isEmptyStore = async (store: Store, signal: AbortSignal): Promise<boolean> => {
  for await (const { key } of store.list(signal)) if (!key.startsWith('.press/')) return false
  return true
}

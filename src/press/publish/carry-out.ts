import type { Progress } from '../progress'
import { isSwitch, stepOf, steps } from './file-kinds'
import type { PublishLock } from './publish-lock'
import { inParallel } from './pool'
import type { PreparedPublication } from './prepare-publication'
import { encodeIndex, encodeList, listKey, nextKey, publishedKey, type PublishedFile } from './published'
import type { Store, WriteCondition } from './store'
import { uploadFiles } from './upload-files'

/** Why a publication stopped before it was complete. */
export class PublicationStopped extends Error {
  constructor(readonly code: 'lock-lost' | 'published-meanwhile') {
    super(code)
  }
}

export interface CarryOutTools {
  readonly store: Store
  readonly site: string
  readonly lock: PublishLock
  readonly width: number
  readonly progress: Progress
  /** Called before the first write that readers can see. */
  readonly onVisible: () => void
}

const recordHeaders = { contentType: 'application/json', cacheControl: 'no-store' }

/** What an interruption leaves unsure, from the first byte until the index is replaced. */
const unsureFiles = ({ plan, state }: PreparedPublication): readonly PublishedFile[] => {
  const uploads = plan.uploads.flat().map(({ file: { key, bytes, sha256 } }) => ({ key, bytes, sha256 }))
  const keys = new Set(uploads.map(({ key }) => key))
  return [...uploads, ...state.stray.filter(({ key }) => !keys.has(key))]
}

const replaceIndex = async (
  store: Store,
  { plan, state }: PreparedPublication,
  lock: PublishLock,
  signal: AbortSignal,
): Promise<void> => {
  const bytes = encodeIndex(plan.index)
  const condition: WriteCondition = state.etag === undefined ? { ifAbsent: true } : { ifEtag: state.etag }
  const { result } = await store.putIf(publishedKey, bytes, condition, signal)
  if (result === 'written') return
  // An answer that was lost on the way looks like a refusal when the request is sent again.
  const there = result === 'refused' ? await store.get(publishedKey, signal) : undefined
  if (there && Buffer.from(there.bytes).equals(bytes)) return
  if (result === 'refused') throw new PublicationStopped('published-meanwhile')
  // A store without conditions: the lock is all there is.
  if (!(await lock.isOurs())) throw new PublicationStopped('lock-lost')
  await store.put(publishedKey, bytes, recordHeaders, signal)
}

/**
 * Carries out a plan: new files, then those that replace others, then what leads readers to them, then the index, then removals.
 * `signal` stops it at any moment until readers are led to the new files; what then remains is little and done to its end.
 * @throws StoreFault, ChangedFile, PublicationStopped
 */
export const carryOut = async (
  prepared: PreparedPublication,
  { store, site, lock, width, progress, onVisible }: CarryOutTools,
  signal: AbortSignal,
): Promise<void> => {
  const { plan, state } = prepared
  const before = AbortSignal.any([signal, lock.lost])
  const after = lock.lost
  const unsure = unsureFiles(prepared)
  const total = plan.uploads.flat().length
  let count = 0
  const done = (path: string): void => progress({ step: 'upload', done: ++count, total, label: path })
  const uploading = { store, site, width, done }
  /** Between two steps nobody may have taken the lock: a slow publisher must not overwrite what a faster one has switched to. */
  const holdLock = async (): Promise<void> => {
    if (!(await lock.isOurs())) throw new PublicationStopped('lock-lost')
  }
  try {
    if (unsure.length > 0) await store.put(nextKey, encodeList(unsure), recordHeaders, before)
    for (const uploads of plan.uploads) {
      const [first] = uploads
      const isVisible = first && (isSwitch(first.step) || first.isReplacing)
      if (isVisible) {
        signal.throwIfAborted()
        await holdLock()
        onVisible()
      }
      await uploadFiles(uploads, uploading, first && isSwitch(first.step) ? after : before)
    }
    await inParallel([...plan.lists], width, ([digest, bytes]) =>
      store.put(listKey(digest), bytes, recordHeaders, after),
    )
    await holdLock()
    await replaceIndex(store, prepared, lock, after)
    if (unsure.length > 0 || state.wasInterrupted) await store.remove(nextKey, after)
    await removeOld(prepared, { store, width, progress }, after)
  } catch (error) {
    if (lock.lost.aborted) throw new PublicationStopped('lock-lost')
    throw error
  }
}

/** Removes what no release that readers may have open needs, and lists that no index names. */
const removeOld = async (
  { plan, state }: PreparedPublication,
  { store, width, progress }: Pick<CarryOutTools, 'store' | 'width' | 'progress'>,
  signal: AbortSignal,
): Promise<void> => {
  const named = new Set(Object.values(plan.index.groups))
  const lists = Object.values(state.index?.groups ?? {}).filter((digest) => !named.has(digest))
  const { removing } = plan.index
  let count = 0
  const remove = async (key: string): Promise<void> => {
    await store.remove(key, signal)
    progress({ step: 'remove', done: ++count, total: removing.length + lists.length, label: key })
  }
  // What names other files goes before them.
  for (const step of steps.toReversed())
    await inParallel(
      removing.filter((key) => stepOf(key) === step),
      width,
      remove,
    )
  await inParallel(lists.map(listKey), width, remove)
  if (removing.length > 0)
    await store.put(publishedKey, encodeIndex({ ...plan.index, removing: [] }), recordHeaders, signal)
}

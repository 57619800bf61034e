import { createHash, type Hash } from 'node:crypto'
import { appendFile, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Folding } from '@/archive/folding'
import { createPostingSpill, type PartitionStore } from '@/archive/posting-spill'
import { segmentFileKinds, type SegmentFile, type SegmentFileKind, type SegmentRow } from '@/archive/search-catalog'
import { writeSegment, type SegmentSource } from '@/archive/segment-writer'
import { makeFolder } from '../../io/make-folder'
import { codeOf } from '../../io/system-reason'

/** About so many issues' terms are in memory at once: two million. */
const issuesInPartition = 20
const mostPartitions = 1024
/** Hex digits of its SHA-256 in a file's name. */
const namedBy = 16

const storeIn = (folder: string): PartitionStore => ({
  append: (partition, bytes) => appendFile(join(folder, `terms-${partition}`), bytes),
  read: async (partition) => {
    const file = join(folder, `terms-${partition}`)
    const bytes = await readFile(file).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error
      return new Uint8Array()
    })
    await rm(file, { force: true })
    return bytes
  },
})

/** A file that is written from its beginning to its end, and named when it is done. */
interface GrowingFile {
  readonly path: string
  readonly handle: FileHandle
  readonly hash: Hash
  bytes: number
  waiting: Uint8Array[]
  waitingBytes: number
}

/** So much is written at once. */
const writeBytes = 1_000_000

const flush = async (file: GrowingFile): Promise<void> => {
  await file.handle.appendFile(Buffer.concat(file.waiting))
  file.waiting = []
  file.waitingBytes = 0
}

/**
 * Writes the files of a segment into a folder, under names of their content.
 * @param work a folder for what is put aside meanwhile; it is deleted
 * @returns undefined if there are no articles
 */
export const writeSegmentFiles = async (
  source: SegmentSource & { readonly count: number },
  folding: Folding,
  folder: string,
  work: string,
): Promise<SegmentRow | undefined> => {
  await rm(work, { recursive: true, force: true })
  await makeFolder(work)
  await makeFolder(folder)
  const files = new Map<SegmentFileKind, GrowingFile>()
  try {
    for (const kind of segmentFileKinds) {
      const path = join(work, kind)
      const handle = await open(path, 'w')
      files.set(kind, { path, handle, hash: createHash('sha256'), bytes: 0, waiting: [], waitingBytes: 0 })
    }
    const append = async (kind: SegmentFileKind, bytes: Uint8Array): Promise<void> => {
      const file = files.get(kind)
      if (!file) return
      file.hash.update(bytes)
      file.bytes += bytes.length
      file.waiting.push(bytes)
      file.waitingBytes += bytes.length
      if (file.waitingBytes >= writeBytes) await flush(file)
    }
    const partitions = Math.min(mostPartitions, Math.ceil(source.count / issuesInPartition))
    const spill = createPostingSpill(storeIn(work), Math.max(1, partitions))
    const written = await writeSegment(source, folding, spill, { append })
    if (written.documents === 0) return undefined
    const finish = async (kind: SegmentFileKind): Promise<SegmentFile> => {
      const file = files.get(kind)
      if (!file) throw new Error(`a segment has no file ${kind}`)
      await flush(file)
      const name = `${kind}.${file.hash.digest('hex').slice(0, namedBy)}.bin`
      await rename(file.path, join(folder, name))
      return { name, bytes: file.bytes }
    }
    const [head, slots, lists, texts] = [
      await finish('head'),
      await finish('slots'),
      await finish('lists'),
      await finish('texts'),
    ]
    return { ...written, head, slots, lists, texts, replaced: [] }
  } finally {
    for (const { handle } of files.values()) await handle.close()
    await rm(work, { recursive: true, force: true })
  }
}

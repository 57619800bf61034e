import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inParallel } from './pool'
import type { Upload } from './publication-plan'
import { digestOfFile } from './site-files'
import type { ObjectBody, Store } from './store'

/** A file is no longer what it was when the site was read. */
export class ChangedFile extends Error {
  constructor(readonly path: string) {
    super(path)
  }
}

/** Up to this size a file is read whole, and its digest is known before a byte of it is sent. */
const wholeBytes = 4 * 1024 * 1024

/** @throws ChangedFile */
const bodyOf = async (site: string, { file }: Upload): Promise<ObjectBody> => {
  const path = join(site, file.path)
  if (file.bytes > wholeBytes) return openAsBlob(path)
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new ChangedFile(file.path)
  return new Uint8Array(bytes)
}

/** Uploads files, at most `width` at once; so many files of a few megabytes are in memory at a time. @throws ChangedFile, StoreFault */
export const uploadFiles = (
  uploads: readonly Upload[],
  { store, site, width, done }: { store: Store; site: string; width: number; done: (path: string) => void },
  signal: AbortSignal,
): Promise<void> =>
  inParallel(uploads, width, async (upload) => {
    signal.throwIfAborted()
    const { key, path, sha256 } = upload.file
    const body = await bodyOf(site, upload)
    await store.put(key, body, upload.headers, signal)
    // A store may not compare what arrived; no index names it yet.
    if (body instanceof Blob && (await digestOfFile(join(site, path))) !== sha256) throw new ChangedFile(path)
    done(upload.file.path)
  })

import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { compressedEndings } from '../io/write-file'
import { textEndings } from './response-headers'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Below this a response fits into one packet as it is. */
const leastBytes = 1000

/**
 * Brotli's levels. A page of 41 kB becomes 9.5 kB at level 11 in 39 ms of processor, 10.2 kB at level 8 in 1.2 ms. That is worth
 * it for the app, which everybody fetches; the pages of an archive, 350,000 of them, would take four hours instead of ten minutes.
 */
const levels = { app: 11, pages: 8 }

const isText = (name: string): boolean => textEndings.includes(/\.([^./]+)$/.exec(name)?.[1] ?? '')

/** The text that a compressed file, or one that was left half-written, is made from; undefined for every other file. */
const sourceOf = (name: string): string | undefined => {
  const source = /^(.+)\.(?:br|gz)(?:\.new)?$/.exec(name)?.[1]
  return source !== undefined && isText(source) ? source : undefined
}

/** What was done: texts that are compressed now, those of them that were compressed in this run, files deleted. */
export interface CompressedFiles {
  readonly texts: number
  readonly compressed: number
  readonly removed: number
}

interface Folder {
  readonly path: string
  readonly files: ReadonlySet<string>
}

async function* foldersBelow(path: string, isPassed: (path: string) => boolean): AsyncGenerator<Folder> {
  const entries = (await readdir(path, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'))
  yield { path, files: new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name)) }
  for (const { name } of entries.filter((entry) => entry.isDirectory() && !isPassed(join(path, entry.name))))
    yield* foldersBelow(join(path, name), isPassed)
}

/** Writes a compressed form with its source's time, by which the next run knows that it is of the same content. */
const writeForm = async (path: string, content: Uint8Array, time: Date): Promise<void> => {
  const temporary = `${path}.new`
  await writeFile(temporary, content)
  await utimes(temporary, time, time)
  await rename(temporary, path)
}

const compress = async (path: string, time: Date, isApp: boolean): Promise<void> => {
  const bytes = await readFile(path)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: isApp ? levels.app : levels.pages,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  const [small, compatible] = await Promise.all([brotli(bytes, { params }), zip(bytes)])
  await writeForm(`${path}.br`, small, time)
  await writeForm(`${path}.gz`, compatible, time)
}

/** File systems and `utimes` round times differently, all of them to less than this. */
const isSameTime = (one: Date, other: Date): boolean => Math.abs(one.getTime() - other.getTime()) < 2

/**
 * Puts a brotli and a gzip form next to every text of a site, for servers to send as they are. What has not changed since the last
 * run is not touched, and forms of files that are gone are deleted.
 * @param isPassed whether a folder is known to hold nothing new: to ask every file of an archive takes long
 */
export const compressSite = async (
  site: string,
  signal: AbortSignal,
  isPassed: (path: string) => boolean = () => false,
): Promise<CompressedFiles> => {
  const counts = { texts: 0, compressed: 0, removed: 0 }
  const assets = join(site, 'assets') + sep
  const remove = async (path: string): Promise<void> => {
    await rm(path, { force: true })
    counts.removed++
  }
  const compressText = async (path: string, name: string, files: ReadonlySet<string>): Promise<void> => {
    const forms = compressedEndings.map((ending) => `${name}${ending}`).filter((form) => files.has(form))
    const { mtime, size } = await stat(join(path, name))
    if (size < leastBytes) return void (await Promise.all(forms.map((form) => remove(join(path, form)))))
    counts.texts++
    const times = await Promise.all(forms.map(async (form) => (await stat(join(path, form))).mtime))
    if (times.length === compressedEndings.length && times.every((time) => isSameTime(time, mtime))) return
    await compress(join(path, name), mtime, join(path, name).startsWith(assets))
    counts.compressed++
  }
  const compressFolder = async ({ path, files }: Folder): Promise<void> => {
    for (const name of files) {
      signal.throwIfAborted()
      const source = sourceOf(name)
      if (source !== undefined && (!files.has(source) || name.endsWith('.new'))) await remove(join(path, name))
      else if (isText(name)) await compressText(path, name, files)
    }
  }
  // Several folders at once, taken from one walk: each keeps one core busy.
  const folders = foldersBelow(site, isPassed)
  const work = async (): Promise<void> => {
    for await (const folder of folders) await compressFolder(folder)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return counts
}

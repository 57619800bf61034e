import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, posix, relative, sep } from 'node:path'
import type { SourceFiles } from '../importers/printed/printed-source'
import { Report } from '../report'
import type { MeasurePicture } from './manuscript-folder'
import { filesBelow } from './files-below'
import { isZip, mostBytes, openSourceZip, type SourceStore } from './source-zip'
import { systemReasonOf } from './system-reason'

const refuse = (file: string, error: unknown, report: Report): undefined => {
  const refused = systemReasonOf(error)
  if (!refused) throw error
  report.add('unreadable-file', { file }, { reason: refused.reason })
}

const readWithin = async (path: string, file: string, report: Report): Promise<Buffer | undefined> => {
  try {
    if ((await stat(path)).size <= mostBytes) return await readFile(path)
    report.add('unreadable-file', { file }, { reason: 'it is larger than 512 MB' })
    return undefined
  } catch (error) {
    return refuse(file, error, report)
  }
}

/** Files below a folder, from disk. */
const storeBelow = async (root: string, named?: string): Promise<SourceStore> => {
  const below = async (): Promise<string[]> =>
    (await filesBelow(root)).map((file) => relative(root, file).split(sep).join(posix.sep)).sort()
  return {
    paths: named === undefined ? await below() : [named],
    neighbours: async () => (named === undefined ? [] : (await below()).filter((name) => name !== named)),
    read: (name, report) => readWithin(join(root, name), name, report),
  }
}

const openStore = async (path: string, report: Report): Promise<SourceStore | undefined> => {
  if ((await stat(path)).isDirectory()) return storeBelow(path)
  const name = basename(path)
  const bytes = await readWithin(path, name, report)
  if (!bytes) return undefined
  return isZip(bytes) ? openSourceZip(bytes, name, report) : storeBelow(dirname(path), name)
}

/**
 * The files of a source's folder, of a zip, or the one file that was named; undefined if it can't be read, which is reported. Nothing outside it
 * is ever read.
 */
export const openSourceFolder = async (
  path: string,
  measure: MeasurePicture,
  report: Report,
): Promise<SourceFiles | undefined> => {
  const measureBytes = async (bytes: Uint8Array) => {
    const size = await measure(Buffer.from(bytes))
    return 'reason' in size ? undefined : size
  }
  try {
    const store = await openStore(path, report)
    if (!store) return undefined
    return {
      paths: store.paths,
      neighbours: async () => {
        try {
          return await store.neighbours()
        } catch (error) {
          return refuse(path, error, report) ?? []
        }
      },
      read: (name) => store.read(name, report),
      measure: async (name) => {
        // Whether a file that is no picture can be read is not asked here.
        const bytes = await store.read(name, new Report())
        return bytes && measureBytes(bytes)
      },
      measureBytes,
    }
  } catch (error) {
    return refuse(path, error, report)
  }
}

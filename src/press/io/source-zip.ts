import { unzipSync, type UnzipFileInfo } from 'fflate'
import type { Report } from '../report'

/** Files of a source by their paths, with slashes. */
export interface SourceStore {
  /** Sorted. */
  readonly paths: readonly string[]
  /** What lies around a source that is one file. */
  readonly neighbours: () => Promise<readonly string[]>
  /** Undefined if it can't be read, which is reported. */
  readonly read: (path: string, report: Report) => Promise<Buffer | undefined>
}

/** Larger files are not read: no page of a newspaper needs one. Of a packed file, as it says of itself: no more is ever unpacked. */
export const mostBytes = 512 * 1024 ** 2
/** The list of all files is gone through for each that is read. */
const mostFiles = 5000

export const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))

const pathOf = (name: string): string => name.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
const isOutside = (path: string): boolean => /^(?:\/|[a-z]:)/i.test(path) || path.split('/').includes('..')
/** Folders, and what systems put beside the files. */
const isPassedOver = (path: string): boolean =>
  path === '' || path.endsWith('/') || path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')

/**
 * A source that was packed into one file, unpacked file by file as it is read. Names that lead out of it, and files that are too large, are
 * reported and passed over; undefined if it is damaged, which is reported.
 */
export const openSourceZip = (bytes: Buffer, file: string, report: Report): SourceStore | undefined => {
  const names = new Map<string, string>()
  const list = ({ name, originalSize }: UnzipFileInfo): false => {
    const path = pathOf(name)
    if (isPassedOver(path) && !isOutside(path)) return false
    if (isOutside(path)) report.add('outside-source', { file }, { name: name.slice(0, 200) })
    else if (originalSize > mostBytes)
      report.add('unreadable-file', { file: path }, { reason: 'it is larger than 512 MB' })
    else if (!names.has(path)) names.set(path, name)
    return false
  }
  const unpack = (wanted: string): Uint8Array | undefined =>
    unzipSync(bytes, { filter: ({ name }) => name === wanted })[wanted]
  try {
    unzipSync(bytes, { filter: list })
  } catch {
    report.add('unreadable-file', { file }, { reason: 'the file is damaged' })
    return undefined
  }
  if (names.size > mostFiles) {
    report.add('unreadable-file', { file }, { reason: `it holds more than ${mostFiles} files` })
    return undefined
  }
  return {
    paths: [...names.keys()].sort(),
    neighbours: async () => [],
    read: async (path, to) => {
      const name = names.get(path)
      if (name === undefined) return undefined
      try {
        const found = unpack(name)
        return found && Buffer.from(found)
      } catch {
        to.add('unreadable-file', { file: path }, { reason: 'the file is damaged' })
        return undefined
      }
    },
  }
}

import { readFile, stat } from 'node:fs/promises'
import { join, posix, relative, sep } from 'node:path'
import type { SourceFiles } from '../importers/printed/printed-source'
import type { Report } from '../report'
import type { MeasurePicture } from './manuscript-folder'
import { filesBelow } from './files-below'
import { systemReasonOf } from './system-reason'

/** Larger files are not read: no page of a newspaper needs one. */
const mostBytes = 512 * 1024 ** 2

/** The files of a source's folder, or the one file that was named; undefined if it can't be read, which is reported. */
export const openSourceFolder = async (
  path: string,
  measure: MeasurePicture,
  report: Report,
): Promise<SourceFiles | undefined> => {
  const refuse = (file: string, error: unknown): undefined => {
    const refused = systemReasonOf(error)
    if (!refused) throw error
    report.add('unreadable-file', { file }, { reason: refused.reason })
  }
  try {
    const isFolder = (await stat(path)).isDirectory()
    const root = isFolder ? path : join(path, '..')
    const namesOf = (files: readonly string[]): string[] =>
      files.map((file) => relative(root, file).split(sep).join(posix.sep)).sort()
    const paths = namesOf(isFolder ? await filesBelow(path) : [path])
    return {
      paths,
      neighbours: async () => {
        if (isFolder) return []
        try {
          return namesOf(await filesBelow(root)).filter((name) => !paths.includes(name))
        } catch (error) {
          refuse(root, error)
          return []
        }
      },
      read: async (name) => {
        const file = join(root, name)
        try {
          if ((await stat(file)).size > mostBytes) {
            report.add('unreadable-file', { file: name }, { reason: 'it is larger than 512 MB' })
            return undefined
          }
          return await readFile(file)
        } catch (error) {
          return refuse(name, error)
        }
      },
      measure: async (name) => {
        const size = await readFile(join(root, name)).then(measure, () => undefined)
        return size && !('reason' in size) ? size : undefined
      },
      measureBytes: async (bytes) => {
        const size = await measure(Buffer.from(bytes))
        return 'reason' in size ? undefined : size
      },
    }
  } catch (error) {
    return refuse(path, error)
  }
}

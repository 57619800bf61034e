import { existsSync } from 'node:fs'
import { access, readdir, readFile } from 'node:fs/promises'
import { join, posix, relative, resolve, sep } from 'node:path'
import type { ManuscriptFiles, PictureFile } from '../importers/manuscript/manuscript-files'
import type { Report } from '../report'
import { decodeText } from './decode-text'
import { filesBelow } from './files-below'
import { systemReasonOf } from './system-reason'

const pictureEnding = /\.(svg|png|jpe?g|webp|avif|tiff?|jp2|j2k|jpf|jpx|pdf)$/i
const textEnding = /\.(?:ya?ml|md)$|(?:^|\/)words\.txt$/i

/** Returns a picture's size in pixels, with its orientation applied, or why it can't be read. */
export type MeasurePicture = (bytes: Buffer) => Promise<PictureFile>

/** A manuscript on disk, with a way to read its pictures. */
export interface ManuscriptFolder {
  readonly files: ManuscriptFiles
  readonly readPicture: (path: string) => Promise<Buffer>
}

/** The nearest paper.yaml: in the folder or one above it. */
export const findPaper = async (folder: string): Promise<string | undefined> => {
  for (let at = resolve(folder); ; at = resolve(at, '..')) {
    const candidate = join(at, 'paper.yaml')
    const isThere = await access(candidate).then(
      () => true,
      () => false,
    )
    if (isThere) return candidate
    if (at === resolve(at, '..')) return undefined
  }
}

/** What the call reads; undefined if the system refuses, which is reported. */
const orReported = async <Value>(
  file: string,
  report: Report,
  call: () => Promise<Value>,
): Promise<Value | undefined> => {
  try {
    return await call()
  } catch (error) {
    const refused = systemReasonOf(error)
    if (!refused) throw error
    report.add('unreadable-file', { file }, { reason: refused.reason })
    return undefined
  }
}

/**
 * Reads a manuscript's folder: YAML and Markdown files, and the sizes of pictures. paper.yaml may be in a folder above,
 * with the nameplate and the screenshots next to it. A file that can't be read is reported; undefined if the folder can't.
 */
export const readManuscriptFolder = async (
  folder: string,
  measure: MeasurePicture,
  report: Report,
): Promise<ManuscriptFolder | undefined> => {
  const root = resolve(folder)
  const nameOf = (path: string): string => relative(root, path).split(sep).join(posix.sep)
  const paper = await findPaper(root)
  const own = await orReported(folder, report, () => filesBelow(root))
  if (!own) return undefined
  const nextToPaper =
    paper && join(paper, '..') !== root
      ? [
          paper,
          ...(await readdir(join(paper, '..')))
            .filter((name) => pictureEnding.test(name))
            .map((name) => join(paper, '..', name)),
          ...(existsSync(join(paper, '../screenshots')) ? await filesBelow(join(paper, '../screenshots')) : []),
        ]
      : []
  const texts = new Map<string, string>()
  const pictures = new Map<string, PictureFile>()
  const others: string[] = []
  await Promise.all(
    [...new Set([...own, ...nextToPaper])].map(async (path) => {
      const name = nameOf(path)
      if (!textEnding.test(path) && !pictureEnding.test(path)) return void others.push(name)
      const bytes = await orReported(name, report, () => readFile(path))
      if (bytes && textEnding.test(path)) texts.set(name, decodeText(bytes))
      else if (bytes) pictures.set(name, await measure(bytes))
    }),
  )
  return {
    files: { texts, pictures, others: others.sort(), ...(paper && { paper: nameOf(paper) }) },
    readPicture: (path) => readFile(join(root, path)),
  }
}

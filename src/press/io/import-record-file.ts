import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, posix, relative, sep } from 'node:path'
import {
  formatImportRecord,
  importRecordName,
  parseImportRecord,
  type ImportRecord,
} from '../importers/reimport/import-record'
import { filesBelow } from './files-below'
import { codeOf } from './system-reason'
import { replaceFile } from './write-file'

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** What the last import into a folder wrote; undefined if there was none, or if that can't be told. */
export const readImportRecord = async (folder: string): Promise<ImportRecord | undefined> => {
  const text = await readFile(join(folder, importRecordName), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : parseImportRecord(text)
}

export const writeImportRecord = (folder: string, record: ImportRecord): Promise<void> =>
  replaceFile(join(folder, importRecordName), formatImportRecord(record))

/** SHA-256 of every file in a folder by its path there, with slashes; none if the folder is not there. */
export const digestsIn = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const files = await filesBelow(folder).catch((error: unknown): string[] => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  const digests = new Map<string, string>()
  // One after the other: they may be pictures.
  for (const file of files)
    digests.set(relative(folder, file).split(sep).join(posix.sep), sha256Of(await readFile(file)))
  return digests
}

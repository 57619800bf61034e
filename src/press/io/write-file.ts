import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder } from './make-folder'

/** Endings of the compressed forms of a file, which servers send in its place. */
export const compressedEndings = ['.br', '.gz'] as const

/**
 * Writes a temporary file and renames it, so that a reader sees either the old bytes or the new ones. A file that has these bytes
 * already keeps its time, by which servers and caches know it. Compressed forms are deleted first: a server that prefers them
 * would go on sending the old content.
 */
export const replaceFile = async (path: string, content: Uint8Array | string): Promise<void> => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const before = await readFile(path).catch(() => undefined)
  if (before?.equals(bytes)) return
  const temporary = `${path}.new`
  await makeFolder(dirname(path))
  try {
    await writeFile(temporary, bytes)
    await Promise.all(compressedEndings.map((ending) => rm(`${path}${ending}`, { force: true })))
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

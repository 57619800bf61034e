import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a temporary file and renames it, so that a reader sees either the old bytes or the new ones. */
export const replaceFile = async (path: string, content: Uint8Array | string): Promise<void> => {
  const temporary = `${path}.new`
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(temporary, content)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** The same, but a file that holds the text already is left as it is, and nobody fetches it again. */
export const writeChanged = async (path: string, text: string): Promise<void> => {
  const before = await readFile(path, 'utf8').catch(() => undefined)
  if (before !== text) await replaceFile(path, text)
}

import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
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

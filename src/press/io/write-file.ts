import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes beside the file, then renames: a reader sees the old bytes or the new ones, never a part of them. */
export const replaceFile = async (path: string, content: Uint8Array | string): Promise<void> => {
  const aside = `${path}.new`
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(aside, content)
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Paths of all files in a folder and below it, but for hidden ones. Links are passed over: they may lead out of the folder. */
export const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const nested = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('.'))
      .map((entry) => {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) return filesBelow(path)
        return entry.isFile() ? [path] : []
      }),
  )
  return nested.flat()
}

import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from './system-reason'

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

/**
 * Makes a folder and those above it, unless they are there. Step by step, because Node's own `recursive` tries for ever where a file system
 * says of each new folder that it does not exist, as /proc does.
 */
export const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path)
  } catch (error) {
    const above = dirname(path)
    if (codeOf(error) === 'EEXIST' && (await isFolder(path))) return
    if (codeOf(error) !== 'ENOENT' || above === path) throw error
    if (!(await isFolder(above))) await makeFolder(above)
    // Another one may have made the folder meanwhile, or the one above it.
    await mkdir(path).catch(async (again: unknown) => {
      if (codeOf(again) !== 'EEXIST' || !(await isFolder(path))) throw again
    })
  }
}

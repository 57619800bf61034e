import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from '../io/project-folder'
import type { PageRenderer } from './page-renderer'

/** Loads the reader built for Node, next to this program; undefined if it was not built. */
export const loadBuiltRenderer = async (): Promise<PageRenderer | undefined> => {
  const folder = join(projectFolder(), 'dist/render/assets/')
  const stylesheet = (await readdir(folder).catch((): string[] => [])).find((name) => /^style-.*\.css$/.test(name))
  if (stylesheet === undefined) return undefined
  const { listRevision, renderPlace, renderSheet, rootStyle } = await import('#render')
  return { listRevision, renderPlace, renderSheet, rootStyle, stylesheet: folder + stylesheet }
}

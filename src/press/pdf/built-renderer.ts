import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { PageRenderer } from './page-renderer'

/** Loads the reader built for Node, next to this program; undefined if it was not built. */
export const loadBuiltRenderer = async (): Promise<PageRenderer | undefined> => {
  const folder = fileURLToPath(new URL('../render/assets/', import.meta.url))
  const stylesheet = (await readdir(folder).catch((): string[] => [])).find((name) => /^style-.*\.css$/.test(name))
  if (stylesheet === undefined) return undefined
  const { renderSheet } = await import('#render')
  return { renderSheet, stylesheet: folder + stylesheet }
}

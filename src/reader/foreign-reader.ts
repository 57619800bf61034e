import type { App } from 'vue'
import { createWebHistory, type Router } from 'vue-router'
import type { PaperId } from '@/bundle/ids'
import { createReader } from './create-reader'
import { openReadingOf } from './open-reading'
import { createLibraryAccess } from './saving/create-library-access'
import { createForeignSource } from './saving/foreign-source'
import { noSite } from './saving/no-site'
import { unlessRefused } from './saving/without-library'
import { applyAccent } from './styles/accent'

/** Routes of another paper's issues; all others belong to the app's own paper. */
const foreignRoutes: readonly unknown[] = ['newest', 'issue', 'page', 'article', 'nowhere']

/**
 * The reader for the saved issues of another paper, under a base path of their own and in that paper's colour. Links to
 * anything but its issues lead back to the app's own paper.
 */
export const createForeignReader = async (paper: PaperId, base: string): Promise<{ app: App; router: Router }> => {
  const library = createLibraryAccess(noSite, paper)
  const made = createReader({
    history: createWebHistory(`${base}library/${paper}/`),
    home: base,
    source: createForeignSource(library),
    library,
    catalogs: noSite,
    reading: openReadingOf(library, paper),
  })
  made.router.beforeEach(({ name, path, fullPath }) => {
    if (foreignRoutes.includes(name)) return true
    // Search covers everything that is saved. The issue is dropped from the address, because our own issue of that day
    // is not meant.
    location.assign(`${base}${(name === 'search' ? path : fullPath).slice(1)}`)
    return false
  })
  const saved = (await unlessRefused(library.list()))?.find(({ issue }) => issue.paper.id === paper)
  if (saved) applyAccent(document.documentElement, saved.issue.paper.accent)
  return made
}

import type { App } from 'vue'
import { createWebHistory, type Router } from 'vue-router'
import type { PaperId } from '@/bundle/ids'
import { createReader } from './create-reader'
import { openReadingOf } from './open-reading'
import { createLibraryAccess } from './saving/create-library-access'
import { createForeignSource } from './saving/foreign-source'
import { noSite } from './saving/no-site'
import { applyAccent } from './styles/accent'

/** What another paper's issues have addresses for; everything else is the app's own. */
const foreignRoutes: readonly unknown[] = ['newest', 'issue', 'page', 'article', 'nowhere']

/**
 * The reader over the saved issues of another paper, below a base of their own, in that paper's colour. Whatever is not an issue
 * leads back to the app's own paper.
 */
export const createForeignReader = async (paper: PaperId, base: string): Promise<{ app: App; router: Router }> => {
  const library = createLibraryAccess(noSite, paper)
  const made = createReader({
    history: createWebHistory(`${base}library/${paper}/`),
    source: createForeignSource(library),
    library,
    catalogs: noSite,
    reading: openReadingOf(library, paper),
  })
  made.router.beforeEach(({ name, path, fullPath }) => {
    if (foreignRoutes.includes(name)) return true
    // Search goes over everything that is saved; our own issue of the same day is not meant.
    location.assign(`${base}${(name === 'search' ? path : fullPath).slice(1)}`)
    return false
  })
  const saved = (await library.list()).find(({ issue }) => issue.paper.id === paper)
  if (saved) applyAccent(document.documentElement, saved.issue.paper.accent)
  return made
}

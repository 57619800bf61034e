import type { PaperId } from '@/bundle/ids'
import type { OpenReading } from './reading/reading-access'
import type { LibraryAccess } from './saving/library-access'

/** Bookmarks and history of a paper's articles, in the library's database. Both are loaded on first use. */
export const openReadingOf =
  (library: LibraryAccess, paper: PaperId): OpenReading =>
  async () => {
    const [{ createReadingAccess }, { run }] = await Promise.all([
      import('./reading/create-reading-access'),
      library.calls(),
    ])
    return createReadingAccess(paper, run)
  }

import type { ArchiveSearch } from '@/archive/archive-search'
import { keepPieces } from '@/archive/kept-pieces'
import { createStaticArchive } from '@/archive/static-archive'
import { dataPath } from '@/library/app-paths'
import { createArchiveHttp } from '@/library/archive-http'
import { variantsOnce } from './variants-once'

const opened = new Map<string, ArchiveSearch>()

/** The archive of the site whose path is `base`, the same at every call: what it has read serves later searches. */
export const openArchiveOf = async (base: string): Promise<ArchiveSearch> => {
  const variantsOf = await variantsOnce()
  const known = opened.get(base)
  if (known) return known
  const archive = createStaticArchive(keepPieces(createArchiveHttp(`${base}${dataPath}search/`)), variantsOf)
  opened.set(base, archive)
  return archive
}

import type { ArchiveSearch } from '@/archive/archive-search'
import { createStaticArchive } from '@/archive/static-archive'
import { dataPath } from '@/library/app-paths'
import { createArchiveHttp } from '@/library/archive-http'

/** The archive of the site whose path is `base`. */
export const openArchiveOf = async (base: string): Promise<ArchiveSearch> => {
  const { createVariants } = await import('@/archive/variants')
  return createStaticArchive(createArchiveHttp(`${base}${dataPath}search/`), createVariants())
}

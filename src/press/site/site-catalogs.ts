import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Catalog, CatalogEntry, YearCatalog } from '@/bundle/catalog'
import { decodeCatalog, decodeYearCatalog } from '@/bundle/codec'
import { catalogFile, yearCatalogFile } from '@/bundle/file-names'
import { dataPath } from './site-paths'

/** The catalogues of a site, each read once. */
export interface SiteCatalogs {
  readonly newest: Catalog
  /** Newest year first. */
  readonly years: readonly YearCatalog[]
}

/** @throws BundleError if a catalogue can't be read */
export const readSiteCatalogs = async (site: string): Promise<SiteCatalogs> => {
  const read = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(join(site, dataPath, name)))
  const newest = decodeCatalog(await read(catalogFile))
  const years = await Promise.all(
    newest.years.map(async (year) => decodeYearCatalog(await read(yearCatalogFile(year)), yearCatalogFile(year))),
  )
  return { newest, years }
}

/** Every issue, newest first. */
export const entriesOf = ({ years }: SiteCatalogs): readonly CatalogEntry[] => years.flatMap(({ issues }) => issues)

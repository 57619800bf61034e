import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeCatalog, decodeYearCatalog } from '@/bundle/codec'
import { catalogFile, yearCatalogFile } from '@/bundle/file-names'
import { dataPath } from './site-paths'

/** Ids of the issues that a site's catalogues list, newest first. */
export const readIssueIds = async (site: string): Promise<readonly string[]> => {
  const data = join(site, dataPath)
  const { years } = decodeCatalog(new Uint8Array(await readFile(join(data, catalogFile))))
  const ofYears = await Promise.all(
    years.map(async (year) => {
      const name = yearCatalogFile(year)
      return decodeYearCatalog(new Uint8Array(await readFile(join(data, name))), name).issues
    }),
  )
  return ofYears.flat().map(({ id }) => id)
}

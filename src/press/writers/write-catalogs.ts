import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newestFirst, type Catalog, type CatalogEntry, type YearCatalog } from '@/bundle/catalog'
import { decodeCatalog, decodeYearCatalog, encode } from '@/bundle/codec'
import { catalogFile, yearCatalogFile } from '@/bundle/file-names'
import { digestOf } from '@/bundle/integrity'
import { leadTitleOf } from '@/bundle/lookup'
import { currentFormat } from '@/bundle/migrate'
import { replaceFile } from '../io/write-file'
import type { FinishedIssue } from '../model/finish'

/** Number of issues in catalog.json, which every reader polls. [B6] */
const newest = 30

const entryOf = async ({ issue, issueJson, parts }: FinishedIssue): Promise<CatalogEntry> => {
  const lead = leadTitleOf(issue)
  return {
    id: issue.id,
    date: issue.date,
    ...(issue.edition && { edition: issue.edition }),
    ...(issue.publishedAt && { publishedAt: issue.publishedAt }),
    revision: issue.revision,
    sha256: await digestOf(issueJson),
    ...(issue.masthead.lunarDate && { lunarDate: issue.masthead.lunarDate }),
    ...(issue.masthead.serialNo && { serialNo: issue.masthead.serialNo }),
    ...(issue.masthead.serialNoPrinted && { serialNoPrinted: issue.masthead.serialNoPrinted }),
    ...(lead && { lead }),
    pages: issue.pages.length,
    bytes: parts.reduce((sum, { entry }) => sum + entry.bytes, issueJson.byteLength),
  }
}

const read = async <Value>(path: string, decode: (bytes: Uint8Array) => Value): Promise<Value | undefined> => {
  const bytes = await readFile(path).catch(() => undefined)
  return bytes && decode(new Uint8Array(bytes))
}

const merged = (entries: readonly CatalogEntry[], entry: CatalogEntry): CatalogEntry[] =>
  [...entries.filter(({ id }) => id !== entry.id), entry].sort(newestFirst)

/**
 * Adds the issue to the catalogue of its year and to catalog.json. The year is written first, so that a reader that
 * sees the issue in catalog.json also finds it in its year.
 * @throws BundleError if an existing catalogue can't be read; it is not overwritten
 */
export const writeCatalogs = async (finished: FinishedIssue, dataFolder: string): Promise<void> => {
  const { issue } = finished
  const entry = await entryOf(finished)
  const year = Number(issue.date.slice(0, 4))
  const yearPath = join(dataFolder, yearCatalogFile(year))
  const path = join(dataFolder, catalogFile)
  const yearBefore = await read(yearPath, (bytes) => decodeYearCatalog(bytes, yearCatalogFile(year)))
  const before = await read(path, decodeCatalog)
  const yearCatalog: YearCatalog = { format: currentFormat, year, issues: merged(yearBefore?.issues ?? [], entry) }
  const catalog: Catalog = {
    format: currentFormat,
    paper: issue.paper,
    issues: merged(before?.issues ?? [], entry).slice(0, newest),
    years: [...new Set([...(before?.years ?? []), year])].sort((a, b) => b - a),
  }
  await replaceFile(yearPath, encode(yearCatalog))
  await replaceFile(path, encode(catalog))
}

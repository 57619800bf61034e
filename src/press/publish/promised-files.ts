import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { decodeCatalog, decodeIssue, decodeYearCatalog } from '@/bundle/codec'
import { catalogFile, yearCatalogFile } from '@/bundle/file-names'
import { dataPath } from '../site/site-paths'

/** The shell in the worker's first line, as `press site` writes it. */
const workerSite = v.object({ shell: v.array(v.object({ url: v.string() })) })
const workerLine = /^const banmianSite = (\{.*\});$/m

const inWorker = (text: string): readonly string[] => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), workerSite), workerLine.exec(text)?.[1])
  return read.success ? read.output.shell.map(({ url }) => url) : []
}

/** Paths that a file promises to be in the site; of pages nothing is asked, since they name what the issue names. */
const promisedBy = (path: string, bytes: Uint8Array<ArrayBuffer>): readonly string[] => {
  const [, issue, year] = /^data\/(?:([^/]+)\/issue|catalog-(\d{4}))\.json$/.exec(path) ?? []
  if (issue !== undefined) return decodeIssue(bytes).parts.map(({ name }) => `${dataPath}${issue}/${name}`)
  if (year !== undefined) return decodeYearCatalog(bytes, path).issues.map(({ id }) => `${dataPath}${id}/issue.json`)
  if (path === dataPath + catalogFile)
    return decodeCatalog(bytes).years.map((one) => `${dataPath}${yearCatalogFile(one)}`)
  const text = (): string => new TextDecoder().decode(bytes)
  if (path === 'app.js') return [...text().matchAll(/^import '\.\/([^']+)'$/gm)].map(([, file = '']) => file)
  return path === 'sw.js' ? inWorker(text()) : []
}

/** A file that is named, by whom. */
export interface NamedFile {
  readonly file: string
  readonly by: string
}

/**
 * Names in the files that are about to be uploaded, of files that neither the site nor the store has.
 * @throws BundleError of an issue or a catalogue that no reader could open
 */
export const brokenPromises = async (
  site: string,
  paths: readonly string[],
  isThere: (path: string) => boolean,
): Promise<readonly NamedFile[]> => {
  const broken: NamedFile[] = []
  for (const by of paths) {
    if (!/^(app|sw)\.js$|^data\/([^/]+\/issue|catalog(-\d{4})?)\.json$/.test(by)) continue
    const promised = promisedBy(by, new Uint8Array(await readFile(join(site, by))))
    broken.push(...promised.filter((file) => !isThere(file)).map((file) => ({ file, by })))
  }
  return broken
}

/** Ids of the issues that the site's catalogues list. @throws BundleError, or an error of the file system */
export const listedIssues = async (site: string): Promise<ReadonlySet<string>> => {
  const read = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await readFile(join(site, dataPath, name)))
  const { issues, years } = decodeCatalog(await read(catalogFile))
  const ofYears = await Promise.all(
    years.map(async (year) => decodeYearCatalog(await read(yearCatalogFile(year)), yearCatalogFile(year)).issues),
  )
  return new Set([...issues, ...ofYears.flat()].map(({ id }) => id))
}

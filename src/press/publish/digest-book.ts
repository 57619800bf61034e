import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { makeFolder } from '../io/make-folder'

const rows = v.array(v.tuple([v.string(), v.number(), v.number(), v.string()]))

/** By path: size, time of the last change, and the digest that the file had. */
export type DigestBook = Map<string, { readonly bytes: number; readonly mtimeMs: number; readonly sha256: string }>

/** Local state of a site; never uploaded. */
const bookFile = (site: string): string => join(site, '.press/digests.json')

/** Digests of the last run. It may be deleted at any time, and one that can't be read is as good as none. */
export const readDigestBook = async (site: string): Promise<DigestBook> => {
  const text = await readFile(bookFile(site), 'utf8').catch(() => undefined)
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), rows), text)
  return new Map(
    read.success ? read.output.map(([path, bytes, mtimeMs, sha256]) => [path, { bytes, mtimeMs, sha256 }]) : [],
  )
}

/** Two runs over one folder write one book each, and the last one stays. In a folder that can't be written the next run reads more. */
export const writeDigestBook = async (site: string, book: DigestBook): Promise<void> => {
  const own = join(site, `.press/digests-${randomUUID()}.json`)
  const rows = [...book].map(([path, { bytes, mtimeMs, sha256 }]) => [path, bytes, mtimeMs, sha256])
  try {
    await makeFolder(join(site, '.press'))
    await writeFile(own, JSON.stringify(rows))
    await rename(own, bookFile(site))
  } catch {
    await rm(own, { force: true })
  }
}

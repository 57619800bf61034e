import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeCatalog, decodePaper } from '@/bundle/codec'
import { catalogFile } from '@/bundle/file-names'
import type { PaperId } from '@/bundle/ids'
import type { Report } from '../report'
import { dataPath } from './site-paths'

/**
 * Reports a site that belongs to another paper: its readers would get this paper's issues as that one's.
 * @throws BundleError if a file of the site can't be read
 */
export const checkPaper = async (id: PaperId, site: string, report: Report): Promise<void> => {
  const read = async <Value>(
    name: string,
    decode: (bytes: Uint8Array<ArrayBuffer>) => Value,
  ): Promise<Value | undefined> => {
    const bytes = await readFile(join(site, name)).catch(() => undefined)
    return bytes && decode(new Uint8Array(bytes))
  }
  const catalog = await read(join(dataPath, catalogFile), decodeCatalog)
  const other = catalog?.paper ?? (await read('paper.json', decodePaper))
  if (other && other.id !== id)
    report.add('foreign-site', { file: 'paper.yaml' }, { paper: id, other: `${other.name}, ${other.id}`, site })
}

import type { PackageReader } from '../../mets-alto/package-reader'
import type { Resource } from '../manifest/resource'
import { openJson } from './json-file'

/** As many are kept: the pages of an issue often share a file. */
const most = 8

/** Opens files of JSON, and keeps the last few. */
export class RecentJson {
  readonly #kept = new Map<string, Resource | undefined>()

  constructor(readonly source: PackageReader) {}

  async open(path: string): Promise<Resource | undefined> {
    if (this.#kept.has(path)) return this.#kept.get(path)
    const root = await openJson(this.source, path)
    const [oldest] = this.#kept.keys()
    if (oldest !== undefined && this.#kept.size >= most) this.#kept.delete(oldest)
    this.#kept.set(path, root)
    return root
  }
}

import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ArchiveError } from '@/archive/archive-fault'
import type { ArchiveFiles } from '@/archive/archive-files'
import type { RequestLog } from './archive-in-memory'

/** The index of a site, read from its folder. */
export const archiveFilesIn = (site: string, log: RequestLog[] = []): ArchiveFiles => {
  const folder = join(site, 'data/search')
  const notFound = (file: string): ArchiveError => new ArchiveError({ kind: 'not-found', file })
  return {
    read: async (file, from, length) => {
      const handle = await open(join(folder, file)).catch(() => {
        throw notFound(file)
      })
      try {
        const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, from)
        log.push({ file, bytes: bytesRead })
        return buffer.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },
    readWhole: async (file) => {
      const bytes = await readFile(join(folder, file)).catch(() => {
        throw notFound(file)
      })
      log.push({ file, bytes: bytes.length })
      return new Uint8Array(bytes)
    },
  }
}

import { Dexie } from 'dexie'
import { afterEach, beforeEach } from 'vitest'
import type { PaperSigning } from '@/bundle/signature'
import type { MemorySite } from './memory-source'
import { mountReader, type MountedReader } from './mount-reader'

/** Opens readers, of which the last is closed after each test; nothing that one kept is there for the next test. */
export const openReaders = () => {
  let last: MountedReader | undefined
  beforeEach(() => localStorage.clear())
  afterEach(async () => {
    last?.unmount()
    last = undefined
    // What a test left waiting.
    document.body.replaceChildren()
    await Dexie.delete('banmian-library')
    await Dexie.delete('banmian-texts')
  })
  return {
    open: async (site: MemorySite, path: string, signing?: PaperSigning): Promise<MountedReader> =>
      (last = await mountReader(site, path, signing)),
    last: (): MountedReader | undefined => last,
  }
}

import type { ArchiveFiles } from './archive-files'

/** About so many bytes are kept: those of a few dozen queries. */
const keptBytes = 2_000_000

/**
 * Files of which pieces that were read lately are kept, the latest ones. A browser's own cache would answer for the ranges of one file
 * one after the other.
 */
export const keepPieces = (files: ArchiveFiles, most = keptBytes): ArchiveFiles => {
  const pieces = new Map<string, Uint8Array>()
  let bytes = 0
  const keep = (key: string, piece: Uint8Array): void => {
    bytes += piece.length - (pieces.get(key)?.length ?? 0)
    pieces.delete(key)
    pieces.set(key, piece)
    for (const [oldest, own] of pieces) {
      if (bytes <= most) break
      pieces.delete(oldest)
      bytes -= own.length
    }
  }
  return {
    ...files,
    read: async (file, from, length, signal) => {
      const key = `${file} ${from} ${length}`
      const piece = pieces.get(key) ?? (await files.read(file, from, length, signal))
      keep(key, piece)
      return piece
    },
  }
}

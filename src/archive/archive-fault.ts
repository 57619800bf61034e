/**
 * Everything that can be wrong with the index of an archive or with fetching it. The union is closed: a reader has words for each
 * kind, and goes on to search what is saved. `file` is a name inside the index's folder.
 */
export type ArchiveFault =
  /** Bytes are not those that were written there: cut off, changed, or of another index. */
  | { readonly kind: 'damaged'; readonly file: string }
  | { readonly kind: 'newer-format'; readonly file: string; readonly found: number }
  /** The index counts other characters as the same than this reader does, and would miss some of what it has. */
  | { readonly kind: 'other-folding'; readonly file: string }
  /** The word has nothing that is indexed: an accent alone, a tone of skin. */
  | { readonly kind: 'nothing-to-look-up'; readonly word: string }
  /** The host has no such file; of a site that has changed meanwhile, the catalogue is stale. */
  | { readonly kind: 'not-found'; readonly file: string }
  /** The host gives out whole files only, and this one is too large for that. */
  | { readonly kind: 'no-ranges'; readonly file: string }
  | { readonly kind: 'unreachable'; readonly file: string }
  | { readonly kind: 'server-error'; readonly file: string; readonly status: number }

export class ArchiveError extends Error {
  constructor(readonly fault: ArchiveFault) {
    super(`archive fault: ${JSON.stringify(fault)}`)
    this.name = 'ArchiveError'
  }
}

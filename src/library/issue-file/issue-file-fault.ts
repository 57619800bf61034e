import type { BundleFault } from '@/bundle/fault'

/** Everything that can be wrong with an issue's file; a closed union. Faults of its contents are those of a bundle. */
export type IssueFileFault =
  /** Not a zip, or a truncated one. */
  | { readonly kind: 'not-issue-file' }
  /** The zip contains something that is not part of an issue: a path, a folder, a program. */
  | { readonly kind: 'strange-entry'; readonly entry: string }
  /** Two entries have the same name. */
  | { readonly kind: 'entry-twice'; readonly entry: string }
  /** Larger than the limit, packed or unpacked. */
  | { readonly kind: 'too-much'; readonly limitBytes: number }
  | { readonly kind: 'bundle'; readonly fault: BundleFault }

export class IssueFileError extends Error {
  constructor(readonly fault: IssueFileFault) {
    super(`issue file fault: ${JSON.stringify(fault)}`)
    this.name = 'IssueFileError'
  }
}

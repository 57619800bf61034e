import type { BundleFault } from '@/bundle/fault'

/** Everything that can be wrong with one issue as a file, closed. What its contents promise and do not keep is a bundle's fault. */
export type IssueFileFault =
  /** Not a zip, or one that breaks off. */
  | { readonly kind: 'not-issue-file' }
  /** The zip holds something that is no part of an issue: a path, a folder, a program. */
  | { readonly kind: 'strange-entry'; readonly entry: string }
  /** Two entries of one name: which is meant can't be told. */
  | { readonly kind: 'entry-twice'; readonly entry: string }
  /** Larger than is taken, or would be when unpacked. */
  | { readonly kind: 'too-much'; readonly limitBytes: number }
  | { readonly kind: 'bundle'; readonly fault: BundleFault }

export class IssueFileError extends Error {
  constructor(readonly fault: IssueFileFault) {
    super(`issue file fault: ${JSON.stringify(fault)}`)
    this.name = 'IssueFileError'
  }
}

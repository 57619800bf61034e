/** The files of an index, wherever they are. */
export interface ArchiveFiles {
  /**
   * `length` bytes from `from`; fewer only where the file ends.
   * @throws ArchiveError `not-found`, `no-ranges`, `unreachable`, `server-error`
   */
  readonly read: (file: string, from: number, length: number, signal: AbortSignal) => Promise<Uint8Array>
  /** The whole of a file that may have changed. @throws ArchiveError as above, and `damaged` if it is longer than the limit */
  readonly readWhole: (file: string, limitBytes: number, signal: AbortSignal) => Promise<Uint8Array>
}

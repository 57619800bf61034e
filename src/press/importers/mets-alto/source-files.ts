/** The files of a package, wherever they are: on disk, or in a test's map. */
export interface SourceFiles {
  /** Sizes in bytes by paths below the package's folder, with slashes. */
  readonly sizes: ReadonlyMap<string, number>
  /** The bytes of a file, or the first of them; undefined if they can't be read. */
  readonly read: (path: string, mostBytes?: number) => Promise<Uint8Array | undefined>
}

/** What browsers, workers and Node have in common, of which the archive's search uses this much. */
interface AbortSignal {
  readonly aborted: boolean
  throwIfAborted(): void
}

import { watch } from 'node:fs'

export interface WatchedFolder {
  readonly folder: string
  /** Whether the folders in it are meant, too. */
  readonly isDeep?: boolean
  /** Whether a change of a file is told; its path below the folder. */
  readonly isMeant: (name: string) => boolean
}

/** Editors write a file in several steps: what changes within this time is one change. */
const settleMs = 60

/** Calls back after changes in a folder until the signal aborts. */
export const onChange = (
  { folder, isDeep = false, isMeant }: WatchedFolder,
  signal: AbortSignal,
  changed: () => void,
): void => {
  let settling: ReturnType<typeof setTimeout> | undefined
  watch(folder, { recursive: isDeep, signal }, (_, name) => {
    if (name === null || !isMeant(name)) return
    clearTimeout(settling)
    settling = setTimeout(changed, settleMs)
  })
  signal.addEventListener('abort', () => clearTimeout(settling))
}

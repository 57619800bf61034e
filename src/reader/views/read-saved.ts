import { BundleError } from '@/bundle/fault'
import type { TextStep } from '@/library/saved-texts'
import type { LibraryAccess } from '../saving/library-access'
import { createIdlePause } from '../search/idle-pause'

/** The texts of all saved issues; none where the browser keeps no library, or its code can't be had. */
export const readSaved = async function* (
  library: Pick<LibraryAccess, 'texts'>,
  signal: AbortSignal,
): AsyncGenerator<TextStep, void, undefined> {
  let isAny = false
  try {
    const read = await library.texts()
    for await (const step of read(signal, createIdlePause())) {
      isAny = true
      yield step
    }
  } catch (error) {
    const { storageFaultOf } = await import('@/library/storage-fault')
    const isRefused = error instanceof BundleError || storageFaultOf(error) !== undefined
    if (isAny || signal.aborted || !isRefused) throw error
  }
}

import { BundleError } from '@/bundle/fault'

/** What the library gives; undefined if this browser keeps none. @throws whatever else goes wrong, faults of bundles too */
export const unlessRefused = async <Value>(call: Promise<Value>): Promise<Value | undefined> => {
  try {
    return await call
  } catch (error) {
    const { storageFaultOf } = await import('@/library/storage-fault')
    if (error instanceof BundleError || !storageFaultOf(error)) throw error
    return undefined
  }
}

import { BundleError, type BundleFault } from '@/bundle/fault'

/** The fault with which the call fails; throws if it does not fail with one. */
export const faultOf = async (call: () => unknown): Promise<BundleFault> => {
  try {
    await call()
  } catch (error) {
    if (error instanceof BundleError) return error.fault
    throw error
  }
  throw new Error('nothing was wrong')
}

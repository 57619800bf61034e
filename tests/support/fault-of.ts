import { BundleError, type BundleFault } from '@/bundle/fault'

/** The fault that the call ends with; fails where it ends otherwise. */
export const faultOf = async (call: () => unknown): Promise<BundleFault> => {
  try {
    await call()
  } catch (error) {
    if (error instanceof BundleError) return error.fault
    throw error
  }
  throw new Error('nothing was wrong')
}

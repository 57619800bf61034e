import type { VariantsOf } from '@/text/alike'

let known: Promise<VariantsOf> | undefined

const load = async (): Promise<VariantsOf> => (await import('@/archive/variants')).createVariants()

/** Which characters are forms of one another: loaded with the first search, and made once. */
export const variantsOnce = async (): Promise<VariantsOf> => {
  try {
    return await (known ??= load())
  } catch (error) {
    // Without a network, perhaps: the next search asks again.
    known = undefined
    throw error
  }
}

import * as v from 'valibot'

/** `metered`: costs money, or data is to be saved. `unknown`: the browser does not say; most do not. */
export type NetworkKind = 'wifi' | 'metered' | 'unknown'

const connectionShape = v.object({ type: v.optional(v.string()), saveData: v.optional(v.boolean()) })

/** @param connection `navigator.connection`, which not every browser has */
export const networkKindOf = (connection: unknown): NetworkKind => {
  const read = v.safeParse(connectionShape, connection)
  if (!read.success) return 'unknown'
  const { type, saveData } = read.output
  if (saveData || type === 'cellular') return 'metered'
  return type === 'wifi' || type === 'ethernet' ? 'wifi' : 'unknown'
}

export const networkKind = (): NetworkKind =>
  networkKindOf(globalThis.navigator && Reflect.get(globalThis.navigator, 'connection'))

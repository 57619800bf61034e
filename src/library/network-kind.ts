import * as v from 'valibot'

/** `metered` costs money or is meant to be spared; `unknown` where the browser does not tell, as most do not. */
export type NetworkKind = 'wifi' | 'metered' | 'unknown'

const connection = v.object({ type: v.optional(v.string()), saveData: v.optional(v.boolean()) })

/** Kind of the network, by what `navigator.connection` says, where there is one. */
export const networkKindOf = (said: unknown): NetworkKind => {
  const read = v.safeParse(connection, said)
  if (!read.success) return 'unknown'
  const { type, saveData } = read.output
  if (saveData || type === 'cellular') return 'metered'
  return type === 'wifi' || type === 'ethernet' ? 'wifi' : 'unknown'
}

export const networkKind = (): NetworkKind =>
  networkKindOf(globalThis.navigator && Reflect.get(globalThis.navigator, 'connection'))

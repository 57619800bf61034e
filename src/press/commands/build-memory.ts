import type { SealedPart } from '../model/seal'
import type { SetPages } from '../typeset/set-issue'

/** Makes a value, or takes over the one before if it was made from equal values. */
export type TakeOver<Value> = (from: unknown, make: () => Promise<Value>) => Promise<Value>

/** What a build may take over from the one before: the same would be made of the same. */
export interface BuildMemory {
  readonly pages: SetPages
  readonly titleFaces: TakeOver<readonly SealedPart[]>
  readonly paperFiles: TakeOver<void>
}

const createTakeOver = <Value>(): TakeOver<Value> => {
  let before: { readonly key: string; readonly value: Value } | undefined
  return async (from, make) => {
    const key = JSON.stringify(from)
    if (before?.key !== key) before = { key, value: await make() }
    return before.value
  }
}

/** A memory that is empty: a single build begins, and ends, with one. */
export const createBuildMemory = (): BuildMemory => ({
  pages: new Map(),
  titleFaces: createTakeOver(),
  paperFiles: createTakeOver(),
})

import type { Rewrite } from './issue-in-script'

/** A table whose words, and the results of whose functions, are rewritten when they are read. */
export const wordsInScript = <Words extends object>(words: Words, rewrite: Rewrite): Words => {
  const written = (value: unknown): unknown => {
    if (typeof value === 'string') return rewrite(value)
    return (typeof value === 'object' && value !== null) || typeof value === 'function'
      ? wordsInScript(value, rewrite)
      : value
  }
  return new Proxy(words, {
    get: (from, key) => {
      const value: unknown = Reflect.get(from, key)
      // Inherited members, such as an array's iterator, work on the proxy unchanged.
      return Object.hasOwn(from, key) ? written(value) : value
    },
    apply: (from, self, given) => (typeof from === 'function' ? written(Reflect.apply(from, self, given)) : undefined),
  })
}

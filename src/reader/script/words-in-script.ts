import type { Rewrite } from './issue-in-script'

/** Words, and what functions make of them, rewritten as they are asked for. */
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
      // What an array inherits, its iterator above all, works on the proxy as it is.
      return Object.hasOwn(from, key) ? written(value) : value
    },
    apply: (from, self, given) => (typeof from === 'function' ? written(Reflect.apply(from, self, given)) : undefined),
  })
}

/** A copy of JSON with the value at a path (`pages.0.no`) replaced, or removed where `value` is undefined. */
export const edited = (json: unknown, path: string, value: unknown): unknown => {
  const copy: unknown = structuredClone(json)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const parent = keys.reduce<unknown>((node, key) => Reflect.get(Object(node), key), copy)
  if (typeof parent !== 'object' || parent === null) throw new Error(`nothing at ${path}`)
  if (value === undefined) Reflect.deleteProperty(parent, last)
  else Reflect.set(parent, last, value)
  return copy
}

/** Everything that may be one or several: nothing, a thing by itself, or a list of them. */
export const listOf = (value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** The texts among them. */
export const textsIn = (value: unknown): string[] => listOf(value).filter((one) => typeof one === 'string')

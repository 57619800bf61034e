/** Runs a call for each item, at most `width` at once. The first failure stops what has not begun, and is thrown when the rest is done. */
export const inParallel = async <Item>(
  items: readonly Item[],
  width: number,
  call: (item: Item) => Promise<void>,
): Promise<void> => {
  let next = 0
  const failures: unknown[] = []
  const work = async (): Promise<void> => {
    while (next < items.length && failures.length === 0) {
      const item = items[next++]
      if (item === undefined) continue
      try {
        await call(item)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work))
  if (failures.length > 0) throw failures[0]
}

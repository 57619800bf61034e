/** Processor time, which other processes on the machine lengthen little. */
const leastMs = async (run: () => unknown): Promise<number> => {
  const all: number[] = []
  for (let round = 0; round < 5; round++) {
    const start = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(start)
    all.push((user + system) / 1000)
  }
  return Math.min(...all)
}

/**
 * How many times longer something takes with eight times as much of it, both measured in the same run: about 8 if each item costs the
 * same, about 64 if each is compared with all others.
 * @param workOn returns the work on so many items; what it prepares is not measured
 */
export const growthOf = async (items: number, workOn: (items: number) => () => unknown): Promise<number> => {
  const few = workOn(items)
  const many = workOn(8 * items)
  await few()
  await few()
  // Below half a millisecond a clock measures itself.
  return (await leastMs(many)) / Math.max(0.5, await leastMs(few))
}

/** More than any reasonable scatter of linear growth, less than quadratic growth. */
export const linear = 30

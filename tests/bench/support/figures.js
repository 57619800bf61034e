/** What of the values is at a share of their order: 0.5 is the median. */
export const at = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}
export const median = (values) => at(values, 0.5)

/** The same sum again and again: how far the machine itself strays, in milliseconds. */
export const noise = () =>
  Array.from({ length: 15 }, () => {
    const started = performance.now()
    let sum = 0
    for (let index = 0; index < 20_000_000; index++) sum += index % 7
    return performance.now() - started + (sum < 0 ? 1 : 0)
  })

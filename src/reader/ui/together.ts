/**
 * Acts of which each has the page laid out anew wait for each other, and are done in one task.
 * @param expected how many there will be; some may never come
 * @param patienceMs how long the first one waits for the others
 */
export const together = (expected: number, patienceMs: number): ((act: () => void) => void) => {
  let waiting: (() => void)[] = []
  let left = expected
  let timer: ReturnType<typeof setTimeout> | undefined
  const doAll = (): void => {
    clearTimeout(timer)
    timer = undefined
    left -= waiting.length
    const acts = waiting
    waiting = []
    for (const act of acts) act()
  }
  return (act) => {
    waiting.push(act)
    if (waiting.length >= left) doAll()
    else timer ??= setTimeout(doAll, patienceMs)
  }
}

/**
 * Builds the index of one search in a process of its own, whose time and memory are then its.
 *
 *   node build-index.js <ours|pagefind|sqlite> <folder> <issues> <articles> <characters>
 */
import { readdirSync, readFileSync } from 'node:fs'
import { sizeOf, timedArchive } from './archive-given.js'

const [name, folder, ...numbers] = process.argv.slice(2)
const size = sizeOf(numbers)
const { writeIndex } = await import(`./engines/${name}.js`)

/** Most memory of a process so far, in bytes; 0 where the system has no such file. */
const peakOf = (id) => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    // Not Linux, or the process has ended.
    return 0
  }
}
/** The processes that this one has started, as Linux lists them. */
const children = () => {
  try {
    const threads = `/proc/${process.pid}/task`
    return readdirSync(threads)
      .flatMap((thread) => readFileSync(`${threads}/${thread}/children`, 'utf8').split(' '))
      .filter((id) => id.trim() !== '')
  } catch {
    // Not Linux.
    return []
  }
}

const { archive, clock } = timedArchive(size)
let ofOthers = 0
const onPeak = () => {
  ofOthers = children().reduce((sum, id) => sum + peakOf(id), 0)
}
const started = performance.now()
await writeIndex({ archive, size, folder, onPeak })
const seconds = (performance.now() - started - clock.ms) / 1000
const ownPeak = process.resourceUsage().maxRSS * 1024
process.stdout.write(`${JSON.stringify({ seconds, peak: ownPeak + ofOthers })}\n`)

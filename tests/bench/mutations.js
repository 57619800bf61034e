/**
 * Gives mutated files to everything that takes files from outside (issues, pages, catalogues, signatures, issues as one file,
 * manuscripts, machine-read text), and prints what was thrown but faults (there must be nothing), the slowest input's processor time
 * (less than a second) and the memory. Exits with 1 if it is otherwise.
 *
 *   node tests/bench/mutations.js [inputs, 3000] [seed, 20261124] [from, 0]
 *
 * The full run is 215,000 inputs; it can be done in slices by the third argument.
 */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const [inputs = 3000, seed = 20261124, from = 0] = process.argv.slice(2).map(Number)
const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const { module } = await runnerImport(path('mutate-files.ts'), {
  configFile: false,
  resolve: { alias: { '@': path('../../src') } },
})

const mostMs = 1000
const counts = new Map()
const thrown = []
let slowest = { cpuMs: 0 }
let mostHeap = 0
for await (const trial of module.tryMutations(inputs, seed, from)) {
  const count = counts.get(trial.kind) ?? { accepted: 0, refused: 0, thrown: 0 }
  counts.set(trial.kind, count)
  count[typeof trial.outcome === 'string' ? trial.outcome : 'thrown']++
  if (typeof trial.outcome === 'object') thrown.push(trial)
  if (trial.cpuMs > slowest.cpuMs) slowest = trial
  if (trial.no % 100 === 0) mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed)
}

const say = (text) => process.stdout.write(`${text}\n`)
say(`${inputs} inputs from ${from}, seed ${seed}`)
for (const [kind, { accepted, refused, thrown: others }] of counts)
  say(
    `  ${kind.padEnd(20)} ${String(accepted).padStart(7)} accepted ${String(refused).padStart(7)} refused ${String(others).padStart(5)} thrown`,
  )
say(`thrown but faults: ${thrown.length}`)
for (const { kind, no, outcome } of thrown.slice(0, 20))
  say(`  ${kind} ${no}: ${outcome.thrown.split('\n').slice(0, 6).join('\n    ')}`)
say(`slowest: ${slowest.cpuMs.toFixed(0)} ms of processor time (${slowest.kind} ${slowest.no}, ${slowest.bytes} bytes)`)
say(
  `memory: heap ${(mostHeap / 1e6).toFixed(0)} MB at most, process ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB at most`,
)
process.exitCode = thrown.length > 0 || slowest.cpuMs > mostMs ? 1 : 0

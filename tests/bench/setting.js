/**
 * Sets generated front pages of a tabloid with 1 to 40 articles, and prints by how full the pages are: faults (there must be none),
 * jumps, what is no fault and yet a flaw (`support/page-flaws.ts`), pages that grew beyond their sheet, score, blank and time a page.
 * Exits with 1 if there is a fault.
 *
 *   node tests/bench/setting.js [pages, 2000] [seed, 20261124]
 */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const [pages = 2000, seed = 20261124] = process.argv.slice(2).map(Number)
const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const { module } = await runnerImport(path('set-pages.ts'), {
  configFile: false,
  resolve: { alias: { '@': path('../../src') } },
})

const figures = []
for await (const figure of module.setGeneratedPages(pages, seed)) figures.push(figure)

const sorted = (of, key) => of.map((one) => one[key]).sort((a, b) => a - b)
const at = (values, share) => values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
const percent = (value) => `${(value * 100).toFixed(1)} %`
const mostBlank = 0.08
const bands = [
  ['under 50 %', 0, 0.5],
  ['50–80 %', 0.5, 0.8],
  ['80–100 %', 0.8, 1],
  ['100–130 %', 1, 1.3],
  ['over 130 %', 1.3, Infinity],
]
const counts = ['jumps', 'widows', 'shortColumns', 'collidingTitles']
const titles = [
  ...['filled', 'pages', 'faults', 'jumps', 'widows', 'short', 'collide', 'grown'],
  ...['score', 'blank', 'p95', 'most', 'ms', 'p95', 'most'],
]
const row = (cells) => `${cells.map((cell, index) => String(cell).padStart(index === 0 ? 12 : 8)).join('')}\n`

process.stdout.write(
  `${pages} pages, seed ${seed}, articles ${Math.min(...sorted(figures, 'articles'))} to ${Math.max(...sorted(figures, 'articles'))}; score, blank and time: median, then p95 and most\n`,
)
process.stdout.write(row(titles))
for (const [label, least, most] of bands) {
  const own = figures.filter(({ share }) => share >= least && share < most)
  const [scores, blanks, times] = ['cost', 'blank', 'timeMs'].map((key) => sorted(own, key))
  process.stdout.write(
    row([
      label,
      own.length,
      own.reduce((sum, { faults }) => sum + faults.length, 0),
      ...counts.map((key) => own.reduce((sum, one) => sum + one[key], 0)),
      own.filter(({ growth }) => growth > 0.001).length,
      at(scores, 0.5).toFixed(0),
      percent(at(blanks, 0.5)),
      percent(at(blanks, 0.95)),
      percent(at(blanks, 1)),
      at(times, 0.5).toFixed(0),
      at(times, 0.95).toFixed(0),
      at(times, 1).toFixed(0),
    ]),
  )
}
figures.forEach(
  ({ faults }, index) => faults.length > 0 && process.stdout.write(`page ${index}: ${faults.join('; ')}\n`),
)
const blanker = figures.flatMap(({ share, blank }, index) =>
  share >= 0.8 && share <= 1.3 && blank > mostBlank ? [`${index} (${percent(blank)})`] : [],
)
process.stdout.write(`filled 80–130 % and blanker than ${percent(mostBlank)}: ${blanker.join(', ') || 'none'}\n`)
process.exitCode = figures.some(({ faults }) => faults.length > 0) ? 1 : 0

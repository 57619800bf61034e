/**
 * Raw text as extractors write it of a page, and the same damaged, imported and built by the press, and scored by the bundle that came of it:
 * a line a shape, the mean of the pages, and the worst page. Exits with 1 where a shape that is not damaged is below the goals. Of what is
 * placed and what stands twice, the shingles over a byline count against the press, about one in a hundred; that no letter is lost or
 * doubled is tested elsewhere (`account.test.ts`).
 *
 *   npm run build:press && node tests/bench/raw-text.js <score.mjs> [seeds, 1]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openModules } from './module-server.js'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const [scorer, seeds = '1'] = process.argv.slice(2)
if (!scorer) throw new Error('Name the scorer: node tests/bench/raw-text.js <score.mjs> [seeds]')
const goals = { f1: 0.95, titles: 0.95 }
const work = mkdtempSync(join(tmpdir(), 'banmian-raw-text-'))
const run = (...args) => execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

const scored = ({ name, raw, truth, texts }) => {
  const own = mkdtempSync(join(work, 'page-'))
  const [text, manuscript, site, wanted] = ['page.txt', 'manuscript', 'site', 'truth.json'].map((one) => join(own, one))
  writeFileSync(text, raw)
  writeFileSync(wanted, JSON.stringify(truth))
  writeFileSync(wanted.replace('.json', '.text.json'), JSON.stringify(texts))
  run(path('../../dist/press/cli.js'), 'import', 'ocr-text', text, '--out', manuscript)
  run(path('../../dist/press/cli.js'), 'build', manuscript, '--out', site)
  const { f1, titles, characters } = JSON.parse(run(scorer, join(site, 'data'), wanted, '--json'))
  return { name, f1, titles: titles ? titles.hit / titles.want : 0, ...characters }
}

const modules = await openModules()
let isBelow = false
try {
  const { rawPages } = await modules.ssrLoadModule(path('raw-text-pages.ts'))
  for (const isDamaged of [false, true]) {
    const pages = Array.from({ length: Number(seeds) }, (_, at) => rawPages(at + 1, isDamaged)).flat()
    for (const shape of new Set(pages.map((page) => page.shape))) {
      const scores = pages.filter((page) => page.shape === shape).map(scored)
      const of = (key) => mean(scores.map((score) => score[key]))
      const worst = scores.reduce((one, other) => (other.f1 + other.titles < one.f1 + one.titles ? other : one))
      console.log(
        `${(shape + (isDamaged ? ', damaged' : '')).padEnd(24)} F1 ${of('f1').toFixed(3)}  titles ${of('titles').toFixed(3)}  placed ${of('placed').toFixed(4)}  twice ${of('surplus').toFixed(4)}` +
          `  worst ${worst.name} ${worst.f1.toFixed(2)} / ${worst.titles.toFixed(2)}`,
      )
      if (!isDamaged && Object.entries(goals).some(([key, goal]) => of(key) < goal)) isBelow = true
    }
  }
} finally {
  await modules.close()
  rmSync(work, { recursive: true, force: true })
}
process.exit(isBelow ? 1 : 0)

/**
 * Prints the specimen, and if BANMIAN_REAL_DATA names the real data 人民日报 of 1998-01-11, imports the PDF, and compares what comes of it
 * with what was printed: articles, titles and joins. Of the real PDFs it prints what was found. Exits with 1 below the goals.
 *
 *   npm run build && CHROMIUM=… node tests/bench/pdf-segmentation.js
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openModules } from './module-server.js'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const modules = await openModules()
const module = await modules.ssrLoadModule(path('pdf-figures.ts'))
const goals = { f1: 0.95, titles: 0.95, precision: 1, recall: 0.9 }
const data = process.env.BANMIAN_REAL_DATA
const work = mkdtempSync(join(tmpdir(), 'banmian-pdf-'))
const folder = (name) => {
  mkdirSync(join(work, name), { recursive: true })
  return join(work, name)
}
let isBelow = false

/** The built press prints: it finds the reader's templates beside it. */
const measure = async (name, copy) => {
  const own = folder(name)
  copy(join(own, 'printed'))
  const site = join(own, 'site')
  execFileSync(
    process.execPath,
    [path('../../dist/press/cli.js'), 'build', join(own, 'printed'), '--out', site, '--pdf'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const [pdf] = readdirSync(join(site, 'print'))
  const started = performance.now()
  const figures = await module.figuresOf(
    { pdf: join(site, 'print', pdf), bundle: join(site, 'data', pdf.replace('.pdf', '')) },
    join(own, 'imported'),
  )
  const { f1, titles, jumps, right, articles, found, placed, missed, extra } = figures
  const precision = jumps.made === 0 ? 1 : jumps.right / jumps.made
  const recall = jumps.printed === 0 ? 1 : jumps.right / jumps.printed
  console.log(
    `${name}: ${right} of ${articles} articles, ${found} made, F1 ${f1.toFixed(3)}; titles ${titles.toFixed(3)}`,
  )
  console.log(
    `  jumps: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)} (${jumps.right} of ${jumps.printed}, ${jumps.made} made)`,
  )
  console.log(
    `  letters placed ${placed.toFixed(4)}; imported and built in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  )
  for (const line of missed) console.log(`  missed ${line}`)
  for (const line of extra) console.log(`  made ${line}`)
  if (f1 < goals.f1 || titles < goals.titles || precision < goals.precision || recall < goals.recall) isBelow = true
}

try {
  await measure('specimen', (to) => module.copySpecimen(path('../../docs/specimen'), to))
  if (data) {
    await measure('1998-01-11', (to) => module.copyPfr(data, to))
    for (const name of module.pdfsIn(join(data, 'pdf'))) {
      const found = await module
        .importOne(join(data, 'pdf', name), folder(name))
        .catch((error) => ({ failed: error.message }))
      console.log(`${name}: ${JSON.stringify(found)}`)
    }
  }
} finally {
  await modules.close()
  rmSync(work, { recursive: true, force: true })
}
process.exit(isBelow ? 1 : 0)

/**
 * Prints the specimen, makes pictures of its pages as a scanner does, imports them with --ocr, and compares what comes of it with what was printed:
 * characters, articles and titles, seconds a page and memory. Exits with 1 below the goals.
 *
 *   npm run build && CHROMIUM=… node tests/bench/recognition.js [dots an inch …]
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openModules } from './module-server.js'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const modules = await openModules()
const { copySpecimen } = await modules.ssrLoadModule(path('pdf-figures.ts'))
const { scanPdf, recognitionFiguresOf } = await modules.ssrLoadModule(path('recognition-figures.ts'))
const goals = { characters: 0.88, f1: 0.7 }
const resolutions = process.argv.slice(2).map(Number)
const work = mkdtempSync(join(tmpdir(), 'banmian-recognition-'))
let isBelow = false

try {
  const [printed, site] = [join(work, 'printed'), join(work, 'site')]
  copySpecimen(path('../../docs/specimen'), printed)
  // The built press prints: it finds the reader's templates beside it.
  execFileSync(process.execPath, [path('../../dist/press/cli.js'), 'build', printed, '--out', site, '--pdf'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [pdf] = readdirSync(join(site, 'print'))
  for (const dpi of resolutions.length > 0 ? resolutions : [300, 200]) {
    const own = join(work, String(dpi))
    mkdirSync(own)
    await scanPdf(join(site, 'print', pdf), dpi, join(own, 'scan.pdf'))
    let most = 0
    const watching = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 200)
    const figures = await recognitionFiguresOf(
      { pdf: join(own, 'scan.pdf'), bundle: join(site, 'data', pdf.replace('.pdf', '')) },
      join(own, 'imported'),
      'chi_sim',
    )
    clearInterval(watching)
    const { charactersRight, compared, printed: all, f1, right, articles, found, titles, jumps, placed } = figures
    console.log(
      `${dpi} dots an inch: characters right ${charactersRight.toFixed(4)} in articles that were found (${compared} of ${all} characters), letters placed ${placed.toFixed(4)}`,
    )
    console.log(`  ${right} of ${articles} articles, ${found} made, F1 ${f1.toFixed(3)}; titles ${titles.toFixed(3)}`)
    console.log(`  jumps: ${jumps.right} of ${jumps.printed}, ${jumps.made} made`)
    console.log(
      `  ${(figures.seconds / figures.pages.found).toFixed(1)} s a page, imported and built; ${Math.round(most / 1e6)} MB at most`,
    )
    for (const line of [...figures.findings, ...figures.missed.map((one) => `missed ${one}`)]) console.log(`  ${line}`)
    for (const line of figures.extra) console.log(`  made ${line}`)
    if (charactersRight < goals.characters || f1 < goals.f1) isBelow = true
  }
} finally {
  await modules.close()
  rmSync(work, { recursive: true, force: true })
}
process.exit(isBelow ? 1 : 0)

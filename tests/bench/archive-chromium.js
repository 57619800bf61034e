/**
 * How long a reader waits for a search of the whole archive: in the real reader, in a real Chromium of a phone's size, the processor
 * slowed four times, 150 ms and 1.6 Mbit/s, over HTTP/2 from nginx with deploy/nginx.conf. The archive is generated; its index is
 * built into a folder, if it is not there yet, and put into the specimen's site. Hits are not opened.
 *
 *   npm run build && node tests/bench/archive-chromium.js <folder of indexes> [issues, 100] [runs, 5]
 *
 * 4,489 issues are the goal, of 70 articles and 600 characters. Needs nginx and openssl.
 *
 * The clock starts when Enter is pressed in the search view, so the 180 ms for which typing must stop are not in it, and stops at the
 * first frame on the display that has the count, five hits, ten hits; where there are fewer, all that are shown. Each query has a search
 * view of its own, in which another was asked before, so that no piece of the index is there that only this one reads; for the row of
 * the visit's first query none was, and there is what the open view has read by itself. The browser's cache is on, as for readers. The
 * service worker is blocked: it does not answer for the index. Each run has a browser context of its own and begins with another query.
 *
 * Prints medians with least and most, and what was promised. A count that is shown as exact must be that of the plain scan, one that
 * is not must not be less. Exits with 1 if something promised is not kept.
 */
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findChromium } from '../support/chromium.js'
import { openSearchPage, shownTimes, traceOf } from './support/archive-page.js'
import { median } from './support/figures.js'
import { dateOf, generatedArchive, queriesOf } from './support/generated-archive.js'
import { builtIndex } from './support/generated-index.js'
import { serveHttp2 } from './support/serve-http2.js'

const [folder, issues = 100, runs = 5] = process.argv.slice(2).map((one, index) => (index === 0 ? one : Number(one)))
if (!folder) throw new Error('where is the folder of indexes?')
const size = { issues, articles: 70, characters: 600 }
const phone = { viewport: { width: 412, height: 915 }, deviceScaleFactor: 2.625, isMobile: true, hasTouch: true }
const slow = { slowDown: 4, network: { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 1.6e6 / 8 } }
const promised = { count: 300, five: 600, fiveWorst: 1000, kilobytes: 300 }
const specimen = fileURLToPath(new URL('../../dist/site', import.meta.url))

/** The specimen's site with the index of the archive. */
const siteWith = (files, work) => {
  const site = join(work, 'www')
  cpSync(specimen, site, { recursive: true })
  const own = join(site, 'data/search')
  rmSync(own, { recursive: true })
  symlinkSync(resolve(files), own)
  return site
}

/** What is asked, in the order of the table: the visit's first query, each kind, and some of one year. */
const rowsOf = async () => {
  const rows = (await queriesOf(generatedArchive(size))).map(([kind, query]) => ({ kind, query }))
  const [common] = rows.filter(({ kind, query }) => kind === 'common' && query.length === 2)
  const [some] = rows.filter(({ kind, query }) => kind === 'some' && query.length === 2)
  const year = Math.max(2020, Number(dateOf(issues - 1).slice(0, 4)))
  return [
    { ...some, kind: 'first of a visit', isFirst: true },
    ...rows,
    { ...common, kind: `common, ${year}`, year },
    { ...some, kind: `some, ${year}`, year },
  ]
}

const { files, facts } = await builtIndex(size, folder)
const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`
const sizes = Object.entries(facts.bytes).map(([kind, bytes]) => `${kind} ${mb(bytes)}`)
console.log(
  `${issues} issues, ${((issues * 70 * 600) / 1e6).toFixed(0)} million characters: ${sizes.join(', ')}; built, with a plain scan, in ` +
    `${facts.seconds} s, ${facts.processorSeconds} s of processor, ${facts.mostMemoryMb} MB of memory at most`,
)

/** How many articles the plain scan found. */
const scanned = ({ query, year }) => {
  const years = facts.counts.find((one) => one.query === query)?.years
  if (!years) throw new Error(`the index was built without counting ${query}`)
  return year === undefined ? Object.values(years).reduce((sum, one) => sum + one, 0) : (years[year] ?? 0)
}
const isRight = (row, { count, last }) =>
  [count, last].every((said) => (said.isExact ? said.articles === scanned(row) : said.articles >= scanned(row)))

const work = mkdtempSync(join(tmpdir(), 'archive-chromium-'))
const server = await serveHttp2(siteWith(files, work), work)
const browser = await chromium.launch({ executablePath: await findChromium(), args: server.browserArgs })
const rows = await rowsOf()
const measured = rows.map(() => [])

/** One visit: its first query, then the others, from another one on in each run. */
const visit = async (run) => {
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block' })
  const { ask } = await openSearchPage(context, `${server.origin}/search`, slow)
  const others = [...rows.keys()].slice(1)
  const from = Math.floor((others.length * run) / runs)
  for (const index of [0, ...others.slice(from), ...others.slice(0, from)]) {
    measured[index].push(await ask(`row${index}`, rows[index]))
  }
  await context.close()
}

const shown = (values, digits = 0) => {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)]
  return `${middle.toFixed(digits)} [${least.toFixed(digits)}–${most.toFixed(digits)}]`
}
const mark = (isKept) => (isKept ? '✓' : '✗')

/** A row of the table, and whether it keeps what was promised. */
const lineOf = (row, answers) => {
  const [count, five, ten] = ['count', 'five', 'ten'].map((what) => answers.map(({ times }) => times[what]))
  const [requests, kilobytes] = [answers.map((one) => one.requests), answers.map((one) => one.bytes / 1000)]
  const isKept = {
    count: median(count) <= promised.count,
    five: median(five) <= promised.five && Math.max(...five) <= promised.fiveWorst,
    kilobytes: Math.max(...kilobytes) <= promised.kilobytes,
    right: answers.every((answer) => isRight(row, answer)),
  }
  const [answer] = answers
  const cells = [
    `${row.kind}, ${[...row.query].length}`,
    row.query,
    `${answer.count.isExact ? '' : '≤ '}${answer.count.articles}${isKept.right ? '' : ` WRONG, ${scanned(row)}`}`,
    `${mark(isKept.count)} ${shown(count)}`,
    `${mark(isKept.five)} ${shown(five)}`,
    shown(ten),
    shown(requests),
    `${mark(isKept.kilobytes)} ${shown(kilobytes)}`,
  ]
  return { line: `| ${cells.join(' | ')} |`, isKept: Object.values(isKept).every(Boolean) }
}

try {
  for (let run = 0; run < runs; run++) {
    const times = shownTimes(await traceOf(browser, () => visit(run)))
    for (const [index, answers] of measured.entries()) answers[run].times = times[`row${index}`]
    console.log(`run ${run + 1}, load ${loadavg()[0].toFixed(1)}`)
  }
} finally {
  await browser.close()
  await server.stop()
  rmSync(work, { recursive: true, force: true })
}
console.log(
  `promised: count ≤ ${promised.count} ms; five hits ≤ ${promised.five} ms, none above ${promised.fiveWorst}; ≤ ${promised.kilobytes} kB\n` +
    '| query, characters | | articles | count, ms | five hits, ms | ten hits, ms | requests | kB |\n| - | - | - | - | - | - | - | - |',
)
const lines = rows.map((row, index) => lineOf(row, measured[index]))
for (const { line } of lines) console.log(line)
const kept = lines.filter(({ isKept }) => isKept).length
console.log(`${kept} of ${lines.length} rows keep all that was promised`)
process.exitCode = kept === lines.length ? 0 : 1

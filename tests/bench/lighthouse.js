/**
 * Lighthouse as it is for a phone (mobile, simulated slow 4G, processor slowed four times) on the specimen's site, served by nginx
 * with deploy/nginx.conf: the front page and an article. Prints the scores of each run, their median and spread, and every audit
 * that is not full. Exits with 1 if a median is below what the project promises.
 *
 *   npm run build && node tests/bench/lighthouse.js [runs, 3]
 *
 * Lighthouse weighs 186 MB with all that it needs, so it is fetched when this runs, in this version, and is no dependency.
 */
import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { runnerImport } from 'vite'
import { findChromium } from '../support/chromium.js'

const lighthouse = 'lighthouse@12.8.2'
const runs = Number(process.argv[2] ?? 3)
const promised = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 }
const root = fileURLToPath(new URL('../..', import.meta.url))
const say = (text) => process.stdout.write(`${text}\n`)

const {
  module: { portFree, startNginx },
} = await runnerImport(join(root, 'tests/support/web-servers.ts'), { configFile: false })

const work = mkdtempSync(join(tmpdir(), 'banmian-lighthouse-'))
const site = join(work, 'www')
cpSync(join(root, 'dist/site'), site, { recursive: true })
const port = await portFree()
// Made again for this address, so that canonical addresses are those of the pages that are looked at.
execFileSync(
  'node',
  [join(root, 'dist/press/cli.js'), 'site', site, '--address', `http://127.0.0.1:${port}/`, '--redraw'],
  {
    stdio: 'ignore',
  },
)
const server = await startNginx({ root: site, scratch: work, port })

const issue = readdirSync(join(site, 'data')).find((name) => /^\d{4}-/.test(name))
const [article] = readdirSync(join(site, issue, '1'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
const pages = { 'front page': '/', article: `/${issue}/1/${article.name}` }

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]
const spread = (values) => `${Math.min(...values)}–${Math.max(...values)}`

/** One run, as Lighthouse's own report. Now and then it loses the beginning of its own recording; then it is asked again, aloud. */
const look = async (path, run, left = 2) => {
  const file = join(work, `${run}.json`)
  try {
    await promisify(execFile)(
      'npx',
      [
        ...['--yes', '--package', lighthouse, 'lighthouse', `${server.origin}${path}`, '--quiet'],
        ...['--output=json', `--output-path=${file}`, '--chrome-flags=--headless=new --no-sandbox --lang=zh-CN'],
      ],
      { env: { ...process.env, CHROME_PATH: await findChromium() }, maxBuffer: 1e8 },
    )
  } catch (error) {
    if (left === 0 || !error.stderr?.includes('NO_NAVSTART')) throw error
    say('  (a run without a recording, repeated)')
    return look(path, run, left - 1)
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}

const timings = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
]
let isKept = true
try {
  for (const [name, path] of Object.entries(pages)) {
    const reports = []
    for (let run = 0; run < runs; run++) reports.push(await look(path, run))
    const [first] = reports
    say(
      `\n${name} ${path} (${runs} runs of ${lighthouse}, ${first.environment.hostUserAgent.match(/Chrome\/\d+/)?.[0]})`,
    )
    for (const [category, least] of Object.entries(promised)) {
      const scores = reports.map(({ categories }) => Math.round(categories[category].score * 100))
      const isGood = median(scores) >= least
      isKept &&= isGood
      say(`  ${isGood ? '✓' : '✗'} ${category.padEnd(14)} ${median(scores)} (${spread(scores)}), promised ${least}`)
    }
    for (const id of timings) {
      const values = reports.map(({ audits }) => audits[id].numericValue).map((value) => Number(value.toFixed(3)))
      say(`    ${id.padEnd(26)} ${median(values)} (${spread(values)})`)
    }
    // TBT is about this machine too: Lighthouse slows it down four times, however slow it is already.
    const speeds = reports.map(({ environment }) => Math.round(environment.benchmarkIndex))
    say(`    speed of this machine      ${median(speeds)} (${spread(speeds)}; Lighthouse asks for 1,300 or more)`)
    for (const { url, duration } of (first.audits['long-tasks'].details?.items ?? []).slice(0, 6))
      say(`    long task ${Math.round(duration)} ms in ${url.replace(server.origin, '')}`)
    const largest = first.audits['largest-contentful-paint-element'].details?.items?.[0]?.items?.[0]?.node?.snippet
    say(`    largest paint of ${largest ?? 'nothing'}`)
    const short = new Map()
    for (const { audits, categories } of reports)
      for (const [category, { auditRefs }] of Object.entries(categories))
        for (const { id, weight } of auditRefs) {
          const { score, title, displayValue = '', scoreDisplayMode } = audits[id]
          if (score === null || score === 1 || scoreDisplayMode === 'notApplicable') continue
          short.set(id, `${category}, weight ${weight}: ${title} ${displayValue} (${score})`)
        }
    for (const [id, words] of short) say(`    – ${id}: ${words}`)
  }
} finally {
  await server.stop()
  rmSync(work, { recursive: true, force: true })
}
process.exitCode = isKept ? 0 : 1

/**
 * What a large archive costs: to a site of 4,500 small issues today's is added. Prints the time and memory of the
 * press, which files were written again, and what a reader fetches to open today's paper, beside a site of 30 issues.
 *
 *   npm run build:press && npm run build:app && node tests/bench/archive.js [issues]
 */
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findChromium } from '../support/chromium.js'
import { cloneIssue, dayAfter } from './support/clone-issue.js'

const most = Number(process.argv[2] ?? 4500)
const root = fileURLToPath(new URL('../..', import.meta.url))
const press = join(root, 'dist/press/cli.js')
const work = mkdtempSync(join(tmpdir(), 'banmian-archive-'))
const say = (text) => process.stdout.write(`${text}\n`)
const put = (path, text) => {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
}

const sentence = '这是为量一份大档案排的一则短文，字句都是凑的，只求像一份小报。'
/** Four pages with twelve articles, one of them continued; the same at every run. */
const writeManuscript = (folder, date) => {
  cpSync(join(root, 'docs/specimen/paper.yaml'), join(folder, 'paper.yaml'))
  put(join(folder, 'issue.yaml'), `date: ${date}\n`)
  for (let page = 1; page <= 4; page++)
    for (let no = 1; no <= 3; no++) {
      const continued = page === 1 && no === 1 ? 'continues_on: 2\n' : ''
      const text = sentence.repeat(continued ? 60 : 12)
      put(join(folder, `page-0${page}/0${no}.md`), `---\nheadline: 第${page}版之${no}\n${continued}---\n\n${text}\n`)
    }
}

/** Runs the press; milliseconds and the largest memory that it held, in megabytes. */
const run = (...args) => {
  const hook = join(work, 'memory.cjs')
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(join(work, 'memory'))}, String(process.resourceUsage().maxRSS)))`,
  )
  const started = performance.now()
  execFileSync('node', ['--require', hook, press, ...args], { stdio: 'ignore' })
  return { ms: performance.now() - started, megabytes: Number(readFileSync(join(work, 'memory'), 'utf8')) / 1024 }
}
const said = ({ ms, megabytes }) => `${(ms / 1000).toFixed(1)} s, at most ${megabytes.toFixed(0)} MB`

/** Every file of a site with the time it was written. */
const filesOf = (site) =>
  new Map(
    readdirSync(site, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        const { mtimeMs, size } = statSync(path)
        return [path.slice(site.length + 1), { mtimeMs, size }]
      }),
  )

const first = '2014-01-01'

/** A site with so many issues, each the same but for its date. */
const makeArchive = (site, count) => {
  const manuscript = join(work, 'manuscript')
  writeManuscript(manuscript, first)
  run('build', manuscript, '--out', site)
  const drawn = run('site', site)
  cloneIssue(
    site,
    first,
    Array.from({ length: count - 1 }, (_, index) => dayAfter(first, index + 1)),
  )
  return drawn
}

const addIssue = (site, count) => {
  const manuscript = join(work, `today-${count}`)
  writeManuscript(manuscript, dayAfter(first, count))
  const before = filesOf(site)
  const built = run('build', manuscript, '--out', site)
  const drawn = run('site', site)
  const written = [...filesOf(site)].filter(([path, { mtimeMs }]) => before.get(path)?.mtimeMs !== mtimeMs)
  return { built, drawn, before, written, id: dayAfter(first, count) }
}

/** Bytes and requests of a phone that opens the newest issue for the first time and reads its front page. */
const openToday = async (browser, site) => {
  const server = spawn('node', [press, 'serve', site, '--port', '8700'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await new Promise((resolve) =>
    server.stdout.on('data', (chunk) => {
      const found = /http:\S+/.exec(String(chunk))
      if (found) resolve(found[0])
    }),
  )
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 412, height: 915 } })
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await client.send('Network.enable')
  const seen = { bytes: 0, requests: 0 }
  client.on('Network.loadingFinished', ({ encodedDataLength }) => {
    seen.bytes += encodedDataLength
    seen.requests++
  })
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await context.close()
  server.kill()
  return seen
}

const browser = await chromium.launch({ executablePath: await findChromium(() => undefined) })
try {
  for (const count of [30, most]) {
    const site = join(work, `site-${count}`)
    const one = makeArchive(site, count)
    say(`\n${count} issues of 4 pages and 12 articles`)
    say(`  a site of one issue, drawn for the first time: ${said(one)}`)
    say(`  the lists, the calendar and the feeds of all: ${said(run('site', site))}`)
    say(`  run again, nothing changed: ${said(run('site', site))}`)
    const added = addIssue(site, count)
    say(`  an issue added: built in ${said(added.built)}; drawn in ${said(added.drawn)}`)
    const others = added.written.filter(([path]) => !path.includes(added.id))
    const sum = (files) => files.reduce((bytes, [, { size }]) => bytes + size, 0)
    const again = others.filter(([path]) => added.before.has(path))
    say(
      `  files of the new issue: ${added.written.length - others.length}; others written: ${others.length} of ${added.before.size}, ${(sum(others) / 1024).toFixed(0)} kB (${again.length} of them had been there)`,
    )
    say(
      `    ${others
        .map(([path]) => path.replace(/\.(br|gz)$/, ''))
        .filter((path, index, all) => all.indexOf(path) === index)
        .join(' ')}`,
    )
    const { bytes, requests } = await openToday(browser, site)
    say(`  a reader opens today's paper: ${(bytes / 1024).toFixed(0)} kB in ${requests} requests`)
  }
} finally {
  await browser.close()
  rmSync(work, { recursive: true, force: true })
}

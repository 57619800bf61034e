/**
 * `npm test`: checks, builds, then every test; ends with `N passed, N failed`. A check counts as one. It needs nothing but node:
 * it fetches a Chromium if none is installed. `npm test -- <file…>` runs only the tests of those files, and builds only what
 * they need; `npm test -- --long` runs the tests that are slow and rare.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runChecks } from './check.js'
import { findChromium } from './support/chromium.js'
import { bin, check, root, run, say } from './support/commands.js'

const given = process.argv.slice(2)
const isLong = given.includes('--long')
const files = given.filter((argument) => argument !== '--long')
const isWhole = files.length === 0 && !isLong
const projects = ['node', 'document', 'browser'].flatMap((project) => ['--project', project])

const counts = { passed: 0, failed: 0, skipped: 0 }
const count = (isGood) => counts[isGood ? 'passed' : 'failed']++

if (isWhole) (await runChecks()).forEach(count)

// Two tests that build the same thing at once would be in each other's way.
if (files.length === 0)
  count(await check('press, reader and desk are built', 'node', 'vite/build-stale.js', 'press', 'app', 'desk'))

// Tests of single files look for the browser themselves, if they need one.
if (files.length === 0) {
  process.env.CHROMIUM = await findChromium(say)
  say(`browser tests run in ${process.env.CHROMIUM}`)
}

const report = join(root, 'dist/test-report.json')
mkdirSync(join(root, 'dist'), { recursive: true })
rmSync(report, { force: true })
await run(bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...(isWhole ? projects : isLong ? ['--project', 'long'] : files),
])
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  // A file that does not load, or can't be set up, has no tests that fail: it counts as one.
  const unready = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  )
  counts.passed += numPassedTests
  counts.failed += numFailedTests + unready.length
  counts.skipped += numPendingTests + numTodoTests
} else {
  say('the tests did not run to their end')
  counts.failed++
}

if (isWhole && existsSync(join(root, 'dist/test-site/app.js'))) {
  count(await check('script for the first page within its budget', bin('size-limit')))
  const { output } = await run('node', ['tests/bench/page-bytes.js', 'dist/test-site/data/2026-11-24'], {
    isQuiet: true,
  })
  say(`Bytes of the specimen's typeset pages:\n${output}`)
}

if (files.length > 0 && counts.passed + counts.failed + counts.skipped === 0)
  say(`no test file has a path with ${files.join(' or ')}`)
if (counts.skipped > 0) say(`${counts.skipped} skipped (real data comes by BANMIAN_REAL_DATA)`)
say(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0

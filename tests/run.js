/**
 * `npm test`: checks, builds, then every test; ends with `N passed, N failed`. A check counts as one. Needs nothing but node:
 * packages and a Chromium are fetched where they are missing.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { findChromium } from './support/chromium.js'

const root = new URL('..', import.meta.url)
const say = (text) => process.stdout.write(`${text}\n`)

const run = (command, args, { isQuiet = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => resolve({ isGood: code === 0, output }))
  })

const counts = { passed: 0, failed: 0, skipped: 0 }

const check = async (name, command, ...args) => {
  const started = Date.now()
  const { isGood, output } = await run(command, args, { isQuiet: true })
  counts[isGood ? 'passed' : 'failed']++
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  say(`${isGood ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (!isGood) say(output)
  return isGood
}

const bin = (name) => `node_modules/.bin/${name}`
const roots = readdirSync(new URL('src', root)).filter((name) => existsSync(new URL(`src/${name}/tsconfig.json`, root)))

const checkRoots = async () => {
  for (const name of roots) await check(`types of src/${name}`, bin('vue-tsc'), '-p', `src/${name}`)
  await check('format', bin('prettier'), '--check', '--log-level', 'warn', '.')
}
const checkRest = async () => {
  await check('types of tests', bin('vue-tsc'), '-p', 'tests')
  await check('lint', bin('eslint'), '.')
}
say('Checking types, lint and format…')
// Two at a time: each keeps one core busy.
await Promise.all([checkRoots(), checkRest()])

process.env.CHROMIUM = await findChromium(say)
say(`browser tests run in ${process.env.CHROMIUM}`)

const report = new URL('dist/test-report.json', root)
mkdirSync(new URL('dist', root), { recursive: true })
rmSync(report, { force: true })
await run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report.pathname}`])
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  // A file that does not load has no tests to fail: it counts as one.
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  counts.passed += numPassedTests
  counts.failed += numFailedTests + unloaded.length
  counts.skipped += numPendingTests + numTodoTests
} else {
  say('the tests did not run to their end')
  counts.failed++
}

if (existsSync(new URL('dist/test-site/index.html', root))) {
  await check('script for the first page within 75 kB', bin('size-limit'))
  const { output } = await run('node', ['tests/bench/page-bytes.js', 'dist/test-site/data/2026-11-24'], {
    isQuiet: true,
  })
  say(`Bytes of the specimen's typeset pages:\n${output}`)
}

if (counts.skipped > 0) say(`${counts.skipped} skipped (real data comes by BANMIAN_REAL_DATA)`)
say(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed > 0 ? 1 : 0

/**
 * The page under a slow processor, by what the display showed: opening, turning, zooming, pinching, panning, at a processor slowed
 * four times, on the specimen and on an issue of 12 pages with 60 articles each, beside an empty page under the same gestures. Prints
 * medians, 95th percentiles and the machine's noise; it judges nothing.
 *
 *   npm run build && node tests/bench/reader.js [runs]
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findChromium } from '../support/chromium.js'
import { at, median, noise } from './support/figures.js'
import { serveSite } from './support/serve-site.js'
import { intervals, traced } from './support/trace.js'

const runs = Number(process.argv[2] ?? 5)
const slowDown = 4
const root = fileURLToPath(new URL('../..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'banmian-bench-'))
const say = (text) => process.stdout.write(`${text}\n`)
const rows = []
const record = (what, where, ...values) => {
  const row = rows.find((one) => one.what === what && one.where === where)
  if (row) row.values.push(...values)
  else rows.push({ what, where, values })
}

const phone = { viewport: { width: 412, height: 915 }, deviceScaleFactor: 2.625, hasTouch: true, isMobile: true }
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Fingers: one step about every sixtieth of a second. */
const fingersOf = (client) => {
  const send = (type, spots) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: spots.map(([x, y], id) => ({ x, y, id })) })
  const move = async (count, spotsAt) => {
    const started = performance.now()
    await send('touchStart', spotsAt(0))
    for (let step = 1; step <= count; step++) {
      await send('touchMove', spotsAt(step / count))
      await pause(Math.max(0, started + step * 16 - performance.now()))
    }
    await send('touchEnd', [])
  }
  const tap = async (spot) => {
    await send('touchStart', [spot])
    await send('touchEnd', [])
  }
  return {
    doubleTap: async () => {
      await tap([206, 400])
      await pause(60)
      await tap([206, 400])
    },
    swipe: () => move(9, (share) => [[360 - 300 * share, 460]]),
    pan: () => move(45, (share) => [[300 - 220 * share, 620 - 420 * share]]),
    pinch: () =>
      move(45, (share) => [
        [206 - 40 - 100 * share, 420],
        [206 + 40 + 100 * share, 420],
      ]),
  }
}

const openPhone = async (browser) => {
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block' })
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
  return { page, fingers: fingersOf(client), close: () => context.close() }
}

/** Frames of a gesture, and what it cost. */
const recordGesture = (what, where, { frames, mainMs, rasteredMp }) => {
  record(`${what}: from frame to frame, ms`, where, ...intervals(frames))
  record(`${what}: main thread, ms`, where, mainMs)
  record(`${what}: rastered, megapixels`, where, rasteredMp)
}

const measureIssue = async (browser, where, address) => {
  for (let run = 0; run < runs; run++) {
    const { page, fingers, close } = await openPhone(browser)
    const opening = await traced(browser, () => page.goto(address), 1000)
    record('opening: main thread within a second, ms', where, opening.mainMs)
    record('opening: rastered, megapixels', where, opening.rasteredMp)
    await page.locator('.opening:not(.waiting) > [data-gestures]').waitFor()
    await page.waitForFunction(() => document.querySelectorAll('.opening').length > 1)
    await pause(1500)

    const turn = await traced(browser, fingers.swipe)
    record('turn: finger up to the last frame, ms', where, turn.frames.at(-1) - turn.lifted)
    record('turn: main thread, ms', where, turn.mainMs)
    await pause(1500)

    const zoom = await traced(browser, fingers.doubleTap)
    const after = zoom.frames.filter((time) => time > zoom.lifted)
    record('double tap: finger up to the first frame, ms', where, after[0] - zoom.lifted)
    record('double tap: finger up to the last frame, ms', where, after.at(-1) - zoom.lifted)
    record('double tap: rastered, megapixels', where, zoom.rasteredMp)
    recordGesture('pan', where, await traced(browser, fingers.pan, 100))
    await page.keyboard.press('0')
    await pause(1000)
    recordGesture('pinch', where, await traced(browser, fingers.pinch, 100))
    await close()
  }
}

const measureEmpty = async (browser, address) => {
  for (let run = 0; run < runs; run++) {
    const { page, fingers, close } = await openPhone(browser)
    await page.goto(address)
    recordGesture('pan', 'empty', await traced(browser, fingers.pan, 100))
    await close()
  }
}

const before = noise()
const site = join(work, 'site')
const press = (...args) => execFileSync('node', [join(root, 'dist/press/cli.js'), ...args], { stdio: 'ignore' })
execFileSync('node', [join(root, 'tests/bench/yardstick/crowded-manuscript.js'), join(work, 'manuscript')])
press('build', join(work, 'manuscript'), '--out', site)
press('site', site)
const empty = join(work, 'empty')
cpSync(join(root, 'dist/site/404.html'), join(empty, '404.html'))
writeFileSync(
  join(empty, 'index.html'),
  '<!doctype html><meta name="viewport" content="width=device-width"><title>empty</title><body style="margin:0"><div style="overflow:auto;height:100vh"><div style="width:1600px;height:2400px;background:linear-gradient(#eee,#999)"></div></div>',
)
const browser = await chromium.launch({ executablePath: await findChromium() })
try {
  for (const [where, folder, path] of [
    ['empty', empty, ''],
    ['specimen', join(root, 'dist/site'), '2026-11-24/1'],
    ['crowded', site, '2024-06-14/1'],
  ]) {
    const served = await serveSite(folder)
    if (where === 'empty') await measureEmpty(browser, served.address)
    else await measureIssue(browser, where, served.address + path)
    served.stop()
  }
} finally {
  await browser.close()
  rmSync(work, { recursive: true })
}
const after = noise()

const figure = (value) => value.toFixed(1).padStart(9)
say(`${runs} runs, processor slowed ${slowDown} times`)
say(`${'what'.padEnd(48)}${'where'.padEnd(10)}   median      p95      max   count`)
for (const { what, where, values } of rows.sort((a, b) => (a.what < b.what ? -1 : 1)))
  say(
    `${what.padEnd(48)}${where.padEnd(10)}${figure(median(values))}${figure(at(values, 0.95))}${figure(Math.max(...values))}${String(values.length).padStart(8)}`,
  )
for (const [when, values] of [
  ['before', before],
  ['after', after],
])
  say(`noise of the machine ${when}: median${figure(median(values))}, p95${figure(at(values, 0.95))}`)

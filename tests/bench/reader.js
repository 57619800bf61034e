/**
 * The page under a slow processor: turning, pinching, panning, opening, at a CPU slowed four times, beside an empty page under
 * the same gestures in the same browser. Prints medians, 95th percentiles and the machine's noise; it judges nothing.
 *
 *   npm run build && node tests/bench/reader.js [runs]
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findChromium } from '../support/chromium.js'

const runs = Number(process.argv[2] ?? 5)
const slowDown = 4
const root = fileURLToPath(new URL('../..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'banmian-bench-'))
const say = (text) => process.stdout.write(`${text}\n`)

/** A sheet of 120 small articles before two plain pages, as a manuscript; the same at every run. */
const writeCrowdedManuscript = (folder, paperFrom) => {
  const write = (path, text) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write(
    'paper.yaml',
    readFileSync(join(paperFrom, 'paper.yaml'), 'utf8').replace('sheet: tabloid', 'sheet: broadsheet'),
  )
  write('issue.yaml', 'date: 2026-01-05\n')
  const sentence = '这是为量速度排的一则短讯，字句都是凑的，只求像一张排得很满的报纸。'
  for (const [page, count] of [
    ['01', 120],
    ['02', 8],
    ['03', 8],
  ])
    for (let no = 1; no <= count; no++)
      write(
        `page-${page}/${String(no).padStart(3, '0')}.md`,
        `---\nheadline: 短讯之${no}\nweight: brief\n---\n\n${sentence.repeat(count > 50 ? 1 : 10)}\n`,
      )
}

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' }
const empty = '<!doctype html><meta name="viewport" content="width=device-width"><title>empty</title>'
/** The site's files, and an empty page with a scroller of the same size. */
const serve = (site) =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      const send = (body, type) => response.writeHead(200, { 'content-type': type }).end(body)
      if (pathname === '/empty.html')
        return send(
          `${empty}<body style="margin:0"><div id="s" style="overflow:auto;height:100vh;touch-action:pan-x pan-y"><div style="width:1600px;height:2400px;background:#fbf8f1"></div></div>`,
          'text/html',
        )
      try {
        send(readFileSync(join(site, pathname)), types[extname(pathname)] ?? 'application/octet-stream')
      } catch {
        if (extname(pathname)) response.writeHead(404).end()
        else send(readFileSync(join(site, 'index.html')), 'text/html')
      }
    }).listen(0, '127.0.0.1', () => resolve({ server, address: `http://127.0.0.1:${server.address().port}` }))
  })

const sorted = (values) => [...values].sort((a, b) => a - b)
const at = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN
const median = (values) => at(values, 0.5)
const ms = (value) => value.toFixed(1).padStart(8)
const rows = []
const record = (what, where, values) => rows.push({ what, where, values })

/** Frame times while something goes on; the page counts them itself. */
const framesDuring = async (page, act) => {
  await page.evaluate(() => {
    window.frames = []
    window.isCounting = true
    let before = performance.now()
    const tick = (now) => {
      window.frames.push(now - before)
      before = now
      if (window.isCounting) requestAnimationFrame(tick)
    }
    requestAnimationFrame((now) => {
      before = now
      requestAnimationFrame(tick)
    })
  })
  await act()
  return page.evaluate(() => {
    window.isCounting = false
    return window.frames
  })
}

/** A minute hand for gestures: one step about every sixtieth of a second. */
const steps = async (client, count, spotsAt) => {
  const started = performance.now()
  for (let step = 1; step <= count; step++) {
    await client.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: spotsAt(step / count).map(([x, y], id) => ({ x, y, id })),
    })
    const wait = started + step * 16 - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  }
}
const touch = (client, type, ...spots) =>
  client.send('Input.dispatchTouchEvent', { type, touchPoints: spots.map(([x, y], id) => ({ x, y, id })) })
const pinch = async (client, from, to) => {
  const spots = (distance) => [
    [195 - distance / 2, 400],
    [195 + distance / 2, 400],
  ]
  await touch(client, 'touchStart', ...spots(from))
  await steps(client, 45, (share) => spots(from + (to - from) * share))
  await touch(client, 'touchEnd')
}
const pan = async (client) => {
  await touch(client, 'touchStart', [300, 620])
  await steps(client, 45, (share) => [[300 - 220 * share, 620 - 420 * share]])
  await touch(client, 'touchEnd')
}

const ready = async (page) => {
  await page.locator('.opening:not(.waiting) .typeset .run').first().waitFor()
  await page.locator('.opening:not(.waiting) > [data-gestures]').waitFor()
}
const settled = (page) => page.waitForFunction(() => document.querySelectorAll('.opening').length > 1)

/** From the key that turns to the frame in which a selector of the page on show is there. */
const turnTimes = (page, key, title) =>
  page.evaluate(
    ([pressed, wanted]) =>
      new Promise((resolve) => {
        const started = performance.now()
        const times = {}
        const tick = () => {
          const shown = document.querySelector('.opening:not(.waiting)')
          const isThere = document.querySelector('#page-title')?.textContent?.includes(wanted)
          // What the document holds in this frame is painted before the next task.
          const hasBoxes = isThere && shown?.querySelector('.headline, .furniture, .thumb .title')
          const hasText = isThere && shown?.querySelector('.run')
          setTimeout(() => {
            const now = performance.now() - started
            if (hasBoxes) times.boxes ??= now
            if (hasText) times.text ??= now
            if (times.text) resolve(times)
            else requestAnimationFrame(tick)
          })
        }
        window.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }))
        requestAnimationFrame(tick)
      }),
    [key, title],
  )

/** Measures the first page of an issue: reached from the second, which has it laid out, and from a far one, which has not. */
const measureSite = async (browser, name, address, issue, far) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 3,
    hasTouch: true,
    isMobile: true,
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  const slow = (rate) => client.send('Emulation.setCPUThrottlingRate', { rate })
  const open = async (number) => {
    await slow(1)
    await page.goto(`${address}/${issue}/${number}`)
    await ready(page)
    await settled(page)
    // Both neighbours, where there are two, and quiet after them.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)))
    await slow(slowDown)
  }
  const prepared = []
  const cold = { boxes: [], text: [] }
  const opened = []
  const frames = { pinch: [], pan: [] }
  for (let run = 0; run < runs; run++) {
    await open(2)
    prepared.push((await turnTimes(page, 'PageUp', '第一版')).text)
    await open(far)
    const away = await turnTimes(page, 'Home', '第一版')
    cold.boxes.push(away.boxes)
    cold.text.push(away.text)

    await open(1)
    frames.pinch.push(await framesDuring(page, () => pinch(client, 80, 280)))
    await page.waitForFunction(() => !document.querySelector('[data-moving]'))
    frames.pan.push(await framesDuring(page, () => pan(client)))

    await open(1)
    const box = await page.locator('.opening:not(.waiting) .typeset .region').nth(2).boundingBox()
    const spot = [box.x + box.width / 2, box.y + Math.min(box.height, 20) / 2]
    const waited = page.evaluate(
      () =>
        new Promise((resolve) => {
          let lifted = 0
          document.addEventListener('touchend', (event) => (lifted = event.timeStamp), { once: true, capture: true })
          const tick = () => {
            if (document.querySelector('#article-title')) setTimeout(() => resolve(performance.now() - lifted - 250))
            else requestAnimationFrame(tick)
          }
          requestAnimationFrame(tick)
        }),
    )
    await touch(client, 'touchStart', spot)
    await touch(client, 'touchEnd')
    opened.push(await waited)
  }
  record('turn to a prepared neighbour: text', name, prepared)
  record('turn to a cold page: boxes and titles', name, cold.boxes)
  record('turn to a cold page: text', name, cold.text)
  record('article after the double-tap window', name, opened)
  record('pinch, a frame', name, frames.pinch.flat())
  record('pan, a frame', name, frames.pan.flat())
  await context.close()
}

const measureEmpty = async (browser, address) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 3,
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  const frames = { pinch: [], pan: [] }
  for (let run = 0; run < runs; run++) {
    await page.goto(`${address}/empty.html`)
    await client.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
    frames.pinch.push(await framesDuring(page, () => pinch(client, 80, 280)))
    frames.pan.push(await framesDuring(page, () => pan(client)))
  }
  record('pinch, a frame', 'empty page', frames.pinch.flat())
  record('pan, a frame', 'empty page', frames.pan.flat())
  await context.close()
}

/** The same sum again and again: how far the machine itself strays. */
const noise = () =>
  Array.from({ length: 15 }, () => {
    const started = performance.now()
    let sum = 0
    for (let index = 0; index < 20_000_000; index++) sum += index % 7
    return performance.now() - started + (sum < 0 ? 1 : 0)
  })

const before = noise()
const crowded = join(work, 'manuscript')
writeCrowdedManuscript(crowded, join(root, 'docs/specimen'))
cpSync(join(root, 'dist/site'), join(work, 'site'), { recursive: true })
execFileSync('node', [join(root, 'dist/press/cli.js'), 'build', crowded, '--out', join(work, 'site')], {
  stdio: 'ignore',
})
const regions = JSON.parse(readFileSync(join(work, 'site/data/2026-01-05/issue.json'), 'utf8')).pages[0].renditions[0]
  .regions.length
const { server, address } = await serve(join(work, 'site'))
const browser = await chromium.launch({ executablePath: await findChromium() })
try {
  await measureEmpty(browser, address)
  await measureSite(browser, 'specimen', address, '2026-11-24', 7)
  await measureSite(browser, `${regions} regions`, address, '2026-01-05', 3)
} finally {
  await browser.close()
  server.close()
  rmSync(work, { recursive: true })
}
const after = noise()

say(`${runs} runs, processor slowed ${slowDown} times; milliseconds`)
say(`${'what'.padEnd(42)}${'where'.padEnd(14)}  median     p95     max   >50 ms   count`)
for (const { what, where, values } of rows)
  say(
    `${what.padEnd(42)}${where.padEnd(14)}${ms(median(values))}${ms(at(values, 0.95))}${ms(Math.max(...values))}${String(values.filter((value) => value > 50).length).padStart(8)}${String(values.length).padStart(8)}`,
  )
for (const [when, values] of [
  ['before', before],
  ['after', after],
])
  say(`noise of the machine ${when}: median ${ms(median(values)).trim()} p95 ${ms(at(values, 0.95)).trim()}`)

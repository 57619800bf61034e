/**
 * The library in a real Chromium, on the specimen or another site: opening a saved issue with the network off at 4× slow-down, saving beside the
 * plain fetch of the same bytes, the database beside the bundle, and opening with 500 saved issues. Medians, p95, spread.
 *
 *   npm run build && node tests/bench/library.js [rounds] [site]
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../support/chromium.js'
import { serveSite } from './support/serve-site.js'

const rounds = Number(process.argv[2] ?? 9)
const site = process.argv[3] ?? 'dist/site'
const data = join(site, 'data')
const issue = readdirSync(data).find((name) => /^\d{4}-\d{2}-\d{2}/.test(name))
const files = readdirSync(join(data, issue))
const bundleBytes = files.reduce((sum, name) => sum + statSync(join(data, issue, name)).size, 0)

const { address, stop } = await serveSite(site)

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
const print = (name, values, unit = 'ms') => {
  const sorted = [...values].sort((a, b) => a - b)
  const numbers = [at(sorted, 0.5), at(sorted, 0.95), sorted[0], sorted.at(-1)].map((value) => value.toFixed(0))
  console.log(`${name.padEnd(62)} median ${numbers[0]}, p95 ${numbers[1]}, ${numbers[2]}–${numbers[3]} ${unit}`)
}

const profile = mkdtempSync(join(tmpdir(), 'bench-'))
const context = await chromium.launchPersistentContext(profile, {
  executablePath: await findChromium(),
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
})
const page = await context.newPage()
const client = await context.newCDPSession(page)

/** Notes when the page's first title and its first line have been painted, milliseconds from the beginning of the navigation. */
await page.addInitScript(() => {
  const seen = {}
  window.seen = seen
  const tick = () => {
    // A page that came as HTML is in the document before it is shown.
    const [hasTitle, hasText] = ['.headline', '.run'].map((what) =>
      document.querySelector(`.typeset ${what}`)?.checkVisibility({ visibilityProperty: true }),
    )
    // What is shown in this frame is painted before the next task.
    setTimeout(() => {
      if (hasTitle) seen.title ??= performance.now()
      if (hasText) seen.text ??= performance.now()
    })
    if (!hasText) requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
})
const saved = page.getByRole('button', { name: '已存' })
const openOnce = async () => {
  await page.goto(`${address}${issue}/1`, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.seen?.text !== undefined)
  return page.evaluate(() => window.seen)
}

const saves = []
const fetches = []
for (let round = 0; round < rounds; round++) {
  await openOnce()
  fetches.push(
    await page.evaluate(
      async ([folder, names]) => {
        const start = performance.now()
        const waiting = [...names]
        const worker = async () => {
          for (let name = waiting.shift(); name; name = waiting.shift())
            await (await fetch(`${folder}${name}`, { cache: 'no-store' })).arrayBuffer()
        }
        await Promise.all([1, 2, 3, 4].map(worker))
        return performance.now() - start
      },
      [`${address}data/${issue}/`, files],
    ),
  )
  if (await saved.isVisible()) {
    await saved.click()
    await page.getByRole('button', { name: '删除', exact: true }).click()
  }
  await client.send('Network.setCacheDisabled', { cacheDisabled: true })
  const save = page.getByRole('button', { name: '存到本机' })
  await save.waitFor()
  saves.push(
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const start = performance.now()
          const box = document.querySelector('.saving')
          new MutationObserver((_, observer) => {
            if (!box.querySelector('.saved')) return
            observer.disconnect()
            resolve(performance.now() - start)
          }).observe(box, { subtree: true, childList: true, attributes: true })
          box.querySelector('button').click()
        }),
    ),
  )
  await client.send('Network.setCacheDisabled', { cacheDisabled: false })
}
print(`plain fetch of ${(bundleBytes / 1e6).toFixed(2)} MB, four at once`, fetches)
print('save of the same: fetched, verified, written, committed', saves)

await page.evaluate(() => navigator.serviceWorker.ready)
const { usage, databaseBytes } = await page.evaluate(async () => {
  const estimate = await navigator.storage.estimate()
  return { usage: estimate.usage, databaseBytes: estimate.usageDetails?.indexedDB ?? estimate.usage }
})
console.log(
  `bundle ${(bundleBytes / 1e6).toFixed(2)} MB, database ${(databaseBytes / 1e6).toFixed(2)} MB ` +
    `(${(databaseBytes / bundleBytes).toFixed(2)} ×), whole origin ${(usage / 1e6).toFixed(2)} MB`,
)

const openOffline = async (name) => {
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await context.setOffline(true)
  await openOnce()
  const times = []
  for (let round = 0; round < rounds; round++) times.push(await openOnce())
  print(
    `${name}: titles`,
    times.map(({ title }) => title),
  )
  print(
    `${name}: text`,
    times.map(({ text }) => text),
  )
  await context.setOffline(false)
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 })
}
await openOffline('a saved issue, network off, 4× slow-down')

/** 499 more: the rows and parts of the one that is saved, under other dates. */
await page.evaluate(async () => {
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open('banmian-library')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const all = (store, transaction) =>
    new Promise((resolve) => {
      transaction.objectStore(store).getAll().onsuccess = ({ target }) => resolve(target.result)
    })
  const reading = db.transaction(['issues', 'parts'])
  const [[row], parts] = await Promise.all([all('issues', reading), all('parts', reading)])
  // Text and typeset pages of each; the pictures would only make the disk fuller.
  const small = parts.filter(({ bytes }) => bytes.byteLength < 30_000)
  for (let index = 1; index < 500; index++) {
    const id = new Date(Date.UTC(2020, 0, index)).toISOString().slice(0, 10)
    const text = new TextDecoder().decode(row.issueJson).replace(`"id":"${row.issue}"`, `"id":"${id}"`)
    const writing = db.transaction(['issues', 'parts'], 'readwrite')
    writing.objectStore('issues').put({ ...row, issue: id, issueJson: new TextEncoder().encode(text) })
    for (const part of small) writing.objectStore('parts').put({ ...part, issue: id })
    await new Promise((resolve) => (writing.oncomplete = resolve))
  }
  db.close()
})
await openOffline('the same with 500 saved')

const lists = []
for (let round = 0; round < rounds; round++) {
  await page.goto(`${address}library`, { waitUntil: 'commit' })
  await page.locator('.shelf li').first().waitFor()
  lists.push(await page.evaluate(() => performance.now()))
}
print('the library’s list of 500 issues', lists)

await context.close()
rmSync(profile, { recursive: true, force: true })
stop()

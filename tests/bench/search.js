/**
 * How long a search takes over 500 saved issues: until the first result and until the whole was gone through, in a real
 * browser, over the specimen multiplied. The texts are put into the library's own databases as 500 savings would leave them.
 *
 *   npm run build && node tests/bench/search.js [slow-down of the processor] [issues]
 *
 * A search ends when 100 articles are listed, so a common word is done long before the last issue. Prints median and spread
 * of five runs a query: with the texts read from the cache of an earlier start, and with them at hand; beside them one bare walk
 * through all rows of the cache, which no search of a fresh start can be faster than.
 */
import { chromium } from 'playwright-core'
import { findChromium } from '../support/chromium.js'
import { serveSite } from './support/serve-site.js'

const [slowDown = 1, issues = 500] = process.argv.slice(2).map(Number)
const site = 'dist/site'
const runs = 5
/** A rare word, a common one, one character that is everywhere, two words, one in vain. */
const queries = ['石桥', '版面', '的', '长辈 字号', '这里没有的词']

const { address, stop } = await serveSite(site)

const browser = await chromium.launch({ executablePath: await findChromium(() => undefined) })
const page = await browser.newPage()
await page.route('**/sw.js', (route) => route.abort())

/** The specimen saved once through the reader, searched once so that its text is in the cache, then multiplied in place. */
await page.goto(address)
await page.getByRole('button', { name: '存到本机' }).click()
await page.getByRole('button', { name: '已存' }).waitFor()
await page.goto(`${address}search?q=${encodeURIComponent(queries[0])}`)
await page.locator('.result').first().waitFor()
await page
  .getByText(/找到 \d+ 篇/)
  .first()
  .waitFor()
const characters = await page.evaluate(async (count) => {
  const open = (name) =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const done = (transaction) =>
    new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onerror = () => reject(transaction.error)
    })
  const all = (store) =>
    new Promise((resolve) => {
      const request = store.getAll()
      request.onsuccess = () => resolve(request.result)
    })
  const library = await open('banmian-library')
  const texts = await open('banmian-texts')
  const [row] = await all(library.transaction('issues').objectStore('issues'))
  const [cached] = await all(texts.transaction('texts').objectStore('texts'))
  const text = JSON.parse(new TextDecoder().decode(cached.textJson))
  const rows = []
  for (let index = 1; index < count; index++) {
    const issue = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10)
    const textJson = new TextEncoder().encode(JSON.stringify({ ...text, issue, date: issue }) + '\n')
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', textJson))
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
    rows.push({ ...cached, issue, textJson, sha256 })
  }
  const saving = library.transaction('issues', 'readwrite')
  const caching = texts.transaction('texts', 'readwrite')
  for (const [index, cachedRow] of rows.entries()) {
    saving.objectStore('issues').put({ ...row, issue: cachedRow.issue, savedAt: row.savedAt + index + 1 })
    caching.objectStore('texts').put(cachedRow)
  }
  await Promise.all([done(saving), done(caching)])
  library.close()
  texts.close()
  return text.articles.reduce((sum, { text }) => sum + text.length, 0)
}, issues)

const client = await page.context().newCDPSession(page)
await client.send('Emulation.setCPUThrottlingRate', { rate: slowDown })

/** Types a query and watches the list, all inside the page; milliseconds from the press of Enter. */
const search = (query) =>
  page.evaluate(
    (text) =>
      new Promise((resolve) => {
        const field = document.querySelector('#search-field')
        const main = document.querySelector('main')
        let started = 0
        let first
        const observer = new MutationObserver(() => {
          const said = main.querySelector('.count')?.textContent ?? ''
          const isFor = new URL(location.href).searchParams.get('q') === text
          if (!isFor) return
          if (first === undefined && main.querySelector('.result')) first = performance.now() - started
          if (/找到/.test(said) || main.querySelector('.nothing')) {
            observer.disconnect()
            resolve({ first, whole: performance.now() - started })
          }
        })
        field.value = ''
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))
        field.form.requestSubmit()
        // The list of the query before must be gone before the clock means anything.
        const begin = () => {
          if (main.querySelector('.result, .nothing')) return requestAnimationFrame(begin)
          started = performance.now()
          observer.observe(main, { subtree: true, childList: true, characterData: true })
          field.value = text
          field.dispatchEvent(new InputEvent('input', { bubbles: true }))
          field.form.requestSubmit()
        }
        begin()
      }),
    query,
  )

/** The control: every row of the cache, read and thrown away. */
const walk = () =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const started = performance.now()
        const request = indexedDB.open('banmian-texts')
        request.onsuccess = () => {
          const cursor = request.result.transaction('texts').objectStore('texts').openCursor()
          cursor.onsuccess = () => {
            if (cursor.result) return cursor.result.continue()
            request.result.close()
            resolve(performance.now() - started)
          }
        }
      }),
  )

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const shown = (values) => {
  const known = values.filter((value) => value !== undefined)
  if (known.length === 0) return '-'.padStart(22)
  const [low, high] = [Math.min(...known), Math.max(...known)].map(Math.round)
  return `${Math.round(median(known))} ms (${low}–${high})`.padStart(22)
}
const report = (name, first, whole) => process.stdout.write(`${name.padEnd(30)}${shown(first)}${shown(whole)}\n`)

process.stdout.write(
  `${issues} issues, ${((characters * issues) / 1e6).toFixed(1)} million characters, processor slowed ${slowDown}×, ${runs} runs; median (least–most)\n` +
    `${''.padEnd(30)}${'first result'.padStart(22)}${'whole'.padStart(22)}\n`,
)
const walks = []
for (let run = 0; run < runs; run++) walks.push(await walk())
report('control: all rows read', [], walks)
for (const query of queries) {
  const cold = []
  const warm = []
  for (let run = 0; run < runs; run++) {
    await page.goto(`${address}search`)
    await page.locator('#search-field').waitFor()
    cold.push(await search(query))
    warm.push(await search(query))
  }
  for (const [name, times] of [
    [`${query}, app just started`, cold],
    [`${query}, again`, warm],
  ])
    report(
      name,
      times.map(({ first }) => first),
      times.map(({ whole }) => whole),
    )
}
await browser.close()
stop()

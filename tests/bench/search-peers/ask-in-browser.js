import { median } from '../support/figures.js'

/** A visit has asked before it is measured, for what is nowhere: then all are open, and roots of their trees are there. */
const askedBefore = ['z', 'zz', 'zzz']
const firstHits = 10
const timedRuns = 3

/** Holds what a page fetches until nothing more is asked for: what is held together is one round. */
const holdFetches = () => {
  const fetchNow = window.fetch
  const held = { rounds: 0 }
  window.heldFetches = held
  let waiting = []
  const release = () => {
    if (waiting.length === 0) return
    held.rounds++
    for (const answer of waiting.splice(0)) answer()
  }
  window.fetch = (...request) =>
    new Promise((resolve, reject) => {
      waiting.push(() => fetchNow(...request).then(resolve, reject))
      setTimeout(release, 10)
    })
}

/** A page for visits with fetches counted and one for visits that are timed: to load it again is a new visit, and soon done. */
export const openPages = async (browser) => {
  const [counted, timed] = [await browser.newPage(), await browser.newPage()]
  await counted.addInitScript(holdFetches)
  return { counted, timed }
}

const startVisit = async ({ pages, server, engine, isCounted }) => {
  const page = isCounted ? pages.counted : pages.timed
  await page.goto(`${server.address}/ask.html`)
  const from = { ...server.log }
  await page.evaluate(
    async ({ code, options }) => {
      const { open } = await import(code)
      window.archive = await open(options)
    },
    { code: `/code/${engine.code}.js`, options: { ...engine.options, isCounted } },
  )
  for (const query of askedBefore)
    await page.evaluate((words) => window.archive.search(words).then(({ articles }) => articles), query)
  return { page, opening: sinceThen(server.log, from) }
}

const sinceThen = (log, from) => ({ requests: log.requests - from.requests, bytes: log.bytes - from.bytes })
const roundsOf = (page, engine, requests) =>
  engine.isSerial ? requests : page.evaluate(() => window.heldFetches.rounds)

/** Searches in the page; gives what is found, and what it took to the count and to the first hits. */
const askOnce = async (page, query) => {
  const count = await page.evaluate(async (words) => {
    const started = performance.now()
    window.answer = await window.archive.search(words)
    return { articles: window.answer.articles, isExact: window.answer.isExact, ms: performance.now() - started }
  }, query)
  const readFirst = () =>
    page.evaluate(async (most) => {
      const started = performance.now()
      const names = await window.answer.first(most)
      return { names, ms: performance.now() - started }
    }, firstHits)
  return { count, readFirst }
}

/** What one query fetches and finds, in a visit of its own. @param mostChecked of hits that must be read to be known */
const askCounted = async (visit, query, mostChecked) => {
  const { engine, server } = visit
  const { page } = await startVisit({ ...visit, isCounted: true })
  const from = { ...server.log }
  const roundsBefore = await roundsOf(page, engine, 0)
  const costNow = async () => {
    const own = sinceThen(server.log, from)
    return { ...own, rounds: (await roundsOf(page, engine, own.requests)) - roundsBefore }
  }
  const { count, readFirst } = await askOnce(page, query)
  const toCount = await costNow()
  const first = await readFirst()
  const toHits = await costNow()
  const all = await page.evaluate((most) => window.answer.all(most), mostChecked)
  return { count, first: first.names, toCount, toHits, all }
}

const askTimed = async (visit, query) => {
  const runs = []
  let opened
  for (let run = 0; run < timedRuns; run++) {
    const { page, opening } = await startVisit({ ...visit, isCounted: false })
    opened = opening
    const { count, readFirst } = await askOnce(page, query)
    runs.push(count.ms + (await readFirst()).ms)
  }
  return { opening: opened, ms: { median: median(runs), least: Math.min(...runs), most: Math.max(...runs) } }
}

/** @param visit `{ pages, server, engine }` */
export const ask = async (visit, query, mostChecked) => ({
  ...(await askCounted(visit, query, mostChecked)),
  ...(await askTimed(visit, query)),
})

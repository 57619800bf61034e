/**
 * The reader's search of the archive in a real Chromium: asks as a reader does, and tells by the browser's trace when the frame was
 * shown that has the answer.
 */

/** Runs in the page. Marks in the trace when a query is asked, and the first frame each whose document has the count and the hits. */
const installAsking = () => {
  const archive = () => document.querySelector('.archive')
  const nextFrame = () => new Promise(requestAnimationFrame)
  const submit = (text) => {
    const field = document.querySelector('#search-field')
    field.value = text
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    // Enter, which does not wait until typing stops.
    field.form.requestSubmit()
  }
  /** As if the reader came back to an address of the open reader: a year is in the address only. */
  const moveTo = (query, year) => {
    history.pushState(history.state, '', `search?q=${encodeURIComponent(query)}&year=${year}`)
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
  }
  const answerNow = () => {
    const own = archive()
    const line = own?.textContent.trim() ?? ''
    const [, isAbout, articles] = /找到(约)? (\d+) 篇/.exec(line) ?? []
    const isNothing = line.endsWith('没有。') || (!own && document.querySelector('.nothing') !== null)
    if (own?.querySelector('.button')) throw new Error(line)
    return {
      count: isNothing ? { articles: 0, isExact: true } : articles && { articles: Number(articles), isExact: !isAbout },
      hits: document.querySelectorAll('.result').length,
      isOver: isNothing || own?.closest('[aria-busy]').getAttribute('aria-busy') === 'false',
    }
  }
  window.clearArchive = async () => {
    submit('')
    while (archive() || document.querySelector('.nothing')) await nextFrame()
  }
  window.askArchive = async (key, query, year) => {
    const seen = new Set()
    const mark = (what) => {
      if (seen.has(what)) return
      seen.add(what)
      performance.mark(`${key} ${what}`)
    }
    let first
    mark('asked')
    if (year === undefined) submit(query)
    else moveTo(query, year)
    for (;;) {
      await nextFrame()
      const { count, hits, isOver } = answerNow()
      if (count) {
        mark('count')
        first ??= count
      }
      // Where there are fewer, all that there are.
      if (hits >= 5 || isOver) mark('five')
      if (hits >= 10 || isOver) mark('ten')
      // Of what was not found so far, no count is shown.
      if (isOver) return { count: first, last: count ?? first, hits }
    }
  }
}

/** Requests of the index's files and their bytes with headers, as they came over the network. */
const countRequests = (client) => {
  const own = new Map()
  client.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.includes('/data/search/')) own.set(requestId, { url: request.url, bytes: 0 })
  })
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = own.get(requestId)
    if (request) request.bytes = encodedDataLength
  })
  return {
    clear: () => own.clear(),
    sum: () => ({
      requests: own.size,
      bytes: [...own.values()].reduce((sum, { bytes }) => sum + bytes, 0),
    }),
  }
}

/** A character that no article has, nor any query that is measured. */
const elsewhere = '鱻'

/** A phone's page of the reader's search, slowed, with nothing asked yet. */
export const openSearchPage = async (context, address, { slowDown, network }) => {
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await client.send('Network.enable')
  await client.send('Network.emulateNetworkConditions', { offline: false, ...network })
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
  const log = countRequests(client)
  await page.addInitScript(installAsking)
  /** The search view, with what it reads by itself. */
  const open = async () => {
    await page.goto(address)
    await page.locator('#search-field').waitFor()
    await page.waitForLoadState('networkidle')
  }
  await open()
  const search = (...asked) => page.evaluate((query) => window.askArchive(...query), asked)
  const clear = () => page.evaluate(() => window.clearArchive())
  /** Has what any other query leaves, and no piece of the index that only this one reads: the app keeps pieces as long as it is open. */
  const forget = async () => {
    await open()
    await search('other', elsewhere)
    await clear()
  }
  /** Asks one query as if nothing of it had ever been fetched; the first of a visit without another before it. */
  const ask = async (key, { query, year, isFirst }) => {
    if (!isFirst) await forget()
    // What is left of the query before must not be paid by this one.
    await page.waitForTimeout(150)
    log.clear()
    const answer = await search(key, query, year)
    await page.waitForTimeout(100)
    return { ...answer, ...log.sum() }
  }
  return { page, ask }
}

const categories = ['blink.user_timing', 'devtools.timeline']

/** The browser's trace of what goes on. */
export const traceOf = async (browser, act, more = []) => {
  const client = await browser.newBrowserCDPSession()
  const events = []
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve))
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: [...categories, ...more] },
  })
  await act()
  await client.send('Tracing.end')
  await complete
  await client.detach()
  return events
}

/** The frames of pages, in their order: when each began, and when the display had it, if it changed anything. */
const framesOf = (events) => {
  const shown = new Map()
  for (const { name, args, ts } of events) if (name === 'AnimationFrame::Presentation') shown.set(args.id, ts)
  return events
    .filter(({ name, ph }) => name === 'AnimationFrame' && ph === 'b')
    .map(({ pid, args, ts }) => ({ pid, from: ts, shown: shown.get(args.id) }))
    .sort((one, other) => one.from - other.from)
}

/**
 * Milliseconds from each `<key> asked` to when the display had the frame in which another mark of the key was made.
 * @returns by key, an object of what was marked
 */
export const shownTimes = (events) => {
  const frames = framesOf(events)
  const marks = events.filter(({ cat, name }) => cat.includes('blink.user_timing') && /^row\d+ /.test(name))
  const asked = new Map(
    marks.filter(({ name }) => name.endsWith(' asked')).map(({ name, ts }) => [name.split(' ')[0], ts]),
  )
  const times = {}
  for (const { name, ts, pid } of marks) {
    const [key, what] = name.split(' ')
    if (what === 'asked') continue
    const own = frames.filter((one) => one.pid === pid)
    const at = own.findLastIndex(({ from }) => from <= ts)
    const frame = own.slice(Math.max(0, at)).find((one) => one.shown !== undefined)
    if (!frame) throw new Error(`the display never had ${name}`)
    ;(times[key] ??= {})[what] = (frame.shown - asked.get(key)) / 1000
  }
  return times
}

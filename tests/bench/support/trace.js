/** Edge of a tile that Chromium rasters without a graphics processor, device pixels. */
const tileEdge = 256

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', 'cc', 'viz', 'benchmark']

/**
 * What the browser did while something went on, from its own trace: the frames that the display showed, not those that the page
 * was offered; the time of the page's main thread; and what was rastered.
 * @returns frame times in milliseconds from the beginning; main thread in milliseconds; rastered megapixels
 */
export const traced = async (browser, act, settleMs = 1500) => {
  const client = await browser.newBrowserCDPSession()
  const events = []
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve))
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: categories },
  })
  await act()
  await new Promise((resolve) => setTimeout(resolve, settleMs))
  await client.send('Tracing.end')
  await complete
  await client.detach()

  const named = (name) => events.filter((event) => event.name === name && event.ph !== 'E')
  const frames = named('Display::DrawAndSwap')
    .map(({ ts }) => ts / 1000)
    .sort((a, b) => a - b)
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const mainMs = events
    .filter(
      ({ name, ph, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && ph === 'X' && mains.has(`${pid} ${tid}`),
    )
    .reduce((sum, { dur = 0 }) => sum + dur / 1000, 0)
  const touches = events
    .filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'touchend')
    .map(({ ts }) => ts / 1000)
  return {
    frames,
    /** When the last finger left the screen, as the page heard of it. */
    lifted: Math.max(...touches, -Infinity),
    mainMs,
    rasteredMp: (named('RasterTask').length * tileEdge * tileEdge) / 1e6,
  }
}

/** Time from each frame to the next. */
export const intervals = (frames) => frames.slice(1).map((time, index) => time - frames[index])

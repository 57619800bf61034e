import ours from './ours.mjs'

/** Milliseconds in which the app does what can wait: the worker installs, what belongs to a saved issue is kept. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 8000))
const saveButton = `document.querySelector('.saving button')`

/** The issue is saved beforehand: the first visit is one with the network, the last one without. */
export default {
  ...ours,
  name: 'ours (saved)',
  id: 'ours-saved',
  site: { ...ours.site, port: 8486 },
  prepare: async (page, { url }) => {
    const leave = () => page.cdp('Page.navigate', { url: 'about:blank' })
    await page.cdp('Page.navigate', { url })
    await page.waitFor(`navigator.serviceWorker.getRegistration().then((found) => !!found)`)
    // The bench holds a worker that a page starts until that page is left.
    await leave()
    await pause()
    await page.cdp('Page.navigate', { url })
    await page.waitFor(`!!navigator.serviceWorker.controller && !!document.querySelector('[data-gestures]')`, 120_000)
    await page.evaluate(`${saveButton}.click()`)
    await page.waitFor(`!!document.querySelector('.saving .saved')`)
    await pause()
    await leave()
    await pause()
  },
}

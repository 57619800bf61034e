import ours from './ours.mjs'

/** The last issue saved, and what belongs to it kept: the first visit is one with the network, the last one without. */
export default {
  ...ours,
  name: 'ours (saved)',
  id: 'ours-saved',
  site: { ...ours.site, port: 8486 },
  prepare: async (page, { url }) => {
    await page.cdp('Page.navigate', { url })
    await page.waitFor(`document.querySelector('.saving button')`)
    await page.waitFor(`!!navigator.serviceWorker.controller`)
    await page.evaluate(`document.querySelector('.saving button').click()`)
    await page.waitFor(`!!document.querySelector('.saving .saved')`)
    // What is kept beside the issue comes when the app has nothing else to do.
    await new Promise((resolve) => setTimeout(resolve, 6000))
    await page.cdp('Page.navigate', { url: 'about:blank' })
    await new Promise((resolve) => setTimeout(resolve, 800))
  },
}

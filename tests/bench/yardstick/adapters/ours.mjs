import { firstPage, paper, sheet } from './_ours.mjs'

const width = `${sheet}.getBoundingClientRect().width`

export default {
  ...paper,
  name: 'ours (typeset)',
  id: 'ours',
  site: { port: 8481, root: process.env.OURS_DIST ?? 'site', spa: true },
  url: ({ siteOrigin }) => siteOrigin + firstPage,
  nextPage: (page) => page.swipe(360, 460, 60, 460, 140),
  zoomTo: async (page) => {
    await page.doubleTap(206, 400)
    const tapped = page.lastInput
    await page.waitFor(`${width} > 600`, 20_000, 50).catch(() => undefined)
    page.lastInput = tapped
  },
  // By the key that fits the page to the width: after a pan, the list under the page may be where a finger would tap.
  zoomReset: async (page) => {
    if ((await page.evaluate(width)) < 430) return
    await page.key('0', 'Digit0')
    await page.waitFor(`${width} < 430`, 20_000, 50).catch(() => undefined)
  },
  openArticle: (page) => page.tapOn(`document.querySelector('.opening:not(.waiting) .articles a')`),
  articleOpen: `!!document.querySelector('#article-title')`,
  articleBack: (page) => page.evaluate('history.back()'),
}

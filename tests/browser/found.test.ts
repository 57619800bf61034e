import { describe, expect, it, onTestFinished } from 'vitest'
import { phone } from '../support/browser'
import { openTestSite } from '../support/open-test-site'

const shared = openTestSite()
const issue = '2026-11-24'

describe('what a page says of itself', () => {
  it('costs a reader nothing: the picture for previews is there, has its file, and is not fetched', async () => {
    const context = await shared.browser.newContext({ ...phone, serviceWorkers: 'block' })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    for (const place of [`${issue}/1`, `${issue}/1/y3fqvc`, 'calendar/2026/11']) {
      await page.goto(`${shared.address}${place}`)
      await page.waitForLoadState('networkidle')
      const picture = page.locator('body > img').first()
      expect(await picture.isVisible()).toBe(false)
      const file = (await picture.getAttribute('src')) ?? ''
      expect(asked.filter((url) => url.endsWith(file))).toEqual([])
      const response = await page.request.get(new URL(file, page.url()).href)
      expect([response.status(), response.headers()['content-type']]).toEqual([
        200,
        expect.stringMatching(/^image\/(jpeg|png)$/),
      ])
    }
  })

  it('leads to files that are there: feeds, the search, the pages before and after', async () => {
    const context = await shared.browser.newContext(phone)
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(`${shared.address}${issue}/2`)
    const links = await page
      .locator('link[rel=prev], link[rel=next], link[rel=search], link[rel=alternate][title]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    expect(links).toHaveLength(7)
    for (const link of [...links, '/sitemap.xml', '/sitemap-news.xml', '/robots.txt'])
      expect([link, (await page.request.get(new URL(link, page.url()).href)).status()]).toEqual([link, 200])
    const map = await (await page.request.get(new URL('/sitemaps/2026-11.xml', page.url()).href)).text()
    const named = [...map.matchAll(/<loc>https?:\/\/[^/]+([^<]+)<\/loc>/g)].map(([, path = '']) => path)
    expect(named.length).toBeGreaterThan(60)
    for (const path of named)
      expect([path, (await page.request.get(new URL(path, page.url()).href)).status()]).toEqual([path, 200])
  })
})

import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { appIsThere, desk, phone, runSite, workerIsThere } from '../support/browser'
import { pressCli, testSite } from '../support/build-site'
import { articleFile } from '../support/manuscript'
import { openTestSite } from '../support/open-test-site'
import { tempFolder } from '../support/temp-folder'
import { writeManuscript } from '../support/write-manuscript'

const shared = openTestSite()
const issue = '2026-11-24'

const newPage = async (options: BrowserContextOptions): Promise<Page> => {
  const context = await shared.browser.newContext(options)
  onTestFinished(() => context.close())
  return context.newPage()
}

describe('the file of an address', () => {
  it.each([
    ['index.html', ''],
    [`${issue}/2/index.html?lit=1-2`, `${issue}/2/?lit=1-2`],
  ])('%s shows what its address shows', async (file, address) => {
    const page = await newPage(desk)
    const headingOf = async (path: string): Promise<string> => {
      await page.goto(shared.address + path)
      await appIsThere(page)
      return page.getByRole('heading', { level: 1 }).first().innerText()
    }
    expect(await headingOf(file)).toBe(await headingOf(address))
    await page.goto(shared.address + file)
    await page.waitForURL(shared.address + address)
  })
})

describe('a page that another release drew', () => {
  it.each([
    ['a desk', desk],
    ['a phone', phone],
  ])('has the styles of this one when it is drawn anew, on %s', async (_, options) => {
    const headOf = (page: Page) =>
      page
        .locator('header')
        .first()
        .evaluate((header) => {
          const { display, alignItems, padding } = getComputedStyle(header)
          return { display, alignItems, padding, height: header.getBoundingClientRect().height }
        })
    const [now, before] = [await newPage(options), await newPage(options)]
    await now.goto(`${shared.address}${issue}/2`)
    await appIsThere(now)
    const files = /data-styles="([^"]+)"/.exec(await (await now.request.get(`${shared.address}${issue}/2`)).text())?.[1]
    expect(files).toMatch(/^assets\/first-.*\.css$/)
    // As it was: its own styles in it, for elements that are called otherwise, and no word of what they are.
    await before.route(`**/${issue}/2`, async (route) => {
      const response = await route.fetch()
      const html = (await response.text())
        .replace(/ data-styles="[^"]*"/, '')
        .replace(/data-drawn-by="[^"]*"/, 'data-drawn-by="assets/main-of-before.js"')
        .replace(/<style>[^]*?<\/style>/g, '')
      await route.fulfill({ response, body: html })
    })
    await before.goto(`${shared.address}${issue}/2`)
    await appIsThere(before)
    await expect.poll(() => headOf(before)).toEqual(await headOf(now))
    // What this release drew does not ask for them again.
    const asked = (page: Page) =>
      page.evaluate((name) => performance.getEntriesByName(new URL(`/${name}`, location.href).href).length, files ?? '')
    expect([await asked(now), await asked(before)]).toEqual([0, 1])
  })
})

describe('a published site without script', () => {
  const still = { ...phone, javaScriptEnabled: false }

  it('shows the page, and a tap on a headline leads to the article', async () => {
    const page = await newPage(still)
    await page.goto(`${shared.address}${issue}/1`)
    await page.locator('.typeset .headline').first().tap()
    await page.waitForURL(/\/1\/\w+$/)
    expect(await page.locator('article h1').count()).toBe(1)
    expect((await page.locator('article').innerText()).length).toBeGreaterThan(300)
  })

  it('shows a printed page in its size, with links over it that hide nothing', async () => {
    const page = await newPage(still)
    await page.goto(`${shared.address}${issue}/8`)
    const [sheet, print] = await Promise.all(
      ['.sheet', '.facsimile img'].map((selector) => page.locator(selector).last().boundingBox()),
    )
    expect(print).toEqual(sheet)
    const fill = await page
      .locator('.facsimile polygon')
      .first()
      .evaluate((polygon) => getComputedStyle(polygon).fill)
    expect(fill).toBe('rgba(0, 0, 0, 0)')
    await page.locator('.facsimile a').first().tap()
    await page.waitForURL(/\/8\/\w+$/)
  })

  it('follows a jump line to where the article goes on', async () => {
    const page = await newPage(still)
    await page.goto(`${shared.address}${issue}/1`)
    await page.getByRole('link', { name: '▶下转第二版' }).first().tap()
    await page.waitForURL(new RegExp(`/${issue}/2`))
    await page.locator('.typeset .headline').first().waitFor()
  })

  it('leads from article to article, back to the page, from page to page, and over the calendar to every issue', async () => {
    const page = await newPage(still)
    await page.goto(`${shared.address}${issue}/1`)
    await page.locator('.typeset .headline').first().tap()
    await page.waitForURL(/\/1\/\w+$/)
    const first = page.url()
    await page.locator('a.next').first().tap()
    await page.waitForURL((url) => url.href !== first)
    await page.goto(`${shared.address}${issue}/1`)
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    for (let no = 2; no <= 8; no++) expect(links.some((href) => href.endsWith(`/${issue}/${no}`))).toBe(true)
    await page.getByRole('link', { name: '往期' }).first().tap()
    await page.waitForURL(/\/calendar\/2026\/11$/)
    await page
      .getByRole('link', { name: /11月24日/ })
      .first()
      .tap()
    await page.waitForURL(new RegExp(`/${issue}/1$`))
  })
})

describe('a published page that the app takes over', () => {
  const places = ['', `${issue}/3`, `${issue}/1/y3fqvc`, 'calendar/2026/11', 'calendar']
  for (const [name, view] of [
    ['a phone', phone],
    ['a desk', desk],
  ] as const)
    it(`keeps every node and says nothing in the console, on ${name}`, async () => {
      for (const place of places) {
        const page = await newPage({ ...view, serviceWorkers: 'block' })
        const said: string[] = []
        page.on('console', (message) => {
          // What the test itself forbids.
          if (!message.text().includes('Service Worker')) said.push(message.text())
        })
        page.on('pageerror', ({ message }) => said.push(message))
        await page.goto(shared.address + place, { waitUntil: 'domcontentloaded' })
        await page.evaluate(() => {
          const drawn = [...document.querySelectorAll('#app *')]
          document.addEventListener('reader-started', () => {
            const lost = drawn.filter((node) => !node.isConnected)
            document.documentElement.dataset['lost'] = lost.map((node) => node.outerHTML.slice(0, 80)).join()
          })
        })
        const lost = () => page.evaluate(() => document.documentElement.dataset['lost'])
        await expect.poll(lost, { timeout: 20_000 }).toBe('')
        expect(said).toEqual([])
      }
    })
})

describe('what is pressed before the app is there', () => {
  it.each([
    ['the text of an article opens it', '.typeset .run.body', '#article-title'],
    ['a button does what it says', 'button[aria-haspopup="dialog"]', 'dialog[open]'],
  ])('is done when it is: %s', async (_, pressed, seen) => {
    const page = await newPage(phone)
    let start = (): void => undefined
    const isWanted = new Promise<void>((resolve) => (start = resolve))
    await page.route('**/app.js', (route) => isWanted.then(() => route.continue()))
    await page.goto(`${shared.address}${issue}/1`, { waitUntil: 'commit' })
    await page.locator(pressed).first().tap()
    start()
    await page.locator(seen).first().waitFor()
  })
})

describe('what is pressed while the app takes the page over', () => {
  it('is done once', async () => {
    const page = await newPage({ ...desk, serviceWorkers: 'block' })
    await page.addInitScript(() =>
      // The last moment in which the page is taken over, and its buttons work, but the app has not said so.
      document.addEventListener('reader-started', () =>
        document.querySelector<HTMLElement>('button[aria-label="字号和颜色"], button[title="字号和颜色"]')?.click(),
      ),
    )
    await page.goto(`${shared.address}${issue}/1/y3fqvc`)
    await page.getByRole('dialog').waitFor()
    await page.getByRole('dialog').getByRole('radio').first().waitFor()
    expect(await page.getByRole('dialog').count()).toBe(1)
  })
})

describe('a link that was opened cold', () => {
  it('opens again without a network, once the app is there', async () => {
    const site = await runSite(testSite)
    const context = await shared.browser.newContext(phone)
    onTestFinished(async () => {
      await context.close()
      await site.stop()
    })
    const page = await context.newPage()
    const address = `${site.address}${issue}/1/y3fqvc`
    await page.goto(address)
    await page.locator('.seam').first().waitFor()
    await page.getByRole('button', { name: '存到本机' }).first().click()
    await page.getByRole('button', { name: '已存' }).waitFor()
    await workerIsThere(page)
    await site.stop()
    const later = await context.newPage()
    await later.goto(address)
    await later.locator('.seam').first().waitFor()
    expect(await later.locator('article h1').innerText()).toContain('手机看报')
  })
})

/** What was written to a site by something that is run. */
const writtenBy = (site: string, act: () => void): string[] => {
  const timesOf = () =>
    new Map(
      readdirSync(site, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path.slice(site.length + 1), statSync(path).mtimeMs] as const),
    )
  const before = timesOf()
  act()
  return [...timesOf()].filter(([path, time]) => before.get(path) !== time).map(([path]) => path)
}

const press = (...args: string[]): string =>
  execFileSync('node', [pressCli, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

/** A site of small issues, built one after the other as a newsroom does. */
const makeArchive = (...dates: string[]): string => {
  const folder = tempFolder()
  for (const date of dates) addIssue(folder, date)
  return folder
}
const addIssue = (site: string, date: string): void => {
  const folder = tempFolder()
  writeManuscript(folder, {
    'issue.yaml': `date: ${date}\n`,
    'page-01/1.md': articleFile('headline: 甲', '一段话。'.repeat(40)),
    'page-02/1.md': articleFile('headline: 乙', '一段话。'.repeat(40)),
  })
  press('build', folder, '--out', site)
}

describe('an archive that grows', () => {
  it('has only the new issue drawn, and what names it', () => {
    const site = makeArchive('2024-01-30', '2024-02-27', '2024-02-28')
    press('site', site, '--no-compress')
    expect(
      writtenBy(site, () => press('site', site, '--no-compress')).filter((path) => path.endsWith('.html')),
    ).toEqual([])
    addIssue(site, '2024-02-29')
    const written = writtenBy(site, () => press('site', site, '--no-compress')).filter((path) => path.endsWith('.html'))
    const others = written.filter((path) => !path.startsWith('2024-02-29/'))
    expect(others.sort()).toEqual(['calendar/2024/2/index.html', 'calendar/index.html', 'index.html'])
    expect(written).toContain('2024-02-29/1/index.html')
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('data-place="2024-02-29/1"')
  })

  it('draws an issue again if its pages are gone, and every issue at a word or for another address', () => {
    const site = makeArchive('2024-02-27', '2024-02-28')
    const drawn = (...args: string[]): number =>
      Number(/(\d+) pages drawn/.exec(press('site', site, '--no-compress', ...args))?.[1])
    const all = drawn()
    expect(all).toBeGreaterThan(10)
    expect(drawn()).toBe(0)
    expect(drawn('--redraw')).toBe(all)
    const other = ['--address', 'https://other.example/paper/']
    expect(drawn(...other)).toBe(all)
    rmSync(join(site, '2024-02-27'), { recursive: true })
    // Two pages, each with an article, and the issue's own address.
    expect(drawn(...other)).toBe(5)
  })
})

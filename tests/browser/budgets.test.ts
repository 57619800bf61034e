import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { appIsThere, phone } from '../support/browser'
import { testSite } from '../support/build-site'
import { openTestSite } from '../support/open-test-site'

const shared = openTestSite()
const issue = '2026-11-24'

/** The HTML of the specimen's pages, by address: `1`, and of its articles: `1/abc123`. */
const drawn = (): readonly { readonly address: string; readonly html: string }[] => {
  const folder = join(testSite, issue)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^\d+\/(\w+\/)?index\.html$/.test(path))
    .map((path) => ({
      address: path.replace('/index.html', ''),
      html: readFileSync(join(folder, path), 'utf8'),
    }))
}
/** Elements that a browser may have to lay out: those of the head are not. */
const elementsOf = (html: string): number => html.slice(html.indexOf('<body')).match(/<[a-z]/g)?.length ?? 0
/**
 * At brotli's best. At the level at which the press compresses pages, a page that differs by the name of a script may have 15.6 kB or
 * 16.3, because the encoder guesses from samples.
 */
const kilobytes = (html: string): number =>
  brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length / 1024

/** What every page of the site may weigh at most; the specimen's are those of a tabloid. */
const budgets = [
  { kind: 'pages', isArticle: false, kilobytes: 17, elements: 900 },
  { kind: 'articles', isArticle: true, kilobytes: 15, elements: 225 },
]

describe('the budget of a link', () => {
  it.each(budgets)('$kind come in $kilobytes kB and $elements elements', ({ isArticle, ...most }) => {
    const own = drawn().filter(({ address }) => address.includes('/') === isArticle)
    expect(own.length).toBeGreaterThan(5)
    for (const { address, html } of own) {
      expect(kilobytes(html), address).toBeLessThanOrEqual(most.kilobytes)
      expect(elementsOf(html), address).toBeLessThanOrEqual(most.elements)
    }
  })

  it.each([`${issue}/1`, `${issue}/1/y3fqvc`, 'calendar/2026/11'])(
    'needs no more than four requests before the text of %s, none of them a script',
    async (place) => {
      const context = await shared.browser.newContext({ ...phone, javaScriptEnabled: false })
      onTestFinished(() => context.close())
      const page = await context.newPage()
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.resourceType()))
      await page.goto(shared.address + place)
      await page.waitForLoadState('networkidle')
      const needed = asked.filter((kind) => kind !== 'image')
      expect(needed.length).toBeLessThanOrEqual(4)
      expect(needed).not.toContain('script')
      expect(needed).not.toContain('stylesheet')
    },
  )

  it('fetches nothing that already stands in the page: no style of the first paint, no face a second time', async () => {
    const context = await shared.browser.newContext({ ...phone, serviceWorkers: 'block' })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.addInitScript(() => {
      const faces: string[] = []
      Object.assign(window, { faces })
      document.fonts.addEventListener('loadingdone', (event) => {
        faces.push(
          ...event.fontfaces.map(({ family, weight, unicodeRange }) => [family, weight, unicodeRange].join(' ')),
        )
      })
    })
    await page.goto(`${shared.address}${issue}/1`)
    await appIsThere(page)
    await page.locator('.opening.waiting').first().waitFor()
    const sheets = await page.evaluate(() => [...document.styleSheets].map(({ href }) => href ?? 'in the page'))
    expect(sheets).toContain('in the page')
    expect(sheets.filter((address) => /\/first-/.test(address))).toEqual([])
    const faces = await page.evaluate(() => ('faces' in window && Array.isArray(window.faces) ? window.faces : []))
    expect(faces.join('\n')).toContain('Banmian Setting')
    expect(faces).toEqual([...new Set(faces)])
  })

  it('brings no later style that is for every element, which would have a whole page styled anew', async () => {
    const context = await shared.browser.newContext(phone)
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(shared.address)
    const assets = join(testSite, 'assets')
    const later = readdirSync(assets).filter((name) => name.endsWith('.css') && !name.startsWith('first-'))
    expect(later.length).toBeGreaterThan(5)
    for (const name of later) {
      const selectors = await page.evaluate(
        (text) => {
          const within = (rules: CSSRuleList): string[] =>
            [...rules].flatMap((rule) => [
              ...(rule instanceof CSSStyleRule ? rule.selectorText.split(/,(?![^(]*\))/) : []),
              ...('cssRules' in rule && rule.cssRules instanceof CSSRuleList ? within(rule.cssRules) : []),
            ])
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(text)
          return within(sheet.cssRules)
        },
        readFileSync(join(assets, name), 'utf8'),
      )
      expect(selectors.length, name).toBeGreaterThan(0)
      expect(
        selectors.filter((selector) => /^\s*(\*|::|:root(::|\s*$))/.test(selector)),
        name,
      ).toEqual([])
    }
  })

  it('brings every file of the app with as few requests as there are occasions', () => {
    const files = readdirSync(join(testSite, 'assets'))
    expect(files.filter((name) => name.endsWith('.js')).length).toBeLessThanOrEqual(28)
    expect(files.filter((name) => name.endsWith('.css')).length).toBeLessThanOrEqual(18)
  })
})

import traditionalCharacters from 'opencc-js/dict/STCharacters'
import traditionalWords from 'opencc-js/dict/STPhrases'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { inScript, parseScriptTable, thinScriptTable } from '@/text/script-table'
import { everyView } from '../support/axe-views'
import { desk, phone } from '../support/browser'
import { openTestSite } from '../support/open-test-site'

const shared = openTestSite()
const table = parseScriptTable(thinScriptTable(traditionalCharacters, traditionalWords))

/**
 * Everything that is shown or said: texts, and the attributes that are words. What a search or a catalogue tells of articles is no
 * word of the reader's, and stays as printed.
 */
const wordsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const named = ['aria-label', 'title', 'placeholder', 'alt', 'data-word', 'aria-description']
    const all = [...document.querySelectorAll('body *:not(script):not(style)')].filter(
      (element) => !element.closest('.result :is(.title, .excerpt, .foot:has(mark)), .typeset, .blocks'),
    )
    const texts = all.flatMap((element) => [
      ...[...element.childNodes].flatMap((node) => (node instanceof Text ? [node.data] : [])),
      ...named.flatMap((name) => element.getAttribute(name) ?? []),
    ])
    return texts.map((text) => text.trim()).filter((text) => /\p{Script=Han}/u.test(text))
  })

const frontHeadline = '整张报纸 装进口袋'
const simplifiedOn = async (page: Page): Promise<string[]> =>
  (await wordsOn(page)).filter((text) => inScript(text, table) !== text && text !== frontHeadline)

const save = async (page: Page): Promise<void> => {
  await page.goto(`${shared.address}2026-11-24/1`)
  await page
    .getByRole('button', { name: /存到本机/ })
    .first()
    .click()
  await page.getByText(/已存/).first().waitFor()
  await page.goto(`${shared.address}library`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}
const findNothing = async (page: Page): Promise<void> => {
  await page.getByRole('searchbox').fill('没有这样的词')
  await page.getByText(/没有/).first().waitFor()
}
const listen = async (page: Page): Promise<void> => {
  await page
    .getByRole('button', { name: /朗读|听/ })
    .first()
    .click()
}

const more = [
  ['the library with an issue in it', 'library', 'h1', save],
  ['a search that finds nothing', 'search?in=2026-11-24', 'input', findNothing],
  ['the player', '2026-11-24/1/y3fqvc', '.blocks p', listen],
  ['an article that is not there', '2026-11-24/1/zzzzzz', 'h1, .typeset', undefined],
  ['an address that is none', 'no/such/place', 'h1', undefined],
] as const

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('in traditional characters, on %s', (_, device) => {
  it.each([...everyView, ...more])('every word is, of %s', async (_name, path, selector, open) => {
    const context = await shared.browser.newContext({ ...device, serviceWorkers: 'block' })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.addInitScript(() => document.documentElement?.setAttribute('data-elder', 'on'))
    await page.goto(shared.address + path)
    await page.locator(selector).first().waitFor()
    await open?.(page)
    expect(await simplifiedOn(page)).not.toEqual([])
    await page.evaluate(() => document.documentElement.setAttribute('data-script', 'traditional'))
    await expect.poll(() => simplifiedOn(page), { timeout: 8000 }).toEqual([])
  })
})

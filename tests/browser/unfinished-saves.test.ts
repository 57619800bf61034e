import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeIssue } from '@/bundle/codec'
import { testSite } from '../support/build-site'
import { hostSite } from '../support/hosted-site'
import { connectBrowser } from '../support/open-test-site'
import { countsIn } from '../support/rows-in-browser'

let browser: Browser
beforeAll(async () => {
  browser = await connectBrowser()
})
afterAll(() => browser.close())

const issue = '2026-11-24'
const failed = (page: Page) => page.getByRole('alert').filter({ hasText: '没有存成' })

/** A save in which the host fails after a number of parts. */
const breakOff = async () => {
  const hosted = await hostSite(browser)
  const { host, page, site } = hosted
  page.setDefaultTimeout(15_000)
  await page.goto(`${site.address}${issue}/1`)
  await page.locator('.opening:not(.waiting) > [data-gestures]').waitFor()
  await page.locator('.opening.waiting .typeset .headline').first().waitFor({ state: 'attached' })
  let left = 6
  host.answer = ({ url = '' }, response) => {
    if (!/\/data\/.*\.webp/.test(url) || left-- > 0) return false
    response.writeHead(503).end()
    return true
  }
  await page.getByRole('button', { name: '存到本机' }).tap()
  await failed(page).waitFor()
  expect(await countsIn(page)).toMatchObject({ issues: 0, saves: 1 })
  return hosted
}

describe('a save that was broken off', () => {
  it('is finished at the next start, unasked', async () => {
    const { host, page, site } = await breakOff()
    host.answer = () => false
    await page.goto(`${site.address}library`)
    await page.getByRole('button', { name: /^删除/ }).waitFor()
    expect(await countsIn(page)).toMatchObject({ issues: 1, saves: 0 })
  })

  it('stays a save to be finished while a portal answers in the host’s place', async () => {
    const { host, page, site } = await breakOff()
    host.answer = ({ url = '' }, response) => {
      if (!url.includes('/data/')) return false
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>请先登录</p>')
      return true
    }
    await page.goto(`${site.address}library`)
    await page.getByText('没存完的').waitFor()
    await failed(page).waitFor()
    expect(await countsIn(page)).toMatchObject({ issues: 0, saves: 1 })
    host.answer = () => false
    await page.getByRole('button', { name: '再存一次' }).tap()
    await page.getByRole('button', { name: /^删除/ }).waitFor()
  })

  it('leaves nothing behind if the person gives it up', async () => {
    const { host, page, site } = await breakOff()
    await page.getByRole('button', { name: '不存了' }).tap()
    await page.getByRole('button', { name: '存到本机' }).waitFor()
    await expect.poll(() => countsIn(page)).toEqual({ issues: 0, parts: 0, saves: 0 })
    host.answer = () => false
    await page.goto(`${site.address}library`)
    await page.getByText('本机还没有存报纸').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await countsIn(page)).toEqual({ issues: 0, parts: 0, saves: 0 })
  })
})

describe('pictures that wait for Wi-Fi', () => {
  it('come with the next start over Wi-Fi, and not before', async () => {
    const { page, site, context } = await hostSite(browser)
    page.setDefaultTimeout(15_000)
    const over = (type: string) =>
      context.addInitScript(
        (named) => Object.defineProperty(navigator, 'connection', { value: { type: named }, configurable: true }),
        type,
      )
    await over('cellular')
    await page.goto(`${site.address}${issue}/1`)
    await page.getByRole('button', { name: '存到本机' }).tap()
    await page.getByRole('button', { name: '已存' }).waitFor()
    const withheld = await countsIn(page)
    await page.goto(`${site.address}library`)
    await page.getByText(/大图 .*等有 Wi-Fi 再存/).waitFor()
    await page.waitForLoadState('networkidle')
    expect((await countsIn(page)).parts).toBe(withheld.parts)
    await over('wifi')
    await page.reload()
    const { parts } = decodeIssue(readFileSync(join(testSite, 'data', issue, 'issue.json')))
    expect(parts.length).toBeGreaterThan(withheld.parts)
    await expect.poll(() => countsIn(page), { timeout: 20_000 }).toEqual({ issues: 1, parts: parts.length, saves: 0 })
    await page.getByRole('button', { name: /^删除/ }).waitFor()
    await expect.poll(() => page.getByText(/大图 .*等有 Wi-Fi 再存/).count()).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import {
  asking,
  hasWords,
  issue,
  phonesWithApp,
  quiet,
  testSavedBeside,
  testWordsBeside,
} from '../support/failing-host-views'
import { commonFailures, hangingHost } from '../support/hosts-that-fail'

const { host: hostTestSite, phoneWithApp } = phonesWithApp()
testWordsBeside({ phoneWithApp }, commonFailures)
testSavedBeside({ phoneWithApp }, [...commonFailures, ['hangs', hangingHost]])

describe('a host that hangs', () => {
  it('is said in every view to be waited for, and what comes later is shown', async () => {
    const { host, page, site, errors } = await phoneWithApp()
    for (const [name, path] of Object.entries(asking)) {
      const held: (() => void)[] = []
      host.answer = (request, response) => {
        if (!(request.url ?? '').includes('/data/')) return false
        held.push(() => site.answer(request, response))
        return true
      }
      await hasWords(page, site.address + path, /还在等/)
      // Each answer that is let go brings the next question.
      host.answer = () => false
      held.splice(0).forEach((answer) => answer())
      const shown = {
        calendar: /粗的日子/,
        'a month': /粗的日子/,
        search: /找到 \d+ 篇/,
        'search in an issue': /找到 \d+ 篇/,
      }
      const words = new Map(Object.entries(shown)).get(name)
      if (words) await page.getByText(words).first().waitFor({ timeout: 10_000 })
      else
        await page.locator('.typeset .headline:visible, .article-pane h1:visible').first().waitFor({ timeout: 10_000 })
    }
    host.answer = hangingHost
    for (const [path, words] of Object.entries(quiet)) {
      await page.goto(site.address + path)
      await page.getByRole('heading', { name: words }).waitFor({ timeout: 5000 })
    }
    expect(errors).toEqual([])
  })
})

describe('an address that its issue does not have', () => {
  it.each([
    ['a page', `${issue}/99`, '这一期没有第 99 版'],
    ['an article', `${issue}/1/zzzzzz`, '这一期没有这篇文章'],
    ['an article on a page that is not there', `${issue}/99/y3fqvc`, '这一期没有第 99 版'],
  ])('%s says so, and leads to what the issue has', async (_, path, words) => {
    const { page, site, errors } = await phoneWithApp()
    await page.goto(site.address + path)
    await page.getByRole('heading', { name: words }).waitFor()
    expect(await page.getByText('没有这一期', { exact: true }).count()).toBe(0)
    expect(await page.locator('.contents h3').count()).toBeGreaterThan(3)
    await page
      .getByRole('link', { name: /^看.*版/ })
      .first()
      .tap()
    await page.locator('.opening:not(.waiting) .typeset .headline').first().waitFor()
    expect(errors).toEqual([])
  })
})

describe('a printed page whose image does not come', () => {
  it('says in its place that it is waited for, and shows what comes later', async () => {
    const { host, page, site } = await phoneWithApp()
    const held: (() => void)[] = []
    host.answer = (request, response) => {
      if (!/\.webp$/.test(request.url ?? '')) return false
      held.push(() => site.answer(request, response))
      return true
    }
    await page.goto(`${site.address}${issue}/8`)
    await page.getByText('图还没有到，还在等').first().waitFor({ timeout: 5000 })
    host.answer = () => false
    held.splice(0).forEach((answer) => answer())
    await page.locator('.opening:not(.waiting) .facsimile img').first().waitFor()
    await page.getByText('图还没有到，还在等').first().waitFor({ state: 'detached' })
  })
})

describe('the first visit to a host that hangs', () => {
  it('says over a page that the server drew why a button does nothing yet, and then does what it is for', async () => {
    const { host, page, site } = await hostTestSite()
    const held: (() => void)[] = []
    host.answer = (request, response) => {
      if (!(request.url ?? '').includes('/data/')) return false
      held.push(() => site.answer(request, response))
      return true
    }
    await page.goto(`${site.address}${issue}/1`, { waitUntil: 'commit' })
    await page.getByRole('button', { name: '存到本机' }).tap()
    await page.getByText('还在等').waitFor({ timeout: 5000 })
    expect(await page.locator('.typeset .headline').count()).toBeGreaterThan(3)
    host.answer = () => false
    held.splice(0).forEach((answer) => answer())
    await page.getByText('还在等').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '已存' }).waitFor()
  })
})

describe('the first visit to a host whose scripts hang', () => {
  it.each(['library', 'settings', 'search'])('says in %s that it is waited for', async (path) => {
    const { host, page, site } = await hostTestSite()
    host.answer = ({ url = '' }) => /\.js/.test(url)
    await page.goto(site.address + path, { waitUntil: 'commit' })
    await page.getByText('还在等').waitFor({ timeout: 5000 })
    await page.getByRole('link', { name: '再试一次' }).waitFor()
  })

  it.each([
    ['往期报纸', 'calendar'],
    ['搜索', 'search'],
    ['已存报纸', 'library'],
  ])('says so where the way to %s is pressed', async (name, path) => {
    const { host, page, site } = await hostTestSite()
    host.answer = ({ url = '' }) => new RegExp(`${path}|sw\\.js`, 'i').test(url) && /\.js|\/$|\d$/.test(url)
    await page.goto(`${site.address}${issue}/1`)
    await page.locator('.opening:not(.waiting) > [data-gestures]').waitFor()
    await page.getByRole('link', { name }).first().tap()
    await page.getByText('还在等').waitFor({ timeout: 5000 })
  })
})

import { workerIsThere } from '../support/browser'
import { readFileSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testSite } from '../support/build-site'
import { hostSite, versionOf } from '../support/hosted-site'
import { connectBrowser } from '../support/open-test-site'
import { publishVersion } from '../support/site-version'

let browser: Browser
beforeAll(async () => {
  browser = await connectBrowser()
})
afterAll(() => browser.close())

/** Looks for a new worker, and waits until the browser is done with it. @returns whether one waits */
const update = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const found = new Promise<ServiceWorker | null>((resolve) =>
      registration.addEventListener('updatefound', () => resolve(registration.installing), { once: true }),
    )
    await registration.update()
    const worker = await found
    await new Promise<void>((resolve) => {
      const settle = (): void => {
        if (worker === null || worker.state !== 'installing') resolve()
      }
      worker?.addEventListener('statechange', settle)
      settle()
    })
    return registration.waiting !== null
  })

const html = (response: ServerResponse, text: string): true => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'max-age=31536000' })
  response.end(text)
  return true
}
const portal = '<!doctype html><title>portal</title><p>请先登录</p>'

describe('an update on a host that answers with something else', () => {
  it.each([
    ['a foreign page for the app’s', /^\/shell\.html/, html],
    ['a page for the script that starts the app', /^\/app\.js/, html],
    ['a page for every script', /^\/assets\/.*\.js/, html],
    [
      'the right page under the wrong type',
      /^\/shell\.html/,
      (response: ServerResponse, right: string): true => {
        response.writeHead(200, { 'content-type': 'text/plain' }).end(right)
        return true
      },
    ],
    [
      'a script of the right length, of which a byte differs',
      /^\/app\.js/,
      (response: ServerResponse, right: string): true => {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(right.replace('import', 'imporT'))
        return true
      },
    ],
  ] as const)('%s is not installed, and the old version goes on', async (_, path, answer) => {
    const { folder, host, page, visit, site } = await hostSite(browser)
    await visit()
    publishVersion(folder, '2')
    // The worker differs in its list too, as after a release: its scripts are fetched anew.
    const worker = readFileSync(join(folder, 'sw.js'), 'utf8')
    writeFileSync(
      join(folder, 'sw.js'),
      worker.replace(/("url":"(?:assets\/[^"]*\.js|app\.js)","revision":)[^,]*/g, '$1"new"'),
    )
    host.answer = ({ url = '' }, response) =>
      path.test(url) &&
      answer(
        response,
        url.startsWith('/assets')
          ? portal
          : readFileSync(join(folder, url.split('?')[0] ?? ''), 'utf8') + (answer === html ? portal : ''),
      )
    expect(await update(page)).toBe(false)
    await page.goto(`${site.address}library`)
    await page.getByRole('heading', { name: '已存报纸' }).waitFor()
    expect(await versionOf(page)).toBe('1')

    host.answer = () => false
    expect(await update(page)).toBe(true)
  })

  it('what a browser kept of such an answer does not keep the next version out', async () => {
    const { host, page, visit, site } = await hostSite(browser)
    host.answer = ({ url = '' }, response) => /^\/assets\/.*\.woff2/.test(url) && html(response, portal)
    await page.goto(site.address)
    await page.locator('.typeset .headline').first().waitFor()
    host.answer = () => false
    await visit()
    await site.stop()
    await page.goto(`${site.address}library`)
    await page.getByRole('heading', { name: '已存报纸' }).waitFor()
  })
})

describe('a first visit to a host that does not give out every file', () => {
  it('installs the app where only its icons are missing', async () => {
    const { host, page, visit, site } = await hostSite(browser)
    host.answer = ({ url = '' }, response) => {
      if (!/^\/(icon-|manifest)/.test(url)) return false
      response.writeHead(403).end()
      return true
    }
    await visit()
    await site.stop()
    await page.goto(`${site.address}library`)
    await page.getByRole('heading', { name: '已存报纸' }).waitFor()
  })

  it('keeps the app without another visit once the host gives out its files', async () => {
    const { host, page, site } = await hostSite(browser)
    host.answer = ({ url = '' }, response) => /^\/shell\.html/.test(url) && html(response, portal)
    await page.goto(`${site.address}library`)
    await page.getByRole('heading', { name: '阅读器没有存全' }).waitFor()
    host.answer = () => false
    await workerIsThere(page)
    await page.getByRole('heading', { name: '阅读器没有存全' }).waitFor({ state: 'hidden' })
  })

  it('says in the library that the app is not kept, and keeps it at the next visit', async () => {
    const { host, page, visit, site } = await hostSite(browser)
    host.answer = ({ url = '' }, response) => /^\/shell\.html/.test(url) && html(response, portal)
    await page.goto(`${site.address}library`)
    await page.getByRole('heading', { name: '阅读器没有存全' }).waitFor()
    host.answer = () => false
    await visit()
    await site.stop()
    await page.goto(`${site.address}library`)
    await page.getByRole('heading', { name: '已存报纸' }).waitFor()
  })
})

describe('what the worker keeps', () => {
  it('heals by itself if its files were changed and the app no longer starts', async () => {
    const { page, visit, site } = await hostSite(browser)
    await visit()
    await page.evaluate(async () => {
      const cache = await caches.open(`banmian-shell-${location.origin}/`)
      for (const request of await cache.keys())
        if (/\.js($|\?)/.test(request.url))
          await cache.put(request, new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }))
    })
    await page.goto(`${site.address}2026-11-24/2`)
    await expect
      .poll(
        () => page.evaluate(async () => (await fetch('/app.js')).headers.get('Content-Type')).catch(() => undefined),
        { timeout: 60_000, interval: 1000 },
      )
      .toContain('javascript')
    await page.goto(`${site.address}library`)
    await page.getByRole('heading', { name: '已存报纸' }).waitFor()
  })
})

describe('what the host has beside the app', () => {
  it.each([
    ['print/2025-03-05.pdf', '%PDF-1.4'],
    ['robots.txt', 'User-agent'],
    ['impressum.html', '责任编辑'],
    ['about/', '关于我们'],
    ['html/2024/old', '旧版地址'],
  ])('%s opens as it does without the app', async (path, content) => {
    const { host, page, visit, site } = await hostSite(browser)
    await visit()
    host.answer = ({ url = '' }, response) => {
      if (url !== `/${path}`) return false
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(content)
      return true
    }
    const response = await page.goto(site.address + path)
    expect(await response?.text()).toBe(content)
  })

  it('is not in the worker’s list', () => {
    const listed = [...readFileSync(join(testSite, 'sw.js'), 'utf8').matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url)
    expect(listed).toContain('shell.html')
    expect(
      listed.filter(
        (url) => !/^(assets\/[\w.-]+|shell\.html|app\.js|manifest\.webmanifest|icon-[\w-]+\.png)$/.test(url ?? ''),
      ),
    ).toEqual([])
  })
})

import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type BrowserContextOptions, type LaunchOptions, type Page } from 'playwright-core'
import { createSiteServer } from '@/press/site/site-server'
import { findChromium } from './chromium.js'

/** A site on a port of its own; stopped, it is a network that is gone, and it can come back on the same port. */
export interface RunningSite {
  readonly address: string
  /** Gives out the site's file, where the host has kept a question waiting. */
  readonly answer: RequestListener
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
}

/** A host's own answer to some requests; true if it has given one. */
export type HostAnswer = (...exchange: Parameters<RequestListener>) => boolean

/** @param hostAnswer what the host does instead of giving out the site's file */
export const runSite = async (folder: string, base = '/', hostAnswer?: HostAnswer): Promise<RunningSite> => {
  let server: Server | undefined
  let port = 0
  const site = createSiteServer(folder, base)
  const answer: RequestListener = (request, response) => void site.emit('request', request, response)
  const start = (): Promise<void> =>
    new Promise((resolve) => {
      const host: RequestListener = (request, response) => {
        if (!hostAnswer?.(request, response)) answer(request, response)
      }
      server = createServer(host).listen(port, '127.0.0.1', () => {
        const address: string | AddressInfo | null | undefined = server?.address()
        if (typeof address === 'object' && address) port = address.port
        resolve()
      })
    })
  await start()
  return {
    address: `http://127.0.0.1:${port}${base}`,
    answer,
    start,
    stop: () =>
      new Promise((resolve) => {
        server?.closeAllConnections()
        server?.close(() => resolve())
      }),
  }
}

export const launchOptions = async (...args: readonly string[]): Promise<LaunchOptions> => ({
  executablePath: await findChromium(),
  args: [...args],
  // File names of downloads are in Chinese, even where the machine sets no language.
  env: { ...process.env, LANG: 'C.UTF-8' },
})

/** A browser of the test's own: for one that is started with arguments, or killed. */
export const launch = async (...args: readonly string[]): Promise<Browser> =>
  chromium.launch(await launchOptions(...args))

/** Waits until the app has taken the page on show over, and hears fingers, keys and links. */
export const appIsThere = (page: Page): Promise<void> =>
  page.locator('.opening:not(.waiting) > [data-gestures]').waitFor()

/**
 * Waits until the worker answers for the page: it begins when the browser is idle and compares every file of the app, which takes its time on
 * a machine that is busy.
 */
export const workerIsThere = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 80_000 })
}

/** A phone of 2024 held upright, and a desk's screen. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  hasTouch: true,
  isMobile: true,
}
export const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }

/** Headlines of the page on show; its neighbours wait behind it, laid out and unseen. */
export const shownHeadline = '.opening:not(.waiting) .typeset .headline'

/** Everything that went wrong on a page without anyone being told: errors, refused resources, broken policies. */
export const watchTroubles = (page: Page): string[] => {
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
  return troubles
}

/** The troubles that are none of a network which the test has stopped. */
export const notOfTheNetwork = (troubles: readonly string[]): readonly string[] =>
  troubles.filter((trouble) => !/ERR_CONNECTION_REFUSED|Failed to (load|fetch)/.test(trouble))

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { launchOptions, phone } from '../support/browser'
import { openTestSite } from '../support/open-test-site'
import { tempFolder } from '../support/temp-folder'

const shared = openTestSite()
const issue = '2026-11-24'

/** A browser in whose settings sites may store nothing: every storage API throws. */
const withoutCookies = async (): Promise<BrowserContext> => {
  const profile = tempFolder()
  mkdirSync(join(profile, 'Default'))
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }),
  )
  return chromium.launchPersistentContext(profile, { ...(await launchOptions()), ...phone })
}

/** A browser in which a page finds some storage as the script leaves it. */
const changed = (change: () => void) => async (): Promise<BrowserContext> => {
  const context = await shared.browser.newContext({ ...phone, serviceWorkers: 'block' })
  await context.addInitScript(change)
  return context
}

const forbidden: readonly (readonly [
  name: string,
  context: () => Promise<BrowserContext>,
  words: RegExp | undefined,
])[] = [
  ['everything is forbidden with the cookies', withoutCookies, /浏览器不让存/],
  [
    'databases are refused as they are opened',
    changed(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError')
      }
      IDBFactory.prototype.databases = () => Promise.reject(new DOMException('no', 'SecurityError'))
    }),
    /浏览器不让存/,
  ],
  [
    'databases fail to open with an error that says nothing',
    changed(() => {
      const refuse = (): IDBOpenDBRequest => {
        const request = new EventTarget()
        Object.assign(request, { error: new DOMException('no', 'UnknownError'), readyState: 'done' })
        setTimeout(() => {
          const event = new Event('error', { cancelable: true })
          const told: unknown = Reflect.get(request, 'onerror')
          request.dispatchEvent(event)
          if (typeof told === 'function') Reflect.apply(told, request, [event])
        })
        return request as IDBOpenDBRequest
      }
      IDBFactory.prototype.open = refuse
      IDBFactory.prototype.deleteDatabase = refuse
    }),
    /浏览器不让存/,
  ],
  [
    'there are no databases',
    changed(() => Object.defineProperty(window, 'indexedDB', { value: undefined })),
    /浏览器不让存/,
  ],
  [
    'short texts can’t be named',
    changed(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('no', 'SecurityError')
          },
        })
    }),
    undefined,
  ],
  [
    'short texts can’t be read or written',
    changed(() => {
      for (const name of ['getItem', 'setItem', 'removeItem'] as const)
        Storage.prototype[name] = () => {
          throw new Error('no')
        }
    }),
    undefined,
  ],
  [
    'databases have no room, as in a private window',
    changed(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no', 'QuotaExceededError')
      }
      navigator.storage.estimate = () => Promise.resolve({ usage: 0, quota: 0 })
    }),
    /浏览器给的空间不够存一期/,
  ],
]

const errorsOf = (page: Page): string[] => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(`${error.name} ${error.message}`))
  return errors
}

describe('a browser that forbids storage', () => {
  it.each(forbidden)(
    'reads everything from the network and says what it can’t keep, where %s',
    async (_, open, words) => {
      const context = await open()
      onTestFinished(() => context.close())
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      const errors = errorsOf(page)
      const at = (path: string) => page.goto(inject('siteAddress') + path)

      await at('')
      await page.locator('.opening:not(.waiting) > [data-gestures]').waitFor()
      await page.getByRole('button', { name: '存到本机' }).tap()
      await page
        .getByText(words ?? '已存')
        .first()
        .waitFor()
      await at(`${issue}/2`)
      await page.locator('.opening:not(.waiting) > [data-gestures]').waitFor()
      await at(`${issue}/1/y3fqvc`)
      await page.locator('.article-pane h1').waitFor()
      await page.waitForLoadState('networkidle')
      await at('calendar')
      await page.getByText('粗的日子').waitFor()
      await at('search?q=报纸')
      if (words) await page.locator('p.archive').waitFor()
      await page
        .getByText(/找到 \d+ 篇/)
        .first()
        .waitFor()
      await at('settings')
      await page.getByRole('radio', { name: '夜间' }).check()
      await at('library')
      await page.getByRole('heading', { name: '已存报纸' }).waitFor()
      await page
        .getByText(words?.source.includes('不让存') ? words : /已用|不说还有多少空间|本机空间/)
        .first()
        .waitFor()
      await page.waitForLoadState('networkidle')
      await at('library/small.example/2026-01-05/1')
      await page.getByRole('heading', { name: '没有这一期' }).waitFor()
      expect(errors).toEqual([])
    },
  )
})

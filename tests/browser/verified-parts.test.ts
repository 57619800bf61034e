import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { decodeIssue } from '@/bundle/codec'
import { appIsThere, desk, phone, runSite } from '../support/browser'
import { testSite } from '../support/build-site'
import { runCountedSite } from '../support/counted-site'
import { openTestSite } from '../support/open-test-site'
import { contrastOf, recordFrames } from '../support/shown-frames'
import { tempFolder } from '../support/temp-folder'

const shared = openTestSite()
const id = '2026-11-24'
const data = () => join(testSite, 'data', id)
const theIssue = () => decodeIssue(readFileSync(join(data(), 'issue.json')))
const forged = '这幅图与报社发布的不一致，没有显示'

/** What the page has made URLs of. */
declare global {
  interface Window {
    blobs: Map<string, Blob>
  }
}

const newPage = async (options: BrowserContextOptions = phone): Promise<Page> => {
  const context = await shared.browser.newContext({ ...options, serviceWorkers: 'block' })
  onTestFinished(() => context.close())
  await context.addInitScript(() => {
    window.blobs = new Map()
    const original = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob: Blob) => {
      const url = original(blob)
      window.blobs.set(url, blob)
      return url
    }
  })
  return context.newPage()
}

/** What a forger gives out in place of a part. */
type Forgery = (name: string, bytes: Buffer, request: { readonly isImage: boolean }) => Buffer | undefined

/** The specimen's site on a host that gives out other bytes under the names of some parts. */
const hostileSite = async (forge: Forgery): Promise<string> => {
  const site = await runSite(testSite, '/', ({ url = '', headers }, response) => {
    const name = /\/data\/[^/]+\/([^/]+\.[0-9a-f]{8}\.\w+)$/.exec(url)?.[1]
    const isImage = headers['sec-fetch-dest'] === 'image'
    const bytes = name && forge(name, readFileSync(join(data(), name)), { isImage })
    if (!bytes) return false
    response.writeHead(200, { 'content-type': name.endsWith('.woff2') ? 'font/woff2' : 'image/webp' }).end(bytes)
    return true
  })
  onTestFinished(() => site.stop())
  return site.address
}

/** Another picture of the issue: as good an image as the right one. */
const otherPicture = (): Buffer => {
  const name = theIssue().pictures.at(-1)?.images[0] ?? ''
  return readFileSync(join(data(), name))
}

/** Images on show that are not made of the bytes of a part of the issue. */
const strangersOnShow = async (page: Page): Promise<string[]> => {
  const shown = await page.evaluate(async () => {
    const images = [...document.querySelectorAll('.opening:not(.waiting) img[src], article img[src]')]
    return Promise.all(
      images.map(async (image) => {
        const bytes = (await window.blobs.get(image.getAttribute('src') ?? '')?.arrayBuffer()) ?? new ArrayBuffer()
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
        return {
          html: image.outerHTML,
          digest: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
        }
      }),
    )
  })
  const known = new Set<string>(theIssue().parts.map(({ sha256 }) => sha256))
  return shown.filter(({ digest }) => !known.has(digest)).map(({ html }) => html)
}
/** Every image is one that the app has put there. */
const areVerified = (page: Page): Promise<boolean> =>
  page
    .locator('.opening:not(.waiting) img, article img')
    .evaluateAll((all) => all.every((image) => (image.getAttribute('src') ?? 'blob:').startsWith('blob:')))

const articleOfPicture = (): string => {
  const issue = theIssue()
  for (const page of issue.pages) {
    const part: { pieces: { article: string; blocks: { kind: string }[] }[] } = JSON.parse(
      readFileSync(join(data(), page.part), 'utf8'),
    )
    const piece = part.pieces.find(({ blocks }) => blocks.some(({ kind }) => kind === 'picture'))
    if (piece) return `${id}/${page.no}/${piece.article}`
  }
  throw new Error('no article has a picture')
}

describe('a host that gives out other bytes under the names of the paper’s', () => {
  const places = [
    ['a picture of a typeset page', () => `${id}/1`, /^picture-/, phone],
    ['a picture of a typeset page, on a desk', () => `${id}/3`, /^picture-/, desk],
    ['a printed page', () => `${id}/8`, /^facsimile-/, phone],
    ['a picture of an article', articleOfPicture, /^picture-/, phone],
  ] as const
  it.each(places)('does not have %s shown, and that is said in its place', async (_, place, names, view) => {
    const address = await hostileSite((name) => (names.test(name) ? otherPicture() : undefined))
    const page = await newPage(view)
    await page.goto(address + place())
    await page.locator('.opening:not(.waiting), article').getByText(forged).first().waitFor()
    await expect.poll(() => areVerified(page)).toBe(true)
  })

  it('is found out too where the app draws for itself, and in a picture as large as the screen', async () => {
    const address = await hostileSite((name) => (/^picture-.*-1600/.test(name) ? otherPicture() : undefined))
    const page = await newPage()
    await page.goto(`${address}settings`)
    await page.goto(`${address}${articleOfPicture()}?picture=${theIssue().pictures[0]?.id ?? ''}`)
    await page.locator('dialog').getByText(forged).waitFor()
    expect(await page.locator('dialog img').count()).toBe(0)
  })

  it('is found out if it lies to images alone, or to scripts alone', async () => {
    for (const lie of [true, false]) {
      const address = await hostileSite((name, bytes, { isImage }) =>
        !name.startsWith('picture-') ? undefined : isImage === lie ? otherPicture() : bytes,
      )
      const page = await newPage()
      await page.goto(`${address}${id}/1`)
      await appIsThere(page)
      await expect.poll(() => areVerified(page)).toBe(true)
      expect(await strangersOnShow(page)).toEqual([])
    }
  })

  it('does not have its headline face used, and that is said', async () => {
    const setting = readFileSync(join(testSite, 'assets', settingFace()))
    const address = await hostileSite((name) => (name.startsWith('headline-face') ? setting : undefined))
    const page = await newPage()
    await page.goto(`${address}${id}/1`)
    await page.getByText('标题字体与报社发布的不一致').waitFor()
    expect(await page.evaluate(() => [...document.fonts].map(({ family }) => family).join())).not.toContain('Headline')
  })
})

/** Any face that a browser would take. */
const settingFace = (): string => {
  const html = readFileSync(join(testSite, id, '1/index.html'), 'utf8')
  return /assets\/(setting-[\w-]+\.woff2)/.exec(html)?.[1] ?? ''
}

describe('an honest host', () => {
  it('has every image shown from verified bytes, and the headline face used', async () => {
    const page = await newPage()
    for (const place of [`${id}/1`, `${id}/8`, articleOfPicture()]) {
      await page.goto(shared.address + place)
      await expect.poll(() => areVerified(page)).toBe(true)
      expect(await strangersOnShow(page)).toEqual([])
      expect(await page.getByText(forged).count()).toBe(0)
    }
    await page.goto(`${shared.address}${id}/1`)
    const families = () => page.evaluate(() => [...document.fonts].map(({ family }) => family).join())
    await expect.poll(families).toContain('Banmian Headline')
  })

  it('is asked for no part twice, for no second width of a picture, and for nothing far from the screen', async () => {
    const folder = tempFolder()
    cpSync(testSite, folder, { recursive: true })
    for (const [place, view] of [
      [`${id}/1`, phone],
      [`${id}/1`, desk],
      [`${id}/8`, phone],
      [articleOfPicture(), phone],
    ] as const) {
      const site = await runCountedSite(folder)
      onTestFinished(() => site.stop())
      const page = await newPage(view)
      await page.goto(site.address + place)
      await expect.poll(() => areVerified(page)).toBe(true)
      await page.waitForLoadState('networkidle')
      expect(site.parts, place).toEqual([...new Set(site.parts)])
      const pictures = site.parts.flatMap((name) => /^picture-(\w+)-/.exec(name)?.[1] ?? [])
      expect(pictures, place).toEqual([...new Set(pictures)])
    }
  })

  it('sees no blank and no move where a picture that a server drew is shown from verified bytes', async () => {
    const page = await newPage()
    let verify = (): void => {}
    const isSeen = new Promise<void>((resolve) => (verify = resolve))
    await page.route('**/picture-*', async (route) => {
      if (route.request().resourceType() === 'fetch') await isSeen
      await route.continue()
    })
    await page.goto(`${shared.address}${id}/1`)
    const picture = await page.waitForFunction(() =>
      [...document.images].find(({ complete, naturalWidth }) => complete && naturalWidth > 0),
    )
    const image = picture.asElement()
    const box = await image?.boundingBox()
    if (!image || !box) throw new Error('no picture on the page')
    const frames = await recordFrames(page)
    const contrast = async (): Promise<number> => contrastOf(frames.shown().at(-1), box)
    await expect.poll(contrast).toBeGreaterThan(10)
    const before = frames.shown().length

    verify()
    const moved = await image.evaluate(
      (shown) =>
        new Promise<number>((resolve) => {
          let moves = 0
          const isOfImage = (source: unknown): boolean => {
            const node: unknown = Reflect.get(Object(source), 'node')
            return node instanceof Node && node.contains(shown)
          }
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (Reflect.get(entry, 'sources').some(isOfImage)) moves++
          }).observe({ type: 'layout-shift' })
          const look = (): void => {
            const isVerified = shown instanceof HTMLImageElement && shown.src.startsWith('blob:')
            if (isVerified) setTimeout(() => resolve(moves), 300)
            else requestAnimationFrame(look)
          }
          look()
        }),
    )
    expect(moved).toBe(0)
    expect(await image.evaluate((shown) => shown.isConnected)).toBe(true)
    for (const frame of frames.shown().slice(before - 1)) expect(await contrastOf(frame, box)).toBeGreaterThan(10)
  })
})

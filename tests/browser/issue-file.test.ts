import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notOfTheNetwork, phone, type RunningSite, workerIsThere } from '../support/browser'
import { smallIssue } from '../support/small-issue'
import { entriesOf, plainZip, text } from '../support/zips'
import { beginStory, type Story } from '../support/story'

let site: RunningSite
let page: Page
let end: Story['end']
let folder: string
let troubles: readonly string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'file-'))
  ;({ site, page, troubles, end } = await beginStory({ ...phone, acceptDownloads: true }))
})
afterAll(async () => {
  await end()
  rmSync(folder, { recursive: true })
})

const file = async (name: string, blob: Blob): Promise<string> => {
  const path = join(folder, name)
  writeFileSync(path, new Uint8Array(await blob.arrayBuffer()))
  return path
}
const choose = (...path: string[]) => page.locator('input[type=file]').setInputFiles(path)

/** One story, in order: each chapter begins where the one before it ended. */
describe('an issue as one file, in a real browser', () => {
  it('a saved issue leaves as one file', async () => {
    await page.goto(`${site.address}2026-11-24/1`)
    await page.getByRole('button', { name: '存到本机' }).tap()
    await page.getByRole('button', { name: '已存' }).waitFor()
    await page.goto(`${site.address}library`)
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '存成文件' }).tap()
    const download = await waiting
    expect(download.suggestedFilename()).toBe('版面-2026-11-24.banmian')
    await download.saveAs(join(folder, 'own.banmian'))
    expect(readFileSync(join(folder, 'own.banmian')).subarray(0, 2).toString()).toBe('PK')
  })

  it('comes back after everything was lost, says that nobody signed it, and reads without a network', async () => {
    await page.getByRole('button', { name: /^删除/ }).tap()
    await page.getByText('本机还没有存报纸').waitFor()
    await choose(join(folder, 'own.banmian'))
    await page.getByText('已存进本机：版面 2026年11月24日').waitFor()
    await workerIsThere(page)
    await site.stop()
    await page.getByRole('link', { name: '现在看' }).tap()
    await page.locator('.typeset .headline').first().waitFor()
    await page.getByText('这一期来自文件，没有签名').waitFor()
    await site.start()
  })

  it('of another paper opens under its own masthead, marked, and links stay in it', async () => {
    await page.goto(`${site.address}library`)
    await choose(await file('foreign.banmian', plainZip(entriesOf(await smallIssue()))))
    await page.getByText('已存进本机：小样报').waitFor()
    await page.getByRole('link', { name: '现在看' }).tap()
    await page.getByRole('heading', { level: 1, name: '第一版 要闻' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/library/small.example/2026-01-05/1')
    expect(await page.locator('.paper').textContent()).toBe('小样报')
    await page.getByText('这是《小样报》的报纸，不是本报签发的').waitFor()
    await page.locator('.typeset .headline').first().tap()
    await page.getByRole('heading', { name: '把报纸放进口袋' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/library/small.example/2026-01-05/1/aaa111')
    await page.reload()
    await page.getByRole('heading', { name: '把报纸放进口袋' }).waitFor()
    await page.getByRole('button', { name: '关闭' }).tap()
    await page.getByRole('link', { name: '已存报纸' }).tap()
    await page.getByRole('heading', { level: 1, name: '已存报纸' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/library')
  })

  it('that is hostile is refused in words, and what was saved stays', async () => {
    const small = await smallIssue()
    await choose(await file('bad.banmian', plainZip([...entriesOf(small), ['../evil.js', text('alert(1)')]])))
    await page.getByText('文件里有不属于报纸的东西，没有打开').waitFor()
    await choose(await file('no.banmian', new Blob(['hello'])))
    await page.getByText('这不是一份报纸文件').waitFor()
    await expect.poll(() => page.locator('.shelf li').count()).toBe(2)
  })

  it('that is shared to the app by another one is asked about, and taken in if the person says so', async () => {
    await page.getByRole('button', { name: /^删除.*1月5日/ }).tap()
    await expect.poll(() => page.locator('.shelf li').count()).toBe(1)
    const bytes = [...new Uint8Array(await plainZip(entriesOf(await smallIssue())).arrayBuffer())]
    const landed = await page.evaluate(async (shared) => {
      const form = new FormData()
      form.set('file', new File([new Uint8Array(shared)], 'a.banmian', { type: 'application/octet-stream' }))
      return (await fetch('/library/receive', { method: 'POST', body: form })).url
    }, bytes)
    expect(new URL(landed).pathname).toBe('/library')
    await page.goto(`${site.address}library`)
    await page.getByText('别的应用传来一份报纸：小样报 2026年1月5日').waitFor()
    await page.getByText('没有本报的签名').waitFor()
    await expect.poll(() => page.locator('.shelf li').count()).toBe(1)
    await page.getByRole('button', { name: '存进本机' }).tap()
    await page.getByText('已存进本机：小样报').waitFor()
    await expect.poll(() => page.locator('.shelf li').count()).toBe(2)
    await page.reload()
    expect(await page.getByText('已存进本机').count()).toBe(0)
  })

  it('is never hinted as saved while it is deleted, so that a page closed meanwhile does not tell it as lost', async () => {
    await page.evaluate(() => {
      const deleteRows = IDBObjectStore.prototype.delete
      IDBObjectStore.prototype.delete = function (query) {
        Object.assign(window, { hintOnDelete: localStorage.getItem('banmian:saved') })
        return deleteRows.call(this, query)
      }
    })
    await page.getByRole('button', { name: /^删除.*1月5日/ }).tap()
    await expect.poll(() => page.locator('.shelf li').count()).toBe(1)
    const hint = await page.evaluate(() => ('hintOnDelete' in window ? String(window.hintOnDelete) : ''))
    expect(hint).toMatch(/\S/)
    expect(hint).not.toContain('small.example')
  })

  it('that is shared is left out if the person says so', async () => {
    const bytes = [...new Uint8Array(await plainZip(entriesOf(await smallIssue())).arrayBuffer())]
    await page.evaluate(async (shared) => {
      const form = new FormData()
      for (const name of ['a', 'b']) form.append('file', new File([new Uint8Array(shared)], `${name}.banmian`))
      await fetch('/library/receive', { method: 'POST', body: form })
    }, bytes)
    await page.goto(`${site.address}library`)
    const leaveOut = page.getByRole('button', { name: '不要' })
    await leaveOut.nth(1).waitFor()
    await leaveOut.nth(1).tap()
    await expect.poll(() => leaveOut.count()).toBe(1)
    await leaveOut.tap()
    await expect.poll(() => page.getByText('别的应用传来').count()).toBe(0)
    await page.reload()
    await expect.poll(() => page.locator('.shelf li').count()).toBe(1)
    await choose(await file('again.banmian', plainZip(entriesOf(await smallIssue()))))
    await page.getByText('已存进本机：小样报').waitFor()
  })

  it('that the system opens with the app is taken in', async () => {
    await page.getByRole('button', { name: /^删除.*1月5日/ }).tap()
    await expect.poll(() => page.locator('.shelf li').count()).toBe(1)
    const bytes = [...new Uint8Array(await plainZip(entriesOf(await smallIssue())).arrayBuffer())]
    // The queue that a system's file association fills, with one launch in it.
    await page.addInitScript((opened) => {
      const getFile = async () => new File([new Uint8Array(opened)], 'a.banmian')
      const setConsumer = (take: (launch: unknown) => void) => take({ files: [{ getFile }] })
      Object.defineProperty(window, 'launchQueue', { value: { setConsumer } })
    }, bytes)
    await page.goto(`${site.address}library`)
    await page.getByText('已存进本机：小样报').waitFor()
    await expect.poll(() => page.locator('.shelf li').count()).toBe(2)
  })

  it('is taken in with others that are chosen at once, with a word for each', async () => {
    const dated = async (date: string): Promise<string> => {
      const small = await smallIssue()
      Object.assign(small.issue, { id: date, date })
      return file(`${date}.banmian`, plainZip(entriesOf(small)))
    }
    const broken = await file('broken.banmian', new Blob(['hello']))
    const before = await page.locator('.shelf li').count()
    await choose(await dated('2026-01-06'), broken, await dated('2026-01-07'), await dated('2026-01-08'))
    await page.getByText('已存进本机：小样报 2026年1月6日').waitFor()
    await page.getByText('已存进本机：小样报 2026年1月7日').waitFor()
    await page.getByText('已存进本机：小样报 2026年1月8日').waitFor()
    await page.getByText('这不是一份报纸文件').waitFor()
    await page.getByText('broken.banmian').waitFor()
    await expect.poll(() => page.locator('.shelf li').count()).toBe(before + 3)
  })

  it('can be dropped on the shelf', async () => {
    const bytes = [...new Uint8Array(await plainZip(entriesOf(await smallIssue())).arrayBuffer())]
    const data = await page.evaluateHandle((dropped) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(dropped)], 'a.banmian'))
      return transfer
    }, bytes)
    await page.dispatchEvent('main', 'dragover', { dataTransfer: data })
    await page.getByText('松手，就打开这份文件').waitFor()
    await page.dispatchEvent('main', 'drop', { dataTransfer: data })
    await page.getByText('本机已有小样报').waitFor()
    expect(notOfTheNetwork(troubles)).toEqual([])
  })
})

import { execFile, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { appIsThere, desk, runSite } from '../support/browser'
import { pressCli } from '../support/build-site'
import { openTestSite } from '../support/open-test-site'
import { tempFolder } from '../support/temp-folder'

const realData = process.env['BANMIAN_REAL_DATA'] ?? ''
const kinds = ['metsalto', 'epaper-html', 'pdf', 'iiif']
/** Without the data each kind is skipped by its name. */
const sources = kinds.flatMap((kind): (readonly [name: string, path: string])[] => {
  const folder = join(realData, kind)
  if (realData === '' || !existsSync(folder)) return [[`each of ${kind}`, '']]
  return readdirSync(folder).map((item) => [`${kind}/${item}`, join(folder, item)])
})
/** Those that are no issue, and the finding that says so. */
const refused: Readonly<Record<string, string>> = { 'iiif/gallica-v2-collection': 'iiif-collection-alone' }
const lists = sources.filter(([name]) => name in refused)
const issues = sources.filter(([name]) => !(name in refused))

const shared = openTestSite()
const run = promisify(execFile)
/** Of a dozen pages, on a slow machine. */
const mostMs = 1_200_000

describe.skipIf(realData === '')('a real source (needs BANMIAN_REAL_DATA)', () => {
  it.each(lists)('that is no issue is told in words, and nothing is written: %s', (name, path) => {
    const manuscript = join(tempFolder(), 'manuscript')
    const { status, stdout } = spawnSync('node', [pressCli, 'import', path, '--out', manuscript, '--json'], {
      encoding: 'utf8',
    })
    const { findings }: { findings?: unknown } = JSON.parse(stdout)
    expect(status).toBe(1)
    expect(findings).toEqual([expect.objectContaining({ code: refused[name], severity: 'fatal' })])
    expect(existsSync(manuscript)).toBe(false)
  })

  it.each(issues)(
    'is imported, built, found sound, and opens in the reader: %s',
    async (_, path) => {
      const folder = tempFolder()
      const [manuscript, out] = [join(folder, 'manuscript'), join(folder, 'site')]
      /** Not waited for in one piece: a large issue takes longer than the runner lets a test be silent. */
      const press = async (...args: string[]): Promise<{ readonly issue?: string }> =>
        JSON.parse((await run('node', [pressCli, ...args, '--json'], { maxBuffer: 1e9 })).stdout)
      await press('import', path, '--out', manuscript)
      // What a source does not say, a person writes: the day.
      const settings = join(manuscript, 'issue.yaml')
      writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^# date:.*/, 'date: 2024-05-25'))
      const { issue = '' } = await press('build', manuscript, '--out', out)
      await press('check', join(out, 'data', issue))
      await press('site', out, '--no-compress', '--address', 'http://localhost/')
      const site = await runSite(out)
      onTestFinished(() => site.stop())
      const context = await shared.browser.newContext(desk)
      onTestFinished(() => context.close())
      const page = await context.newPage()
      const faults: string[] = []
      page.on('pageerror', (error) => void faults.push(String(error)))
      await page.goto(`${site.address}${issue}/1`)
      await appIsThere(page)
      const shown = page.locator('.opening:not(.waiting) :is(.facsimile img, .typeset)').last()
      await shown.waitFor()
      await expect
        .poll(() => shown.evaluate((one) => !(one instanceof HTMLImageElement) || one.naturalWidth > 100))
        .toBe(true)
      // A page that is only a scan has no article.
      const articles = page.locator('nav.articles a')
      if ((await articles.count()) > 0) {
        await articles.first().click()
        await page.locator('article h1').first().waitFor()
      }
      expect(faults).toEqual([])
    },
    mostMs,
  )
})

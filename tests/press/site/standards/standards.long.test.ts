import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { build } from '@/press/commands/build'
import { makeSite } from '@/press/commands/site'
import { openBundleFolder } from '@/press/io/bundle-folder'
import { findInstalledBrowser } from '@/press/pdf/installed-browser'
import { loadBuiltRenderer } from '@/press/render/built-renderer'
import { Report } from '@/press/report'
import { writeIssueStandards } from '@/press/site/standards/write-standards'
import { testSite } from '../../../support/build-site'
import { hasIiifSchema, iiifValidator } from '../../../support/iiif-schema'
import { jingbaoManuscript } from '../../../support/jingbao-manuscript'
import { pfrManuscript } from '../../../support/pfr-manuscript'
import { quietContext } from '../../../support/quiet-context'
import { tempFolder } from '../../../support/temp-folder'
import { articleFile } from '../../../support/manuscript'
import { writeManuscript } from '../../../support/write-manuscript'

const epubcheck = '/usr/share/java/epubcheck.jar'
const realData = process.env['BANMIAN_REAL_DATA'] ?? ''
const address = { origin: 'https://paper.example', base: '/' }

/** What W3C's EPUBCheck says against a book, line by line. */
const faultsOf = async (epub: string): Promise<string[]> => {
  const run = await promisify(execFile)('java', ['-jar', epubcheck, epub]).catch((error: unknown) =>
    typeof error === 'object' && error !== null && 'stdout' in error && 'stderr' in error
      ? { stdout: String(error.stdout), stderr: String(error.stderr) }
      : { stdout: String(error), stderr: '' },
  )
  if (/No errors or warnings detected/.test(run.stdout)) return []
  return [run.stdout, run.stderr].join('\n').split('\n').filter(Boolean)
}

const epubIn = (folder: string): string => {
  const name = readdirSync(folder).find((one) => one.endsWith('.epub'))
  expect(name, `an EPUB in ${folder}`).toBeDefined()
  return join(folder, name ?? '')
}

const iiifFaultsIn = (folder: string): string[] => {
  const faults = iiifValidator()
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => faults(JSON.parse(readFileSync(join(folder, name), 'utf8'))).map((fault) => `${name}${fault}`))
}

/** Builds a manuscript and writes its standards' forms; gives the site's folder. */
const siteOf = async (files: Readonly<Record<string, string | Uint8Array>>, id: string): Promise<string> => {
  const folder = join(tempFolder(), 'manuscript')
  const site = join(folder, '../site')
  writeManuscript(folder, files)
  const { exitCode, findings } = await build({ folder, out: site }, quietContext())
  expect([exitCode, findings.filter(({ severity }) => severity === 'fatal')]).toEqual([0, []])
  await writeIssueStandards(await openBundleFolder(join(site, 'data', id)), {
    site,
    address,
    report: new Report(),
    hasImageServices: false,
  })
  return site
}

describe.skipIf(!existsSync(epubcheck))('EPUBCheck (Debian’s package epubcheck)', () => {
  it('finds nothing wrong with the specimen', async () =>
    expect(await faultsOf(epubIn(join(testSite, '2026-11-24')))).toEqual([]))

  it('finds nothing wrong with every kind of block, markup in text, and a vertical paper', async () => {
    const body = [
      '# 小标题',
      '一段 *着重* 与 **加粗**，还有 \\<b>不是标记\\</b> \\& \ue111。',
      '- 一\n- 二',
      '1. 甲\n2. 乙',
      '| 项 | 数 |\n| --- | --- |\n| 甲 | 1 |',
      '> 引文',
    ].join('\n\n')
    const site = await siteOf(
      {
        'paper.yaml': `id: plain.example\nname: 平常報\nlang: zh-Hant\ntime_zone: Asia/Shanghai\naccent: '#9c1c1c'\nsheet: tabloid\npage_turn: rtl\nwriting: vertical\n`,
        'page-01/01.md': articleFile('headline: "<甲> & 乙"\nkicker: 引题', body),
        'page-01/02.md': articleFile('kind: advert\nheadline: 廣告', '一。'),
        'page-02/01.md': articleFile('headline: 乙', '另一段。'.repeat(40)),
      },
      '2026-11-24',
    )
    expect(await faultsOf(epubIn(join(site, '2026-11-24')))).toEqual([])
  })

  it('does find what is wrong', async () => {
    const { 'book/style.css': _, ...rest } = unzipSync(readFileSync(epubIn(join(testSite, '2026-11-24'))))
    const broken = join(tempFolder(), 'broken.epub')
    writeFileSync(broken, zipSync(rest, { level: 0 }))
    expect((await faultsOf(broken)).join('\n')).toContain('style.css')
  })

  describe.skipIf(!realData)('with whole real issues (needs BANMIAN_REAL_DATA)', () => {
    it.each([
      ['1939, vertical, with characters that Unicode lacks', 'jingbao-1939-04-27', '1939-04-27', jingbaoManuscript],
      ['1998', 'pfr-1998-01', '1998-01-11', pfrManuscript],
    ])('finds nothing wrong with one of %s', async (_, name, id, read) => {
      const site = await siteOf(read(join(realData, 'text-zh', name)).files, id)
      expect(await faultsOf(epubIn(join(site, id)))).toEqual([])
      if (hasIiifSchema) expect(iiifFaultsIn(join(site, id, 'iiif'))).toEqual([])
    })
  })
})

const browser = findInstalledBrowser(process.env)

describe.skipIf(!browser)('pictures of typeset pages (needs a Chromium)', () => {
  it('are drawn once, name what they show, and become the canvas and the cover', async () => {
    const files = { 'page-01/01.md': articleFile('headline: 甲', '一段话。'.repeat(30)) }
    const site = await siteOf(files, '2026-11-24')
    const issueFolder = join(site, '2026-11-24/iiif')
    const renderer = await loadBuiltRenderer()
    if (!renderer || !browser) throw new Error('the reader is not built')
    const { signal, environment } = quietContext()
    const printer = { renderer, browser, isRoot: environment.isRoot, signal }
    const bundle = await openBundleFolder(join(site, 'data/2026-11-24'))
    await writeIssueStandards(bundle, { site, address, report: new Report(), hasImageServices: false, printer })
    const pictures = readdirSync(issueFolder).filter((name) => name.endsWith('.webp'))
    expect(pictures.map((name) => name.replace(/\..*/, '')).sort()).toEqual(['page-1-1600', 'page-1-200'])
    const manifest = readFileSync(join(issueFolder, 'manifest.json'), 'utf8')
    for (const name of pictures) expect(manifest).toContain(`https://paper.example/2026-11-24/iiif/${name}`)
    // No browser is needed for what was drawn: it is found, and the book has it as its cover.
    await writeIssueStandards(bundle, { site, address, report: new Report(), hasImageServices: false })
    expect(readFileSync(join(issueFolder, 'manifest.json'), 'utf8')).toBe(manifest)
    expect(readFileSync(epubIn(join(site, '2026-11-24'))).includes('book/cover.jpg')).toBe(true)
  })
})

describe('press site --pictures', () => {
  it('says that it needs a browser where there is none, and writes nothing', async () => {
    const before = statSync(join(testSite, 'index.html')).mtimeMs
    const environment = {
      variables: { PATH: '', PLAYWRIGHT_BROWSERS_PATH: '/nowhere' },
      isRoot: false,
      processId: process.pid,
      isAlive: () => true,
    }
    const { exitCode, findings } = await makeSite(
      { folder: testSite, pictures: true, compress: false },
      { ...quietContext(), environment },
    )
    expect([exitCode, findings.map(({ code }) => code)]).toEqual([1, ['cannot-draw-pages']])
    expect(statSync(join(testSite, 'index.html')).mtimeMs).toBe(before)
  })
})

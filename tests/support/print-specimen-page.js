/**
 * Prints page 8 of the specimen as a facsimile page: sets it from its text, draws it in Chromium, keeps the picture, and
 * writes the outlines of its articles, in pixels of the picture, into their front matter.
 *
 *   npm run build && node tests/support/print-specimen-page.js
 */
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { parseDocument } from 'yaml'
import { findChromium } from './chromium.js'

const pageNo = 8
const pictureWidth = 2200
const root = fileURLToPath(new URL('../..', import.meta.url))
const specimen = join(root, 'docs/specimen')
const folderOf = (no) => `page-${String(no).padStart(2, '0')}`

const editFrontMatter = (file, edit) => {
  const text = readFileSync(file, 'utf8')
  const [, head = '', body = ''] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(text) ?? []
  const document = parseDocument(head)
  edit(document)
  writeFileSync(file, `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n${body}`)
}
const editYaml = (file, edit) => {
  const document = parseDocument(readFileSync(file, 'utf8'))
  edit(document)
  writeFileSync(file, document.toString({ lineWidth: 0 }))
}
const articleFiles = (folder) =>
  readdirSync(folder)
    .filter((name) => name.startsWith('page-'))
    .flatMap((page) =>
      readdirSync(join(folder, page))
        .filter((name) => name.endsWith('.md'))
        .map((name) => join(page, name)),
    )

const work = mkdtempSync(join(tmpdir(), 'specimen-'))
const source = join(work, 'manuscript')
const site = join(work, 'site')
cpSync(specimen, source, { recursive: true })
editYaml(join(source, folderOf(pageNo), 'page.yaml'), (document) => document.delete('picture'))
for (const file of articleFiles(source)) editFrontMatter(join(source, file), (document) => document.delete('outlines'))

const press = join(root, 'dist/press/cli.js')
execFileSync('node', [press, 'build', source, '--out', site], { stdio: 'inherit' })
execFileSync('node', [press, 'site', site], { stdio: 'inherit' })
const server = spawn('node', [press, 'serve', site, '--port', '8790'], { stdio: ['ignore', 'pipe', 'inherit'] })
const address = await new Promise((resolve) =>
  server.stdout.on('data', (chunk) => resolve(/http:\S+/.exec(String(chunk))[0])),
)
const issueId = readdirSync(join(site, 'data')).find((name) => /^\d{4}-/.test(name))
const issue = JSON.parse(readFileSync(join(site, 'data', issueId, 'issue.json'), 'utf8'))
const page = issue.pages[pageNo - 1]
const [rendition] = page.renditions

const screenWidth = 900
const browser = await chromium.launch({ executablePath: await findChromium() })
const tab = await browser.newPage({
  viewport: { width: screenWidth, height: Math.ceil((screenWidth * rendition.height) / rendition.width) + 200 },
  deviceScaleFactor: pictureWidth / screenWidth,
  colorScheme: 'light',
})
await tab.goto(`${address}${issueId}/${pageNo}`)
await tab.waitForLoadState('networkidle')
await tab.evaluate(() => document.fonts.ready)
const printed = await tab.locator('.room').screenshot()
await browser.close()
server.kill()

const picture = join(specimen, folderOf(pageNo), 'page.webp')
const { width } = await sharp(printed).webp({ quality: 82, effort: 6 }).toFile(picture)
const scale = width / rendition.width
const sources = parseDocument(readFileSync(join(source, 'ids.yaml'), 'utf8')).toJS().articles
editYaml(join(specimen, folderOf(pageNo), 'page.yaml'), (document) => document.set('picture', 'page.webp'))
for (const { article, outlines } of rendition.regions) {
  const own = outlines.map((outline) => outline.map((value) => Math.round(value * scale)))
  const file = `${sources[article].source}.md`
  const isWhole = file.startsWith(folderOf(pageNo))
  editFrontMatter(join(specimen, file), (document) => {
    const node = document.createNode(isWhole ? own : { [pageNo]: own }, { flow: true })
    document.set('outlines', node)
  })
}
rmSync(work, { recursive: true })
process.stdout.write(`${picture}: ${width} pixels wide, ${rendition.regions.length} regions\n`)

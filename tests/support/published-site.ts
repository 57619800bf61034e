import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from '@/press/commands/build'
import { articleFile, plainFiles } from './manuscript'
import { quietContext } from './quiet-context'
import { tempFolder } from './temp-folder'
import { writeManuscript } from './write-manuscript'

const put = (site: string, files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true })
    writeFileSync(join(site, path), text)
  }
}

/** A page that loads the app and files, and links to pages. */
const page = (words: string, files: readonly string[], ...links: readonly string[]): string =>
  [
    '<!doctype html><script data-start="/app.js"></script>',
    ...files.map((file) => `<link rel="preload" href="/${file}">`),
    ...links.map((address) => `<a href="/${address}"></a>`),
    words,
  ].join('')

/** The app of one release, as `press site` lays it out, made of next to nothing. */
export const putApp = (site: string, release: string): void => {
  const asset = `assets/main-${release.padEnd(8, '0')}.js`
  put(site, {
    [asset]: `// ${release}`,
    'app.js': `import './${asset}'\n`,
    'shell.html': page(release, [asset]),
    '404.html': page(release, [asset]),
    'library/index.html': page(release, [asset]),
    'sw.js': `const banmianSite = {"shell":[{"url":"${asset}","revision":null},{"url":"shell.html","revision":"${release}"}],"paper":"{}"};\n`,
  })
}

/** The pages of an issue, which is the newest one. */
const putPages = (site: string, id: string): void => {
  const parts = readdirSync(join(site, 'data', id)).map((name) => `data/${id}/${name}`)
  put(site, {
    [`${id}/index.html`]: page(id, parts),
    [`${id}/1/index.html`]: page(id, parts, `${id}/1/abc`),
    [`${id}/1/abc/index.html`]: page(id, parts, `${id}/1`),
    'index.html': page(id, parts, `${id}/1`),
    'feed.xml': `<feed>${id}</feed>`,
  })
}

export interface PlainIssue {
  readonly text?: string
  readonly revision?: number
  /** Id of the paper, if it is not the plain one. */
  readonly paper?: string
}

/** Adds an issue, or corrects it: the press builds it, its pages are next to nothing. */
export const addIssue = async (
  site: string,
  id: string,
  { text = '一段话。', revision = 1, paper = 'plain.example' }: PlainIssue = {},
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'banmian-issue-'))
  writeManuscript(folder, {
    'paper.yaml': plainFiles['paper.yaml'].replace('plain.example', paper),
    'issue.yaml': `date: ${id}\nrevision: ${revision}\n`,
    'page-01/01.md': articleFile(`headline: 甲`, text),
  })
  const { exitCode, findings } = await build({ folder, out: site }, quietContext())
  rmSync(folder, { recursive: true })
  if (exitCode !== 0) throw new Error(JSON.stringify(findings))
  putPages(site, id)
}

/** A site of one issue in a folder that outlives a test; delete it afterwards. */
export const makeSmallSite = async (): Promise<string> => {
  const site = mkdtempSync(join(tmpdir(), 'banmian-site-'))
  await addIssue(site, '2026-11-23')
  putApp(site, 'one')
  return site
}

/** A copy for one test to change. */
export const copyOfSite = (site: string): string => {
  const copy = join(tempFolder(), 'site')
  cpSync(site, copy, { recursive: true })
  return copy
}

import { createHash } from 'node:crypto'
import { copyFile, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Paper } from '@/bundle/paper'
import { makeFolder } from '../io/make-folder'
import { replaceFile } from '../io/write-file'
import type { BuiltApp } from './built-app'
import { writeDocument, type HeadTag } from './html-document'
import { installedFiles } from './paper-files'
import { contentTypeOf } from './response-headers'
import type { SiteAddress } from './site-address'
import { fileOfAddress } from './site-paths'
import { addRelease, type SiteState } from './site-state'

/** A paper's site and the app that it is composed from. */
export interface SitePlan {
  readonly app: BuiltApp
  readonly paper: Paper
  /** paper.json, exactly as it stands in the site. */
  readonly paperJson: string
  readonly address: SiteAddress
  /** Style attribute of every page: the paper's colours. */
  readonly style: string
}

/** Starts the app of the newest release: its name never changes, so that pages drawn by an earlier release find it too. */
const startScript = 'app.js'

/** Style sheets name their fonts as neighbours; in a page they lie below `assets/`. */
export const inPage = (styles: string, base: string): string =>
  styles.replace(/url\((["']?)\.\//g, `url($1${base}assets/`)

/** What every page of the site has: icons, the manifest, the styles of the first paint, the paper as data. */
export const pageFrame = ({ app, paper, paperJson, address: { base }, style }: SitePlan) => {
  const tags: readonly HeadTag[] = [
    ['link', { rel: 'manifest', href: `${base}manifest.webmanifest` }],
    ['link', { rel: 'icon', href: `${base}icon-192.png`, type: 'image/png' }],
    ['link', { rel: 'apple-touch-icon', href: `${base}icon-192.png` }],
  ]
  return {
    lang: paper.lang,
    style,
    title: paper.name,
    tags,
    inlineScript: { source: app.firstScript, attributes: { 'data-start': `${base}${startScript}` } },
    inlineStyles: [inPage(app.firstStyles, base)],
    data: [
      {
        type: 'application/json' as const,
        attributes: { id: 'paper', 'data-base': base, 'data-styles': app.firstStyleFiles.join(' ') },
        json: paperJson,
      },
    ],
  }
}

/** The page without content: what the service worker answers with, and what a server gives where no page was drawn. */
export const shellDocument = (plan: SitePlan): string => {
  const frame = pageFrame(plan)
  const { app, address } = plan
  const pathOf = (file: string): string => address.base + file
  const scripts = [...app.scripts, ...app.pageModules].map((file): HeadTag => [
    'link',
    { rel: 'modulepreload', href: pathOf(file) },
  ])
  return writeDocument({ ...frame, tags: [...frame.tags, ...scripts], body: '' })
}

/** Pages of the reader that are not about the paper's content: the shell shows them. */
const shellFiles = ['shell.html', '404.html', ...['library', 'settings', 'search'].map(fileOfAddress)]

/** Copies the app's files, and deletes those of releases long past. @returns the releases that the site holds now */
const copyAssets = async (
  { assets, assetsFolder }: BuiltApp,
  site: string,
  releases: SiteState['releases'],
): Promise<SiteState['releases']> => {
  const folder = join(site, 'assets')
  await makeFolder(folder)
  const present = await readdir(folder)
  for (const name of assets) {
    if (present.includes(name)) continue
    await copyFile(join(assetsFolder, name), join(folder, `${name}.new`))
    await rename(join(folder, `${name}.new`), join(folder, name))
  }
  const { releases: kept, outdated } = addRelease(releases, assets, present)
  await Promise.all(outdated.map((name) => rm(join(folder, name), { force: true })))
  return kept
}

/**
 * The files that the app needs without a network, each with its digest and type, so that the worker takes no other bytes for
 * them. What else lies in a folder is not the worker's business.
 */
const shellList = async ({ app }: SitePlan, site: string, shell: string) => {
  const entryOf = (url: string, bytes: Uint8Array | string) => {
    const digest = createHash('sha256').update(bytes).digest()
    const revision = url.startsWith('assets/') ? null : digest.toString('hex').slice(0, 16)
    return { url, revision, integrity: `sha256-${digest.toString('base64')}`, type: contentTypeOf(url) }
  }
  const present = await readdir(site)
  const own = installedFiles.filter((name) => present.includes(name))
  return [
    ...(await Promise.all(
      app.assets.map(async (name) => entryOf(`assets/${name}`, await readFile(join(app.assetsFolder, name)))),
    )),
    entryOf('shell.html', shell),
    entryOf(startScript, startSource(app)),
    ...(await Promise.all(own.map(async (name) => entryOf(name, await readFile(join(site, name)))))),
  ]
}

/**
 * The script that starts the app. A page that another release drew has other styles in it than those of the first paint: they are loaded
 * while the app draws it anew.
 */
const startSource = ({ scripts, firstStyleFiles }: BuiltApp): string =>
  [
    ...scripts.map((file) => `import './${file}'\n`),
    `const own = ${JSON.stringify(firstStyleFiles)}\n`,
    `if (document.getElementById('paper')?.dataset.styles !== own.join(' '))\n`,
    `  for (const file of own)\n`,
    `    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL(file, import.meta.url) }))\n`,
  ].join('')

/**
 * Writes the app into the site: assets first, then what names them, the service worker last, so that at no moment a file
 * names another one that is not there.
 * @returns the releases of the app whose files the site holds now
 */
export const writeAppFiles = async (
  plan: SitePlan,
  site: string,
  releases: SiteState['releases'],
): Promise<SiteState['releases']> => {
  const { app, paperJson } = plan
  const kept = await copyAssets(app, site, releases)
  const shell = shellDocument(plan)
  await replaceFile(join(site, startScript), startSource(app))
  for (const name of shellFiles) await replaceFile(join(site, name), shell)
  const worker = JSON.stringify({ shell: await shellList(plan, site, shell), paper: paperJson, entry: app.entry })
  await replaceFile(join(site, 'sw.js'), `const banmianSite = ${worker};\n${app.worker}`)
  return kept
}

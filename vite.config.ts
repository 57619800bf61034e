import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

const path = (below: string): string => fileURLToPath(new URL(below, import.meta.url))
const resolve = { alias: { '@': path('src') } }

/** The site's folder: the press writes the paper and its data into it, the builds below the app around them. */
const site = process.env['BANMIAN_SITE'] ?? path('dist/site')
/** Path that the site is served under, with a slash at both ends. */
const base = process.env['BANMIAN_BASE'] ?? '/'

/** The command line, for Node: its own code in one file, packages where npm puts them. */
const press: UserConfig = {
  resolve,
  build: {
    ssr: true,
    outDir: 'dist/press',
    emptyOutDir: true,
    target: 'node20',
    copyPublicDir: false,
    rolldownOptions: { input: path('src/press/cli.ts'), output: { entryFileNames: 'cli.js' }, external: ['#render'] },
  },
}

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** Puts paper.json, which the press wrote, into the app's page: its name, its language, its icons, and itself as data. */
const withPaper = (): Plugin => ({
  name: 'with-paper',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      const file = join(site, 'paper.json')
      if (!existsSync(file)) throw new Error(`${file} is not there: build an issue first (npm run press -- build)`)
      const json = readFileSync(file, 'utf8').trim()
      const { name, lang } = JSON.parse(json)
      return {
        html: html
          .replace('<title></title>', `<title>${escapeHtml(name)}</title>`)
          .replace(/<html lang="[^"]*">/, `<html lang="${escapeHtml(lang)}">`),
        tags: [
          { tag: 'link', attrs: { rel: 'manifest', href: `${base}manifest.webmanifest` } },
          { tag: 'link', attrs: { rel: 'icon', href: `${base}icon-192.png`, type: 'image/png' } },
          { tag: 'link', attrs: { rel: 'apple-touch-icon', href: `${base}icon-192.png` } },
          {
            tag: 'script',
            attrs: { type: 'application/json', id: 'paper' },
            children: json.replace(/</g, '\\u003c'),
            injectTo: 'body-prepend',
          },
        ],
      }
    },
  },
})

/** The assets of the build before go; everything else in the site's folder is the press's and stays. */
const cleanAssets = (): Plugin => ({
  name: 'clean-assets',
  apply: 'build',
  buildStart: () => rmSync(join(site, 'assets'), { recursive: true, force: true }),
})

type ModuleGraph = { getModuleInfo: (id: string) => { isEntry: boolean; importers: readonly string[] } | null }

/**
 * Everything that the first page loads anyway goes into one file: cut up along what later pieces share, the same code weighs a tenth
 * more when it is compressed.
 */
const firstPage = () => {
  const known = new Map<string, boolean>()
  const isFirst = (id: string, graph: ModuleGraph): boolean => {
    const found = known.get(id)
    if (found !== undefined) return found
    known.set(id, false)
    const { isEntry = false, importers = [] } = graph.getModuleInfo(id) ?? {}
    const isReached = isEntry || importers.some((importer) => isFirst(importer, graph))
    known.set(id, isReached)
    return isReached
  }
  // Not main.ts itself: it waits for the first view, and a view in a file of its own waits for the file that it shares.
  const main = path('src/reader/main.ts')
  return (id: string, graph: ModuleGraph): string | undefined =>
    id !== main && !graph.getModuleInfo(id)?.isEntry && isFirst(id, graph) ? 'first' : undefined
}

const reader: UserConfig = {
  base,
  resolve,
  plugins: [vue(), withPaper(), cleanAssets()],
  build: {
    outDir: site,
    emptyOutDir: false,
    target: ['chrome105', 'safari16', 'firefox110'],
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: firstPage() }] } } },
  },
}

/** Node's entry to the reader: pages and articles as HTML. */
const render: UserConfig = {
  // Its stylesheet lies beside its fonts, wherever a page that uses it stands.
  base: './',
  resolve,
  plugins: [vue()],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist/render',
    emptyOutDir: true,
    ssrEmitAssets: true,
    cssCodeSplit: false,
    target: 'node20',
    copyPublicDir: false,
    rolldownOptions: { input: path('src/reader/render.ts'), output: { entryFileNames: 'render.js' } },
  },
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = join(folder, name)
    return statSync(file).isDirectory() ? filesBelow(file) : [file]
  })

/** The shell's files; those that carry their digest in their name need no revision. */
const shellFiles = () =>
  filesBelow(site)
    .map((file) => ({ file, url: relative(site, file).split('\\').join('/') }))
    .filter(({ url }) => !/^(data|schema)\/|^sw\.js|\.map$/.test(url))
    .map(({ file, url }) => ({
      url,
      revision: url.startsWith('assets/')
        ? null
        : createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16),
    }))

/** The service worker, built last: it lists the shell as it stands in the site's folder. */
const sw = (): UserConfig => ({
  resolve,
  define: { __SHELL__: JSON.stringify(shellFiles()), 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: site,
    emptyOutDir: false,
    copyPublicDir: false,
    target: ['chrome105', 'safari16', 'firefox110'],
    rolldownOptions: { input: path('src/sw/service-worker.ts'), output: { entryFileNames: 'sw.js', format: 'iife' } },
  },
})

export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'press':
      return press
    case 'render':
      return render
    case 'sw':
      return sw()
    default:
      return reader
  }
})

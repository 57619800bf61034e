import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build, defineConfig, type Plugin, type UserConfig } from 'vite'
import { scriptTables } from './vite.script-tables.ts'

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

/**
 * The reader's settings are on `<html>` before anything is painted: a classic script of its own in `<head>`, small enough to
 * wait for, since the policy allows no inline one.
 */
const beforePaint = (): Plugin => {
  let script = { fileName: '', source: '' }
  return {
    name: 'before-paint',
    apply: 'build',
    buildStart: async () => {
      const result = await build({
        configFile: false,
        logLevel: 'warn',
        resolve,
        build: {
          write: false,
          target: ['chrome105', 'safari16', 'firefox110'],
          rolldownOptions: { input: path('src/reader/settings/before-paint.ts'), output: { format: 'iife' } },
        },
      })
      const [built] = Array.isArray(result) ? result : [result]
      const source = built && 'output' in built ? (built.output[0]?.code ?? '') : ''
      const digest = createHash('sha256').update(source).digest('hex').slice(0, 8)
      script = { fileName: `assets/before-paint-${digest}.js`, source }
    },
    generateBundle() {
      this.emitFile({ type: 'asset', ...script })
    },
    // After the policy, and before the stylesheet, for which a script would wait.
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace('<title>', `<script src="${base}${script.fileName}"></script>$&`),
    },
  }
}

/** The assets of the build before go; everything else in the site's folder is the press's and stays. */
const cleanAssets = (): Plugin => ({
  name: 'clean-assets',
  apply: 'build',
  buildStart: () => rmSync(join(site, 'assets'), { recursive: true, force: true }),
})

type ModuleGraph = { getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null }

/**
 * What the first page imports is one chunk. Left alone, the bundler cuts it anew for every lazy view that shares a part of it,
 * and each cut weighs: 3.6 kB with the search. The entry itself stays apart: it waits for lazy views, which import this chunk.
 */
const firstChunk = () => {
  const entry = path('src/reader/main.ts')
  const first = new Set<string>()
  const collect = (id: string, graph: ModuleGraph): void => {
    if (first.has(id)) return
    first.add(id)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) collect(imported, graph)
  }
  return (id: string, graph: ModuleGraph): string | null => {
    if (first.size === 0) collect(entry, graph)
    return first.has(id) && id !== entry ? 'first' : null
  }
}

const reader: UserConfig = {
  base,
  resolve,
  // No component is written in options: what serves those, 1.6 kB of the first script, is left out.
  plugins: [vue({ features: { optionsAPI: false } }), scriptTables(), beforePaint(), withPaper(), cleanAssets()],
  build: {
    outDir: site,
    emptyOutDir: false,
    target: ['chrome105', 'safari16', 'firefox110'],
    assetsInlineLimit: 0,
    // Browsers without modulepreload do without: no stand-in is loaded for them.
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ debugName: 'first', name: firstChunk() }] } } },
  },
}

/** Node's entry to the reader: pages and articles as HTML. */
const render: UserConfig = {
  // Its stylesheet lies beside its fonts, wherever a page that uses it stands.
  base: './',
  resolve,
  plugins: [vue(), scriptTables()],
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
  define: {
    __SHELL__: JSON.stringify(shellFiles()),
    __PAPER__: JSON.stringify(readFileSync(join(site, 'paper.json'), 'utf8')),
    'process.env.NODE_ENV': '"production"',
  },
  build: {
    outDir: site,
    emptyOutDir: false,
    copyPublicDir: false,
    target: ['chrome105', 'safari16', 'firefox110'],
    rolldownOptions: {
      input: path('src/sw/service-worker.ts'),
      output: { entryFileNames: 'sw.js', format: 'iife' },
      // Vite's loader of lazy modules names import.meta; in a single file nothing is loaded.
      checks: { emptyImportMeta: false },
    },
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

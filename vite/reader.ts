import vue from '@vitejs/plugin-vue'
import type { UserConfig } from 'vite'
import { firstScript } from './first-script.ts'
import { firstStylesOnce } from './first-styles.ts'
import { browserTargets, pathOf, quietly, resolve } from './project.ts'
import { scriptTables } from './script-tables.ts'

type ModuleGraph = { getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null }

const entry = 'src/reader/main.ts'

/**
 * Puts everything that the entry imports statically into one chunk. Left alone, the bundler cuts it anew for every lazy view that
 * shares a part of it, and compresses worse: 3.6 kB more with the search alone. The entry itself stays apart, because lazy
 * views import this chunk while the entry waits for them.
 */
const firstChunk = () => {
  const first = new Set<string>()
  const collect = (id: string, graph: ModuleGraph): void => {
    if (first.has(id)) return
    first.add(id)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) collect(imported, graph)
  }
  return (id: string, graph: ModuleGraph): string | null => {
    if (first.size === 0) collect(pathOf(entry), graph)
    return first.has(id) && id !== pathOf(entry) ? 'first' : null
  }
}

/**
 * What is loaded later comes by occasion, because on a phone a request costs more than a few kilobytes. Each chunk takes along what
 * its modules import, unless it belongs to one further up. A view that is not named here has a chunk of its own.
 */
const occasions: readonly (readonly [name: string, modules: RegExp])[] = [
  // Soon after the page is shown, whatever the reader does.
  [
    'around',
    new RegExp(
      [
        'reader/(ui|a11y|i18n|shell|settings|reading|issue|files/Stranger)',
        'reader/views/\\w+(Dialog|Tools|Panel|Offer|Companion|Button|Heading)\\.vue',
        'reader/views/issue-keys',
        'reader/saving/\\w+(Bar|Notice|Status)\\.vue',
        'library/(worker-names|storage-fault|reading-r)',
        'text/stretches',
      ].join('|'),
    ),
  ],
  ['page', /reader\/page\//],
  ['search', /reader\/search\//],
  ['article', /reader\/(article\/(?!actions|pictures)|views\/(ArticlePane|TextPane))/],
  ['library', /src\/library\/(?!issue-file)|reader\/saving\//],
  ['issue-file', /library\/issue-file\//],
]

const chunks = [
  { debugName: 'first', name: firstChunk(), priority: occasions.length },
  ...occasions.map(([name, test], index) => ({ name, test, priority: occasions.length - 1 - index })),
]

/**
 * The reader for browsers: scripts and styles of no paper and no address in particular. The press composes a site from them,
 * guided by the manifest.
 */
export const reader: UserConfig = {
  // Files find one another by relative addresses, under whatever path a site is served.
  base: './',
  // Of Pinia's other build, code of its developer tools stays.
  resolve: { alias: { ...resolve.alias, pinia: pathOf('node_modules/pinia/dist/pinia.esm-browser.prod.js') } },
  // No component uses the options API; leaving out its support saves 1.6 kB of the first script.
  plugins: [vue({ features: { optionsAPI: false } }), scriptTables(), firstScript(), firstStylesOnce()],
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    copyPublicDir: false,
    manifest: 'manifest.json',
    target: browserTargets,
    assetsInlineLimit: 0,
    modulePreload: {
      // Browsers without modulepreload load the modules one after the other.
      polyfill: false,
      // Whoever imports anything has these; to look for each of them costs a slow phone milliseconds at every import.
      resolveDependencies: (_, files) => files.filter((file) => !/(first|rolldown-runtime)-[^/]*$/.test(file)),
    },
    rolldownOptions: {
      ...quietly,
      input: pathOf(entry),
      output: {
        codeSplitting: { groups: chunks },
      },
    },
  },
}

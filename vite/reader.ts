import { rmSync } from 'node:fs'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import type { Plugin, UserConfig } from 'vite'
import { beforePaint, withPaper } from './app-page.ts'
import { browserTargets, pathOf, resolve, siteBase, siteFolder } from './project.ts'
import { scriptTables } from './script-tables.ts'

/** Removes the assets of the previous build; everything else in the site's folder belongs to the press and stays. */
const cleanAssets = (): Plugin => ({
  name: 'clean-assets',
  apply: 'build',
  buildStart: () => rmSync(join(siteFolder, 'assets'), { recursive: true, force: true }),
})

type ModuleGraph = { getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null }

/**
 * Puts everything that the entry imports statically into one chunk. Left alone, the bundler cuts it anew for every lazy view that
 * shares a part of it, and compresses worse: 3.6 kB more with the search alone. The entry itself stays apart, because lazy
 * views import this chunk while the entry waits for them.
 */
const firstChunk = () => {
  const entry = pathOf('src/reader/main.ts')
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

/** The reader for browsers: its page, scripts and styles, into the folder in which the press has left the paper. */
export const reader: UserConfig = {
  base: siteBase,
  resolve,
  // No component uses the options API; leaving out its support saves 1.6 kB of the first script.
  plugins: [
    vue({ features: { optionsAPI: false } }),
    scriptTables(),
    beforePaint(),
    withPaper(siteFolder),
    cleanAssets(),
  ],
  build: {
    outDir: siteFolder,
    emptyOutDir: false,
    target: browserTargets,
    assetsInlineLimit: 0,
    // Browsers without modulepreload load the modules one after the other: no polyfill.
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ debugName: 'first', name: firstChunk() }] } } },
  },
}

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { UserConfig } from 'vite'
import { browserTargets, pathOf, resolve, siteFolder } from './project.ts'

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = join(folder, name)
    return statSync(file).isDirectory() ? filesBelow(file) : [file]
  })

/** Files of the app shell. Those with a digest in their name need no revision. */
const shellFiles = () =>
  filesBelow(siteFolder)
    .map((file) => ({ file, url: relative(siteFolder, file).split('\\').join('/') }))
    .filter(({ url }) => !/^(data|schema)\/|^sw\.js|\.map$/.test(url))
    .map(({ file, url }) => ({
      url,
      revision: url.startsWith('assets/')
        ? null
        : createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16),
    }))

/** The service worker, built last: it carries the list of the files that the other builds left in the site's folder. */
export const worker = (): UserConfig => ({
  resolve,
  define: {
    __SHELL__: JSON.stringify(shellFiles()),
    __PAPER__: JSON.stringify(readFileSync(join(siteFolder, 'paper.json'), 'utf8')),
    'process.env.NODE_ENV': '"production"',
  },
  build: {
    outDir: siteFolder,
    emptyOutDir: false,
    copyPublicDir: false,
    target: browserTargets,
    rolldownOptions: {
      input: pathOf('src/sw/service-worker.ts'),
      output: { entryFileNames: 'sw.js', format: 'iife' },
      // Vite's loader for lazy modules mentions import.meta; a single file loads none.
      checks: { emptyImportMeta: false },
    },
  },
})

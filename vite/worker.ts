import type { UserConfig } from 'vite'
import { browserTargets, pathOf, resolve } from './project.ts'

/** The service worker of no site in particular; the press puts the paper and the list of its files before it. */
export const worker: UserConfig = {
  resolve,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist/app',
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
}

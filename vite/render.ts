import vue from '@vitejs/plugin-vue'
import type { UserConfig } from 'vite'
import { pathOf, quietly, resolve } from './project.ts'
import { scriptTables } from './script-tables.ts'

/** Node's entry to the reader: pages and articles as HTML. */
export const render: UserConfig = {
  // The stylesheet finds its fonts next to itself, wherever the page that uses it stands.
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
    rolldownOptions: {
      ...quietly,
      input: pathOf('src/reader/render.ts'),
      output: { entryFileNames: 'render.js', codeSplitting: false },
    },
  },
}

import vue from '@vitejs/plugin-vue'
import type { UserConfig } from 'vite'
import { browserTargets, pathOf, quietly, resolve } from './project.ts'

/** The desk of an editor: a page, one script and one stylesheet, which `press preview` serves below `/desk/`. */
export const desk: UserConfig = {
  root: pathOf('src/desk'),
  base: '/desk/',
  publicDir: false,
  resolve,
  plugins: [vue({ features: { optionsAPI: false } })],
  build: {
    outDir: pathOf('dist/desk'),
    emptyOutDir: true,
    target: browserTargets,
    assetsInlineLimit: 0,
    // There is nothing to load in advance, and its polyfill would be a second script.
    modulePreload: { polyfill: false },
    rolldownOptions: { ...quietly, output: { codeSplitting: false } },
  },
}

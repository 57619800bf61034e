import { resolve as absolute } from 'node:path'
import vue from '@vitejs/plugin-vue'
import type { Plugin, UserConfig } from 'vite'
import { beforePaintModule, withPaper } from './app-page.ts'
import { devIssue } from './dev-issue.ts'
import { pathOf, resolve } from './project.ts'
import { scriptTables } from './script-tables.ts'

/** Where the dev server keeps what the press makes of the manuscript. */
const devSite = pathOf('dist/dev-site')

/** Adapts the app's page to the dev server, whose own scripts and styles are inline: no policy, settings applied by a module. */
const devPage = (): Plugin => ({
  name: 'dev-page',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => ({
      html: html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
      tags: [{ tag: 'script', attrs: { type: 'module', src: `/${beforePaintModule}` }, injectTo: 'head-prepend' }],
    }),
  },
})

/** `/playground` is a page of its own beside the app: tests/playground. */
const playground = (): Plugin => ({
  name: 'playground',
  configureServer: ({ middlewares }) =>
    void middlewares.use((request, _response, next) => {
      if (/^\/playground\/?(\?|$)/.test(request.url ?? '')) request.url = '/tests/playground/index.html'
      next()
    }),
})

/** The reader with hot reload over one manuscript, which the press builds again when it, or the press, changes. */
export const dev = (): UserConfig => ({
  resolve,
  publicDir: false,
  plugins: [
    vue(),
    scriptTables(),
    devPage(),
    withPaper(devSite),
    playground(),
    devIssue({ manuscript: absolute(process.env['BANMIAN_MANUSCRIPT'] ?? 'docs/specimen'), site: devSite }),
  ],
  // Found here before the first page asks for them, so that no reload follows it.
  optimizeDeps: { entries: ['index.html', 'src/reader/**/*.vue', 'src/reader/**/*.ts', 'tests/playground/index.html'] },
})

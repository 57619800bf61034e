import { existsSync, readFileSync } from 'node:fs'
import { join, resolve as absolute } from 'node:path'
import vue from '@vitejs/plugin-vue'
import type { Plugin, UserConfig } from 'vite'
import { firstScriptModule } from './first-script.ts'
import { devIssue } from './dev-issue.ts'
import { pathOf, resolve } from './project.ts'
import { scriptTables } from './script-tables.ts'

/** Where the dev server keeps what the press makes of the manuscript. */
const devSite = pathOf('dist/dev-site')

/** Completes the app's page as the press does for a site: with the paper as data, and the settings applied, here by a module. */
const devPage = (): Plugin => ({
  name: 'dev-page',
  transformIndexHtml: {
    order: 'pre',
    handler: () => {
      const file = join(devSite, 'paper.json')
      const json = existsSync(file) ? readFileSync(file, 'utf8').trim() : '{}'
      return [
        { tag: 'script', attrs: { type: 'module', src: `/${firstScriptModule}` }, injectTo: 'head-prepend' },
        {
          tag: 'script',
          attrs: { type: 'application/json', id: 'paper', 'data-base': '/' },
          children: json.replace(/</g, '\\u003c'),
          injectTo: 'body-prepend',
        },
      ]
    },
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
    playground(),
    devIssue({ manuscript: absolute(process.env['BANMIAN_MANUSCRIPT'] ?? 'docs/specimen'), site: devSite }),
  ],
  // Found here before the first page asks for them, so that no reload follows it.
  optimizeDeps: { entries: ['index.html', 'src/reader/**/*.vue', 'src/reader/**/*.ts', 'tests/playground/index.html'] },
})

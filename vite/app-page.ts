import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { browserTargets, pathOf, resolve, siteBase } from './project.ts'

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** Puts paper.json, which the press wrote into the site's folder, into the app's page: name, language, icons, and the record itself as data. */
export const withPaper = (siteFolder: string): Plugin => ({
  name: 'with-paper',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      const file = join(siteFolder, 'paper.json')
      if (!existsSync(file)) throw new Error(`${file} is missing: build an issue first (npm run press -- build)`)
      const json = readFileSync(file, 'utf8').trim()
      const { name, lang } = JSON.parse(json)
      return {
        html: html
          .replace('<title></title>', `<title>${escapeHtml(name)}</title>`)
          .replace(/<html lang="[^"]*">/, `<html lang="${escapeHtml(lang)}">`),
        tags: [
          { tag: 'link', attrs: { rel: 'manifest', href: `${siteBase}manifest.webmanifest` } },
          { tag: 'link', attrs: { rel: 'icon', href: `${siteBase}icon-192.png`, type: 'image/png' } },
          { tag: 'link', attrs: { rel: 'apple-touch-icon', href: `${siteBase}icon-192.png` } },
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

/** The module that puts the reader's settings on `<html>`. */
export const beforePaintModule = 'src/reader/settings/before-paint.ts'

/**
 * Settings are on `<html>` before anything is painted: a classic script of its own in `<head>`, small enough to block on,
 * because the policy allows no inline script.
 */
export const beforePaint = (): Plugin => {
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
          target: browserTargets,
          rolldownOptions: { input: pathOf(beforePaintModule), output: { format: 'iife' } },
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
    // After the policy, which must apply to it, and before the stylesheet, which would hold it up.
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace('<title>', `<script src="${siteBase}${script.fileName}"></script>$&`),
    },
  }
}

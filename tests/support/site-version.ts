import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'utf8')))

/**
 * A new version of the site in the folder: its pages say so in a meta element, and the worker lists its shell as it now is. A
 * broken one never starts the app.
 */
export const publishVersion = (folder: string, version: string, { isBroken = false } = {}): void => {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  for (const name of pages)
    edit(join(folder, name), (html) => {
      const plain = html.replace(/<meta name="version"[^>]*>/, '').replace('data-broken-start', 'data-start')
      const marked = plain.replace('<head>', `<head><meta name="version" content="${version}">`)
      return isBroken ? marked.replace('data-start', 'data-broken-start') : marked
    })
  const digest = createHash('sha256')
    .update(readFileSync(join(folder, 'shell.html')))
    .digest()
  edit(join(folder, 'sw.js'), (script) =>
    script.replace(
      /"url":"shell\.html","revision":"[^"]*","integrity":"[^"]*"/,
      `"url":"shell.html","revision":"${digest.toString('hex').slice(0, 16)}","integrity":"sha256-${digest.toString('base64')}"`,
    ),
  )
}

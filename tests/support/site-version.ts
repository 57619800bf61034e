import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'utf8')))

/** A new version of the site in the folder: its page says so in a meta element, and the worker lists the page as it now is. */
export const publishVersion = (folder: string, version: string, { isBroken = false } = {}): void => {
  const page = join(folder, 'index.html')
  edit(page, (html) => {
    const plain = html.replace(/<meta name="version"[^>]*>/, '').replace('data-broken-src', 'src')
    const marked = plain.replace('<head>', `<head><meta name="version" content="${version}">`)
    return isBroken ? marked.replace('crossorigin src', 'crossorigin data-broken-src') : marked
  })
  const revision = createHash('sha256').update(readFileSync(page)).digest('hex').slice(0, 16)
  edit(join(folder, 'sw.js'), (script) =>
    script.replace(
      /((?:"url"|url):["'`]index\.html["'`],\s*(?:"revision"|revision):["'`])[^"'`]*/,
      (_, before: string) => `${before}${revision}`,
    ),
  )
}

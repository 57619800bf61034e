/**
 * Writes the controls of the yardstick: a page and an article of a site with the same bytes, but without script.
 *
 *   node tests/bench/yardstick/make-control.js <site> </issue/page> </issue/page/article> <out>
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [site = '', page = '', article = '', out = ''] = process.argv.slice(2)
for (const folder of ['assets', 'data']) cpSync(join(site, folder), join(out, folder), { recursive: true })
/** As many bytes that say nothing. */
const blank = (text) => `<!--${'x'.repeat(Math.max(0, text.length - 7))}-->`
for (const [name, address] of [
  ['page', page],
  ['article', article],
]) {
  const html = readFileSync(join(site, address, 'index.html'), 'utf8')
    .replace(/<script data-start[\s\S]*?<\/script>/, blank)
    // The policy names the script that is gone.
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, blank)
  mkdirSync(join(out, name), { recursive: true })
  writeFileSync(join(out, name, 'index.html'), html)
}

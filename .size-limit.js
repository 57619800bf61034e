import { readFileSync } from 'node:fs'

/** Every script that starts the app: the entry and what it imports. */
const site = 'dist/test-site'
const scripts = [...readFileSync(`${site}/app.js`, 'utf8').matchAll(/'\.\/(assets\/[^']+)'/g)].map(
  ([, file]) => `${site}/${file}`,
)

export default [
  { name: 'script for the first page, as browsers get it', path: scripts, limit: '68.5 kB', brotli: true },
  { name: 'the same from a host that has gzip alone', path: scripts, limit: '77.5 kB', gzip: true },
]

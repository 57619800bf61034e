import { readFileSync } from 'node:fs'

/** Every script that starts the app: the entry and what it imports. */
const site = 'dist/test-site'
const scripts = [...readFileSync(`${site}/app.js`, 'utf8').matchAll(/'\.\/(assets\/[^']+)'/g)].map(
  ([, file]) => `${site}/${file}`,
)

export default [{ name: 'script for the first page', path: scripts, limit: '75 kB', gzip: true }]

import { readFileSync } from 'node:fs'

/** Everything that the app's page loads before anything can be seen: its script and what that imports. */
const site = 'dist/test-site'
const scripts = [...readFileSync(`${site}/index.html`, 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
  ([, file]) => `${site}/${file}`,
)

export default [{ name: 'script for the first page', path: scripts, limit: '75 kB', gzip: true }]

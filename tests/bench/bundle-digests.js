/**
 * Builds the specimen and, where BANMIAN_REAL_DATA names them, three real issues, and prints one digest for each bundle: two
 * versions of the press that print the same digests write the same bytes.
 *
 *   node tests/bench/bundle-digests.js
 */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const { module } = await runnerImport(path('build-bundles.ts'), {
  configFile: false,
  resolve: { alias: { '@': path('../../src') } },
})

for await (const { name, files, bytes, digest, seconds } of module.buildBundles())
  process.stdout.write(
    `${name.padEnd(20)} ${String(files).padStart(4)} files ${String(bytes).padStart(9)} bytes  sha256 ${digest}  ${seconds.toFixed(1)} s\n`,
  )

/**
 * `node vite/build-stale.js press app`: builds what has never been built, or not since its sources changed. The press and the
 * reader are built apart: an editor who only builds issues never waits for the reader.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const targets = {
  press: { sources: ['src/press', 'src/bundle', 'src/text'], modes: ['press'], name: 'the press' },
  desk: {
    sources: ['src/desk', 'src/bundle', 'src/text', 'src/press/preview', 'src/reader/styles'],
    modes: ['desk'],
    name: 'the desk',
  },
  app: {
    sources: ['src/reader', 'src/library', 'src/sw', 'src/bundle', 'src/text'],
    modes: ['app', 'sw', 'render'],
    name: 'the reader',
  },
}
const shared = ['vite', 'vite.config.ts', 'index.html', 'package.json', 'package-lock.json']

/** Time of the latest change of a file, or of anything below a folder, milliseconds. */
const changedMs = (path) => {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => changedMs(join(path, name))))
}

for (const wanted of process.argv.slice(2)) {
  const { sources, modes, name } = targets[wanted]
  const stamp = join(root, `dist/${wanted}/.built`)
  const latestMs = Math.max(...[...sources, ...shared].map((source) => changedMs(join(root, source))))
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= latestMs) continue
  process.stderr.write(`Building ${name}…\n`)
  for (const mode of modes) {
    const { status } = spawnSync(
      join(root, 'node_modules/.bin/vite'),
      ['build', '--mode', mode, '--logLevel', 'warn'],
      { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } },
    )
    if (status !== 0) process.exit(status ?? 1)
  }
  writeFileSync(stamp, '')
  utimesSync(stamp, new Date(), new Date(Math.ceil(latestMs)))
}

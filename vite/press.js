/** `npm run press -- <command>`: the press, built again only if it changed; the reader too, where the command needs it. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const given = process.argv.slice(2)
const needsReader = ['site', 'watch'].includes(given[0]) || given.includes('--pdf')

const run = (...args) => spawnSync('node', args, { stdio: 'inherit' }).status ?? 1
const built = run(path('build-stale.js'), 'press', ...(needsReader ? ['app'] : []))
process.exitCode = built === 0 ? run(path('../dist/press/cli.js'), ...given) : built

/** `npm run press -- <command>`: the press, built again only if it changed; reader and desk too, where the command needs them. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const given = process.argv.slice(2)
const needsDesk = given.includes('preview')
const needsReader = needsDesk || ['site', 'watch'].some((name) => given.includes(name)) || given.includes('--pdf')

const run = (...args) => spawnSync('node', args, { stdio: 'inherit' }).status ?? 1
const built = run(path('build-stale.js'), 'press', ...(needsReader ? ['app'] : []), ...(needsDesk ? ['desk'] : []))
process.exitCode = built === 0 ? run(path('../dist/press/cli.js'), ...given) : built

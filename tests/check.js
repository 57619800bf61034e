/** `npm run check`: types, lint and format; about half a minute. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bin, check, root, say } from './support/commands.js'

const roots = readdirSync(join(root, 'src'))
  .filter((name) => existsSync(join(root, 'src', name, 'tsconfig.json')))
  .map((name) => `src/${name}`)

const typesOf = (folder) => [`types of ${folder}`, bin('vue-tsc'), '-p', folder]

/** Two lists of about the same length: each check keeps one core busy. */
const lists = [
  [...roots.map(typesOf), ['format', bin('prettier'), '--check', '--log-level', 'warn', '.']],
  [typesOf('tests'), typesOf('vite'), ['lint', bin('eslint'), '.']],
]

const runInTurn = async (checks) => {
  const results = []
  for (const [name, ...command] of checks) {
    results.push(await check(name, ...command))
    if (name === 'format' && !results.at(-1)) say('`npm run format` formats these files.')
  }
  return results
}

/** Runs every check. @returns whether each passed */
export const runChecks = async () => {
  say('Checking types, lint and format…')
  return (await Promise.all(lists.map(runInTurn))).flat()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = (await runChecks()).every(Boolean) ? 0 : 1

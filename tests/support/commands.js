import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Path of a package's command. */
export const bin = (name) => `node_modules/.bin/${name}`

export const say = (text) => process.stdout.write(`${text}\n`)

/** Runs a command in the project's root; what it prints is shown as it comes, or kept. */
export const run = (command, args, { isQuiet = false, env = process.env } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => resolve({ isGood: code === 0, output }))
  })

/** Runs a check, says how it went, and shows what it printed only if it failed. */
export const check = async (name, command, ...args) => {
  const started = Date.now()
  const { isGood, output } = await run(command, args, { isQuiet: true })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  say(`${isGood ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (!isGood) say(output)
  return isGood
}

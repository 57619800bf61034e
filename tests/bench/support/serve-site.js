import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const press = fileURLToPath(new URL('../../../dist/press/cli.js', import.meta.url))

/** Serves a built site as a newsroom tries it: with the press. */
export const serveSite = async (site) => {
  const server = spawn('node', [press, 'serve', site, '--port', '8600'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error('the server did not start')))
    server.stdout.on('data', (chunk) => {
      const found = /http:\S+/.exec(String(chunk))
      if (found) resolve(found[0])
    })
  })
  return { address, stop: () => server.kill() }
}

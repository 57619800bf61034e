import { spawn } from 'node:child_process'
import { chromium, type BrowserContext } from 'playwright-core'
import { findChromium } from './chromium.js'

/** A browser that can be killed as a system kills one: all of it, at once, with nothing said. */
export interface KillableBrowser {
  readonly context: BrowserContext
  readonly kill: () => Promise<void>
}

/** Starts Chromium on a profile that stays when it is killed. */
export const startKillable = async (profile: string): Promise<KillableBrowser> => {
  const child = spawn(
    await findChromium(),
    [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--disable-gpu',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`the browser did not start: ${said}`)))
  })
  const browser = await chromium.connectOverCDP(address)
  const [context] = browser.contexts()
  if (!context) throw new Error('a browser has a context')
  return {
    context,
    kill: async () => {
      // The whole group: a renderer that lives on would go on writing.
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
      await gone
    },
  }
}

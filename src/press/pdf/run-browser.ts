import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'

/** A Chromium, and how it may be started. */
export interface Browser {
  /** Path of the program. */
  readonly browser: string
  /** The process runs as root, for whom Chromium can't create its sandbox. */
  readonly isRoot: boolean
  readonly signal: AbortSignal
}

/** Lets a browser without a window open a file and do one thing with it, as the arguments say. */
export const runBrowser = ({ browser, isRoot, signal }: Browser, source: string, ...task: string[]): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(
      browser,
      [
        '--headless',
        '--disable-gpu',
        ...(isRoot ? ['--no-sandbox'] : []),
        '--virtual-time-budget=20000',
        ...task,
        pathToFileURL(source).href,
      ],
      { stdio: 'ignore', signal },
    )
    child.once('error', fail)
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`the browser ended with ${code}`))))
  })

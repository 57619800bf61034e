import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import sirv from 'sirv'
import { build, type Plugin, type ViteDevServer } from 'vite'
import { press } from './press.ts'
import { pathOf } from './project.ts'

export interface DevIssue {
  /** The manuscript's folder. */
  readonly manuscript: string
  /** The folder from which the dev server serves the issue. */
  readonly site: string
}

/** Editors write a file in several steps: what changes within this time is one change. */
const settleMs = 80

const isIn = (file: string, folder: string): boolean => file === folder || file.startsWith(folder + sep)
const pressRoots = ['press', 'bundle', 'text'].map((root) => pathOf(`src/${root}`))

/** Builds the press in memory of the running process, then runs it apart, so that a crash of it ends nothing else. */
const buildPress = (): Promise<unknown> => build({ ...press, configFile: false, mode: 'press', logLevel: 'warn' })

const seconds = (started: number): string => `${((performance.now() - started) / 1000).toFixed(1)} s`

/** Keeps an issue built from its manuscript while the dev server runs, and reloads the page when it was built again. */
export const devIssue = ({ manuscript, site }: DevIssue): Plugin => {
  let running: ChildProcess | undefined
  let settling: ReturnType<typeof setTimeout> | undefined
  let isPressStale = true

  /** @returns whether the issue stands as the manuscript has it; findings are printed by the press itself */
  const buildIssue = async (): Promise<boolean> => {
    running?.kill('SIGINT')
    if (isPressStale) await buildPress()
    isPressStale = false
    // Otherwise each change would be a correction, and another manuscript's paper refused.
    for (const name of ['data', 'paper.json']) rmSync(join(site, name), { recursive: true, force: true })
    return new Promise((resolve) => {
      const child = spawn('node', [pathOf('dist/press/cli.js'), 'build', manuscript, '--out', site], {
        stdio: ['ignore', 'inherit', 'inherit'],
      })
      running = child
      child.on('close', (code) => resolve(code === 0))
    })
  }

  const rebuild = async ({ ws, config }: ViteDevServer): Promise<void> => {
    const started = performance.now()
    try {
      if (!(await buildIssue())) return
      config.logger.info(`issue built in ${seconds(started)}`, { timestamp: true })
      ws.send({ type: 'full-reload' })
    } catch (error) {
      // The press does not compile: said here, and tried again at the next change.
      isPressStale = true
      config.logger.error(String(error), { timestamp: true })
    }
  }

  return {
    name: 'dev-issue',
    apply: 'serve',
    config: () => ({ server: { watch: { ignored: [`${site}/**`] } } }),
    configureServer: async (server) => {
      await buildIssue()
      server.watcher.add(manuscript)
      server.watcher.on('all', (_event, file) => {
        const isOfPress = pressRoots.some((root) => isIn(file, root))
        // The press itself writes the ids.
        const isOfManuscript = isIn(file, manuscript) && basename(file) !== 'ids.yaml'
        if (!isOfPress && !isOfManuscript) return
        isPressStale ||= isOfPress
        clearTimeout(settling)
        settling = setTimeout(() => void rebuild(server), settleMs)
      })
      server.httpServer?.on('close', () => running?.kill('SIGINT'))
      server.middlewares.use(sirv(site, { dev: true }))
      // What the issue lacks is missing; without this, the app's page would be the answer.
      server.middlewares.use('/data', (_request, response) => {
        response.statusCode = 404
        response.end('not found')
      })
    },
  }
}

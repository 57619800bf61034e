import { watch as watchFolder } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { findPaper } from '../io/manuscript-folder'
import { loadBuiltRenderer } from '../render/built-renderer'
import { Report } from '../report'
import { writeAppFiles } from '../site/app-files'
import { createLiveServer } from '../site/live-server'
import { build } from './build'
import { createBuildMemory } from './build-memory'
import { failureOf, notWritten, type CommandContext, type Outcome } from './outcome'
import { listen } from './serve'
import { planOf } from './site'

export interface WatchOptions {
  /** The folder of the manuscript. */
  readonly folder: string
  readonly port: number
}

/** What a person who watches is told. */
export interface WatchVoice {
  readonly ready: (address: string) => void
  /** After every build: of the first, and of every change. */
  readonly built: (outcome: Outcome, tookMs: number) => void
}

/** Editors write a file in several steps: what changes within this time is one change. */
const settleMs = 60

/** What the press itself writes, and what editors leave beside a file while they write it. */
const isOurs = (name: string): boolean => /^(?:ids\.yaml|\..*|.*~|.*\.(?:new|swp|tmp))/.test(basename(name))

/** Calls back after changes in the folders until the signal aborts. */
const onChange = (folders: readonly string[], signal: AbortSignal, changed: () => void): void => {
  let settling: ReturnType<typeof setTimeout> | undefined
  for (const [index, folder] of folders.entries())
    watchFolder(folder, { recursive: index === 0, signal }, (_, name) => {
      if (name === null || isOurs(name)) return
      clearTimeout(settling)
      settling = setTimeout(changed, settleMs)
    })
  signal.addEventListener('abort', () => clearTimeout(settling))
}

/**
 * Builds a manuscript into a folder of its own, serves it, and builds it again after every change, whereupon the pages that are open load again.
 * A change that can't be built leaves them as they are.
 */
export const watch = async (
  { folder, port }: WatchOptions,
  context: CommandContext,
  voice: WatchVoice,
): Promise<Outcome> => {
  const { signal } = context
  const out = await mkdtemp(join(tmpdir(), 'press-watch-'))
  try {
    const memory = createBuildMemory()
    const quiet: CommandContext = { ...context, progress: () => undefined, tell: () => undefined }
    const buildOnce = async (): Promise<Outcome> => {
      const started = performance.now()
      const outcome = await build({ folder, out, draft: true }, quiet, memory).catch((error: unknown) => {
        const failure = failureOf(error)
        if (!failure) throw error
        return failure
      })
      const findings = outcome.findings.filter(({ code }) => code !== 'revision-not-raised')
      voice.built({ ...outcome, findings }, performance.now() - started)
      return outcome
    }
    const report = new Report()
    const renderer = await loadBuiltRenderer()
    if (!renderer) report.add('app-not-built', { file: 'dist/render' }, {})
    const first = renderer && (await buildOnce())
    if (!renderer || !first || first.exitCode !== 0) return notWritten(report)
    const plan = await planOf({ folder: out, address: 'http://localhost/' }, renderer, report)
    if (!plan) return notWritten(report)
    await writeAppFiles(plan, out, [])

    const { server, reload } = createLiveServer(out)
    const taken = await listen(server, '127.0.0.1', port)
    let building = Promise.resolve()
    const again = async (): Promise<void> => {
      if (!signal.aborted && (await buildOnce()).exitCode === 0) reload()
    }
    const paper = await findPaper(folder)
    onChange([folder, ...(paper ? [join(paper, '..')] : [])], signal, () => {
      building = building.then(again)
    })
    voice.ready(`http://localhost:${taken}/`)
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve()
      signal.addEventListener('abort', () => resolve())
    })
    await building
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    return { exitCode: 0, findings: [], lines: ['Stopped.'], record: { written: false } }
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadBuiltRenderer } from '../render/built-renderer'
import type { Report } from '../report'
import { writeAppFiles } from '../site/app-files'
import { createLiveServer, type LiveHandler } from '../site/live-server'
import { build } from './build'
import { createBuildMemory } from './build-memory'
import { failureOf, type CommandContext, type Outcome } from './outcome'
import { listen } from './serve'
import { planOf } from './site'

export interface LiveIssueOptions {
  /** The folder of the manuscript. */
  readonly folder: string
  readonly port: number
  /** Answers first; what it does not is the reader's. */
  readonly handler?: LiveHandler
}

/** An issue in a folder of its own that is built again and again, and shown by a server. */
export interface LiveIssue {
  /** Without a path: `http://localhost:8100`. */
  readonly address: string
  /** Builds it once more; pages that are open load again if that succeeded. */
  readonly build: () => Promise<Outcome>
  /** Tells the pages that are open that something has changed. */
  readonly reload: () => void
  readonly close: () => Promise<void>
}

/** Somebody stopped the command while the issue was built. */
export const stopped: Outcome = { exitCode: 0, findings: [], lines: ['Stopped.'], record: { written: false } }

/** Undefined if the reader has not been built, which is reported. */
export const openLiveIssue = async (
  { folder, port, handler }: LiveIssueOptions,
  context: CommandContext,
  report: Report,
): Promise<LiveIssue | undefined> => {
  const renderer = await loadBuiltRenderer()
  if (!renderer) {
    report.add('app-not-built', { file: 'dist/render' }, {})
    return undefined
  }
  const out = await mkdtemp(join(tmpdir(), 'press-live-'))
  const { server, reload } = createLiveServer(out, handler)
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
    await rm(out, { recursive: true, force: true })
  }
  const memory = createBuildMemory()
  const quiet: CommandContext = { ...context, progress: () => undefined, tell: () => undefined }
  let hasApp = false
  const writeApp = async (): Promise<boolean> => {
    const plan = hasApp ? undefined : await planOf({ folder: out, address: 'http://localhost/' }, renderer, report)
    if (plan) await writeAppFiles(plan, out, [])
    hasApp ||= plan !== undefined
    return hasApp
  }
  try {
    const taken = await listen(server, '127.0.0.1', port)
    return {
      address: `http://localhost:${taken}`,
      build: async () => {
        const outcome = await build({ folder, out, draft: true }, quiet, memory).catch((error: unknown) => {
          const failure = context.signal.aborted ? stopped : failureOf(error)
          if (!failure) throw error
          return failure
        })
        if (outcome !== stopped && outcome.exitCode === 0 && (await writeApp())) reload()
        // Its revision stays as long as nobody else has it.
        const findings = outcome.findings.filter(({ code }) => code !== 'revision-not-raised')
        return { ...outcome, findings }
      },
      reload,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

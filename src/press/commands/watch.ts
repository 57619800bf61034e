import { basename, join } from 'node:path'
import { onChange } from '../io/folder-changes'
import { findPaper } from '../io/manuscript-folder'
import { Report } from '../report'
import { openLiveIssue, stopped } from './live-issue'
import { notWritten, untilAborted, type CommandContext, type Outcome } from './outcome'

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

/** What the press itself writes, and what editors leave beside a file while they write it. */
const isOurs = (name: string): boolean => /^(?:ids\.yaml|\..*|.*~|.*\.(?:new|swp|tmp))/.test(basename(name))

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
  const report = new Report()
  const live = await openLiveIssue({ folder, port }, context, report)
  if (!live) return notWritten(report)
  try {
    const buildOnce = async (): Promise<Outcome> => {
      const started = performance.now()
      const outcome = await live.build()
      if (outcome !== stopped) voice.built(outcome, performance.now() - started)
      return outcome
    }
    if ((await buildOnce()).exitCode !== 0 || report.isFatal) return notWritten(report)
    let building = Promise.resolve()
    const again = async (): Promise<void> => {
      if (!signal.aborted) await buildOnce()
    }
    const paper = await findPaper(folder)
    const changed = (): void => {
      building = building.then(again)
    }
    const isMeant = (name: string): boolean => !isOurs(name)
    onChange({ folder, isDeep: true, isMeant }, signal, changed)
    if (paper) onChange({ folder: join(paper, '..'), isMeant }, signal, changed)
    voice.ready(`${live.address}/`)
    await untilAborted(signal)
    await building
    return stopped
  } finally {
    await live.close()
  }
}

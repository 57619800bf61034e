import { BundleError } from '@/bundle/fault'
import { describeFault } from '../fault-words'
import type { Finding } from '../finding'
import type { Progress } from '../progress'
import type { OwnProcess } from '../io/site-lock'
import { systemReasonOf } from '../io/system-reason'
import { Report } from '../report'

/** Exit codes that scripts may rely on: written, not written, wrong usage, interrupted. */
export type ExitCode = 0 | 1 | 2 | 130

/** The result of a command: findings, lines for a person, and a record for machines (`--json`). */
export interface Outcome {
  readonly exitCode: ExitCode
  readonly findings: readonly Finding[]
  readonly lines: readonly string[]
  readonly record: unknown
}

/** What a command may know about the process that it runs in. */
export interface Environment extends OwnProcess {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
}

/** What the command line gives every command. */
export interface CommandContext {
  readonly progress: Progress
  /** Says something while the command runs, before its outcome. */
  readonly tell: (line: string) => void
  readonly signal: AbortSignal
  readonly environment: Environment
}

/** Somebody stops a command that goes on until then. */
export const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve())
  })

/** Bad input: the findings say why. */
export const notWritten = (report: Report): Outcome => ({
  exitCode: 1,
  findings: report.findings,
  lines: ['Nothing was written.'],
  record: { written: false },
})

/** The outcome of a failure that may happen anywhere, a full disk or a foreign file in the site; undefined if it is a bug. */
export const failureOf = (error: unknown): Outcome | undefined => {
  const report = new Report()
  const refused = systemReasonOf(error)
  if (refused) report.add('file-refused', { file: refused.file }, { reason: refused.reason })
  else if (error instanceof BundleError) report.add('bad-bundle', { file: '.' }, { fault: describeFault(error.fault) })
  else return undefined
  return { exitCode: 1, findings: report.findings, lines: ['Not finished.'], record: { written: false } }
}

import type { Finding } from '../finding'
import type { Progress } from '../progress'
import type { Report } from '../report'

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
export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
}

/** What the command line gives every command. */
export interface CommandContext {
  readonly progress: Progress
  readonly signal: AbortSignal
  readonly environment: Environment
}

/** Bad input: the findings say why. */
export const notWritten = (report: Report): Outcome => ({
  exitCode: 1,
  findings: report.findings,
  lines: ['Nothing was written.'],
  record: { written: false },
})

import type { Finding } from '../finding'
import type { Progress } from '../progress'

/** Exit codes: what a script may rely on. */
export type ExitCode = 0 | 1 | 2 | 130

/** What a command leaves behind: findings, lines for a person, a record for a machine (`--json`). */
export interface Outcome {
  readonly exitCode: ExitCode
  readonly findings: readonly Finding[]
  readonly lines: readonly string[]
  readonly record: unknown
}

/** What a command may know of the process that it runs in. */
export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
}

/** What every command gets from the command line. */
export interface CommandContext {
  readonly progress: Progress
  readonly signal: AbortSignal
  readonly environment: Environment
}

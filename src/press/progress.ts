import type { ProgressStep } from './findings/chinese/lines'

/** The progress of a long step, reported by a command; `cli.ts` shows it as a bar or as plain lines. */
export interface ProgressReport {
  readonly step: ProgressStep
  readonly done: number
  readonly total: number
  /** The item just finished. */
  readonly label?: string
}

export type Progress = (report: ProgressReport) => void

/** How far a long step has come; a command reports it, `cli.ts` shows it as a bar or as plain lines. */
export interface ProgressReport {
  readonly step: string
  readonly done: number
  readonly total: number
  /** What was just finished. */
  readonly label?: string
}

export type Progress = (report: ProgressReport) => void

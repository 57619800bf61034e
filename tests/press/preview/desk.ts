import { correctPrinted, uncorrected } from '@/press/importers/read-printed'
import type { PrintedIssue } from '@/press/importers/printed/printed-issue'
import { deskOf, type CorrectedDesk } from '@/press/preview/corrected-desk'
import type { DeskChange } from '@/press/preview/desk-record'
import { makeChange, type TriedCorrections } from '@/press/preview/make-change'
import { Report } from '@/press/report'

export const file = 'corrections.yaml'

/** Reads and applies a text of corrections.yaml. */
export const attemptOn =
  (source: PrintedIssue) =>
  (text: string): TriedCorrections => {
    const report = new Report()
    const corrected = correctPrinted(source, { file, text }, report)
    const { findings } = report
    return corrected && !report.isFatal ? { text, findings, desk: deskOf(source, corrected) } : { text, findings }
  }

export interface EditedSource {
  readonly text: string
  readonly desk: CorrectedDesk
  /** Why each change that was not made was refused. */
  readonly refused: readonly string[]
}

/** What becomes of a source when an editor makes changes, one after the other. */
export const edited = (source: PrintedIssue, changes: readonly DeskChange[], text = ''): EditedSource => {
  const attempt = attemptOn(source)
  let tried = attempt(text)
  const refused: string[] = []
  for (const change of changes) {
    const result = makeChange(tried, change, attempt)
    if ('made' in result) tried = result.made
    else
      refused.push('reason' in result.refused ? result.refused.reason : (result.refused.finding.facts['reason'] ?? ''))
  }
  return { text: tried.text, desk: tried.desk ?? deskOf(source, uncorrected(source)), refused }
}

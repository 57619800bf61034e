import { applyCorrections, type CorrectedIssue } from './corrections/apply-corrections'
import { CorrectionAccount, type CorrectionCounts } from './corrections/correction-account'
import { readCorrections, type CorrectionsFile } from './corrections/read-corrections'
import type { PrintedIssue } from './printed/printed-issue'
import type { PrintedSource, RecognitionWish, SourceFiles } from './printed/printed-source'
import { printedKinds } from './printed-kinds'
import type { CorrectionsText } from '../io/corrections-file'
import type { MeasurePicture } from '../io/manuscript-folder'
import { openSourceFolder } from '../io/source-folder'
import type { Report } from '../report'

export interface PrintedPlace {
  /** The folder of the source, or a file. */
  readonly path: string
  /** One of `printedKinds`; by default the press finds out what it is. */
  readonly kind?: string
}

/** Printed pages as their importer read them. */
export interface ReadPrinted {
  readonly kind: string
  readonly files: SourceFiles
  readonly issue: PrintedIssue
}

/** A source, and what it is. */
interface KnownSource {
  readonly kind: string
  readonly source: PrintedSource
}

/** Undefined if it is of no kind, or not of the one that was named. */
const sourceOf = async (files: SourceFiles, named: string | undefined): Promise<KnownSource | undefined> => {
  for (const { kind, load } of printedKinds) {
    if (named !== undefined && named !== kind) continue
    const source = await load()
    if (kind === named || (await source.recognises(files))) return { kind, source }
  }
  return undefined
}

/** Reads printed pages from their source; undefined if that can't be done, which is reported. */
export const readPrinted = async (
  { path, kind: named }: PrintedPlace,
  measure: MeasurePicture,
  report: Report,
  recognition?: RecognitionWish,
): Promise<ReadPrinted | undefined> => {
  const files = await openSourceFolder(path, measure, report)
  if (!files) return undefined
  const known = await sourceOf(files, named)
  if (!known) {
    report.add('unknown-source', { file: path }, { kinds: printedKinds.map(({ kind }) => kind).join(', ') })
    return undefined
  }
  if (recognition && known.source.canRecognise !== true)
    report.add('ocr-not-here', { file: path }, { kind: known.kind })
  const issue = await known.source.read(files, report, recognition)
  return issue && !report.isFatal ? { kind: known.kind, files, issue } : undefined
}

/** Printed pages as the editor corrected them; without corrections and counts if there are none. */
export interface CorrectedPrinted extends CorrectedIssue {
  readonly corrections?: CorrectionsFile
  readonly counts?: CorrectionCounts
}

/** Printed pages of which nothing is corrected. */
export const uncorrected = (issue: PrintedIssue): CorrectedPrinted => {
  const sources = issue.articles.map((source) => ({ source, joined: [] }))
  return { issue, sources, origins: new Map(sources.map((origin) => [origin.source, origin])) }
}

/** Undefined if the corrections can't be read, which is reported. */
export const correctPrinted = (
  issue: PrintedIssue,
  written: CorrectionsText | undefined,
  report: Report,
): CorrectedPrinted | undefined => {
  if (!written) return uncorrected(issue)
  const corrections = readCorrections(written.text, written.file, report)
  if (!corrections) return undefined
  const account = new CorrectionAccount(corrections, report)
  const corrected = applyCorrections(issue, account)
  return { ...corrected, corrections, counts: account.counts }
}

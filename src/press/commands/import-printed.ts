import { dirname } from 'node:path'
import { howMany } from '../how-many'
import { measurePicture } from '../images/encode-picture'
import { applyCorrections } from '../importers/corrections/apply-corrections'
import { CorrectionAccount, type CorrectionCounts } from '../importers/corrections/correction-account'
import { readCorrections } from '../importers/corrections/read-corrections'
import { figuresOfImport, type ImportFigures } from '../importers/printed/import-figures'
import type { PrintedIssue } from '../importers/printed/printed-issue'
import type { PrintedSource, SourceFiles } from '../importers/printed/printed-source'
import { writePrintedManuscript } from '../importers/printed/write-manuscript'
import { printedKinds } from '../importers/printed-kinds'
import { readCorrectionsText } from '../io/corrections-file'
import { addMovedAddresses } from '../io/moved-addresses'
import { openSourceFolder } from '../io/source-folder'
import { Report } from '../report'
import { isFreeForManuscript, paperFor } from './new-manuscript'
import { notWritten, type CommandContext, type Outcome } from './outcome'
import { prepareImport, type WrittenImport } from './write-import'

export interface PrintedImport {
  /** The folder of the source, or a file. */
  readonly path: string
  /** The folder of the manuscript: a new one, or one that an import made. */
  readonly out: string
  /** One of `printedKinds`; by default the press finds out what it is. */
  readonly kind?: string
  /** The file with the corrections; by default the one beside the source, if there is one. */
  readonly corrections?: string | undefined
  /** Writes over what a person changed in files of an earlier import. */
  readonly replace?: boolean | undefined
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

/** An issue as the editor corrected it; without counts if there are no corrections. */
interface CorrectedIssue {
  readonly issue: PrintedIssue
  readonly counts?: CorrectionCounts
}

/** Undefined if the corrections can't be read, which is reported. */
const corrected = async (
  issue: PrintedIssue,
  { path, corrections: named }: PrintedImport,
  report: Report,
): Promise<CorrectedIssue | undefined> => {
  const written = await readCorrectionsText(path, named, report)
  if (!written) return report.isFatal ? undefined : { issue }
  const corrections = readCorrections(written.text, written.file, report)
  if (!corrections) return undefined
  const account = new CorrectionAccount(corrections, report)
  return { issue: applyCorrections(issue, account), counts: account.counts }
}

const percent = (share: number): string => (100 * share).toFixed(1)

/** What a person reads of an import. */
const linesOf = (
  kind: string,
  figures: ImportFigures,
  {
    counts,
    written,
    out,
    seconds,
    report,
  }: {
    readonly counts: CorrectionCounts | undefined
    readonly written: WrittenImport
    readonly out: string
    readonly seconds: number
    readonly report: Report
  },
): string[] => {
  const { pages, articles, joins, placed, unplaced, covered } = figures
  const count = (severity: string): number => report.findings.filter((one) => one.severity === severity).length
  const kept = written.kept.length
  return [
    `${kind}: ${howMany(pages, 'page')}, ${howMany(articles, 'article')}, ${howMany(joins, 'join')} (${seconds.toFixed(1)} s)`,
    `  characters: ${placed} with their places, ${unplaced} without`,
    ...(covered === undefined ? [] : [`  articles cover ${percent(covered)} % of the pages`]),
    ...(counts
      ? [
          `  corrections: ${counts.applied} applied, ${counts.needless} no longer needed, ${counts.notApplied} not applied`,
        ]
      : []),
    `  findings: ${howMany(count('warning'), 'warning')}, ${howMany(count('note'), 'note')}`,
    ...(kept === 0 ? [] : [`  kept as they were changed by hand: ${howMany(kept, 'file')}`]),
    ...(written.removed.length === 0 ? [] : [`  removed: ${howMany(written.removed.length, 'file')}`]),
    `${howMany(written.changed.length, 'file')} written to ${out}. Correct them, then build.`,
  ]
}

/**
 * Writes a manuscript from printed pages, as the editor corrected them. Into a manuscript that an import made it is written again: what a
 * person changed there is kept, and told.
 */
export const importPrinted = async (
  options: PrintedImport,
  { progress, signal }: Pick<CommandContext, 'progress' | 'signal'>,
): Promise<Outcome> => {
  const { path, out, kind: named, replace: isReplacing = false } = options
  const started = performance.now()
  const report = new Report()
  if (!(await isFreeForManuscript(out, report, { mayBeImported: true }))) return notWritten(report)
  const files = await openSourceFolder(path, measurePicture, report)
  if (!files) return notWritten(report)
  const known = await sourceOf(files, named)
  if (!known) {
    report.add('unknown-source', { file: path }, { kinds: printedKinds.map(({ kind }) => kind).join(', ') })
    return notWritten(report)
  }
  const { kind, source } = known
  const read = await source.read(files, report)
  if (!read || report.isFatal) return notWritten(report)
  const made = await corrected(read, options, report)
  if (!made || report.isFatal) return notWritten(report)
  const { issue, counts } = made
  const manuscript = writePrintedManuscript(issue, report)
  const write = await prepareImport({ manuscript, files, out, isReplacing }, { progress, signal }, report)
  if (!write || report.isFatal) return notWritten(report)
  const paper = await paperFor(out, issue.paper, report)
  await addMovedAddresses(dirname(paper), manuscript.moved)
  const written = await write()
  const figures = figuresOfImport(issue, manuscript.outlines)
  const seconds = (performance.now() - started) / 1000
  return {
    exitCode: 0,
    findings: report.findings,
    lines: linesOf(kind, figures, { counts, written, out, seconds, report }),
    record: {
      written: true,
      kind,
      ...figures,
      seconds,
      ...(counts && { corrections: counts }),
      ...written,
    },
  }
}

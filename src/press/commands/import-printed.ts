import { dirname } from 'node:path'
import { howMany } from '../how-many'
import { measurePicture } from '../images/encode-picture'
import { inkOf } from '../images/ink'
import type { CorrectionCounts } from '../importers/corrections/correction-account'
import { correctPrinted, readPrinted } from '../importers/read-printed'
import { figuresOfImport, type ImportFigures } from '../importers/printed/import-figures'
import { inkShare } from '../importers/printed/covered-share'
import type { PrintedIssue } from '../importers/printed/printed-issue'
import type { SourceFiles } from '../importers/printed/printed-source'
import { joinsToCome, type JoinsToCome } from '../importers/printed/joins-to-come'
import { folderOf, writePrintedManuscript, type PrintedManuscript } from '../importers/printed/write-manuscript'
import { readCorrectionsText } from '../io/corrections-file'
import { addMovedAddresses } from '../io/moved-addresses'
import { Report } from '../report'
import { isFreeForManuscript, paperFor } from './new-manuscript'
import { notWritten, type CommandContext, type Outcome } from './outcome'
import { recognitionWish } from './recognition-wish'
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
  /** Recognises the text of pages that are only pictures, in these languages: `chi_sim+eng`. */
  readonly ocr?: string | undefined
  /** Writes over what a person changed in files of an earlier import. */
  readonly replace?: boolean | undefined
}

/** How much of the ink on all pages with a picture of their own the articles have, 0 to 1; undefined if there is none. */
const inkCoveredIn = async (
  { copies, outlines }: PrintedManuscript,
  { pages }: PrintedIssue,
  files: SourceFiles,
): Promise<number | undefined> => {
  const shares: number[] = []
  for (const [index, page] of pages.entries()) {
    const [, from] = [...copies].find(([path]) => path.startsWith(`${folderOf(index)}/page.`)) ?? []
    const bytes = typeof from === 'string' ? await files.read(from) : from?.bytes
    const ink = bytes && (await inkOf(bytes))
    const share = ink && inkShare(outlines[index] ?? [], page, ink)
    if (share !== undefined) shares.push(share)
  }
  return shares.length === 0 ? undefined : shares.reduce((sum, share) => sum + share, 0) / shares.length
}

const percent = (share: number): string => (100 * share).toFixed(1)

/** Joins of articles over pages by what proves them, and printed lines that join nothing. */
const joinLinesOf = (stated: number, { proven, possible, unresolved }: JoinsToCome): string[] => [
  ...(stated === 0 ? [] : [`  joined as the source or a correction states: ${stated}`]),
  ...Object.entries(proven).map(([grade, count]) => `  joined when it is built, by ${grade}: ${count}`),
  ...(possible === 0 ? [] : [`  with a line to or from another page, but several may be meant: ${possible}`]),
  ...(unresolved === 0 ? [] : [`  with a line to or from another page that leads nowhere: ${unresolved}`]),
]

/** What a person reads of an import. */
const linesOf = (
  kind: string,
  figures: ImportFigures,
  {
    jumps,
    counts,
    ink,
    written,
    out,
    seconds,
    report,
  }: {
    readonly jumps: JoinsToCome
    readonly counts: CorrectionCounts | undefined
    readonly ink: number | undefined
    readonly written: WrittenImport
    readonly out: string
    readonly seconds: number
    readonly report: Report
  },
): string[] => {
  const { pages, articles, joins, placed, unplaced, recognised, covered } = figures
  const count = (severity: string): number => report.findings.filter((one) => one.severity === severity).length
  const kept = written.kept.length
  const allJoins = Object.values(jumps.proven).reduce((sum, made) => sum + made, joins)
  return [
    `${kind}: ${howMany(pages, 'page')}, ${howMany(articles, 'article')}, ${howMany(allJoins, 'join')} (${seconds.toFixed(1)} s)`,
    ...joinLinesOf(joins, jumps),
    `  characters: ${placed} with their places, ${unplaced} without`,
    ...(recognised === 0 ? [] : [`  characters recognised from pictures: ${recognised}`]),
    ...(covered === undefined ? [] : [`  articles cover ${percent(covered)} % of the pages`]),
    ...(ink === undefined ? [] : [`  articles have ${percent(ink)} % of the ink in pictures of pages`]),
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
  const { path, out, replace: isReplacing = false } = options
  const started = performance.now()
  const report = new Report()
  if (!(await isFreeForManuscript(out, report))) return notWritten(report)
  const read = await readPrinted(options, measurePicture, report, recognitionWish(options.ocr, { progress, signal }))
  if (!read) return notWritten(report)
  const corrections = await readCorrectionsText(path, options.corrections, report)
  const made = report.isFatal ? undefined : correctPrinted(read.issue, corrections, report)
  if (!made || report.isFatal) return notWritten(report)
  const { kind, files } = read
  const { issue, counts } = made
  const manuscript = writePrintedManuscript(issue, report)
  const write = await prepareImport({ manuscript, files, out, isReplacing }, { progress, signal }, report)
  if (!write || report.isFatal) return notWritten(report)
  const paper = await paperFor(out, issue.paper, report)
  await addMovedAddresses(dirname(paper), manuscript.moved)
  const written = await write()
  const figures = figuresOfImport(issue, manuscript.outlines)
  const jumps = joinsToCome(manuscript)
  const ink = await inkCoveredIn(manuscript, issue, files)
  const seconds = (performance.now() - started) / 1000
  return {
    exitCode: 0,
    findings: report.findings,
    lines: linesOf(kind, figures, { jumps, counts, ink, written, out, seconds, report }),
    record: {
      written: true,
      kind,
      ...figures,
      jumps,
      ink,
      seconds,
      ...(counts && { corrections: counts }),
      ...written,
    },
  }
}

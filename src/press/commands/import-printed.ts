import { dirname, join } from 'node:path'
import { howMany } from '../how-many'
import { measurePicture } from '../images/encode-picture'
import { printedSources } from '../importers/printed-sources'
import type { PrintedIssue } from '../importers/printed/printed-issue'
import type { PrintedSource, SourceFiles } from '../importers/printed/printed-source'
import { writePrintedManuscript } from '../importers/printed/write-manuscript'
import { addMovedAddresses } from '../io/moved-addresses'
import { openSourceFolder } from '../io/source-folder'
import { replaceFile } from '../io/write-file'
import { Report } from '../report'
import { isFreeForManuscript, paperFor } from './new-manuscript'
import { notWritten, type CommandContext, type Outcome } from './outcome'

export interface PrintedImport {
  /** The folder of the source, or a file. */
  readonly path: string
  /** The folder of the new manuscript. */
  readonly out: string
  /** By default the press finds out what it is. */
  readonly source?: PrintedSource
}

/** What came out, in figures: a person compares them with what is printed. */
const countsOf = ({ pages, articles }: PrintedIssue) => {
  const parts = articles.flatMap((article) => article.parts)
  const texts = parts.flatMap(({ titles, blocks }) => [...titles, ...blocks])
  return {
    pages: pages.length,
    articles: articles.length,
    joins: articles.reduce((sum, article) => sum + new Set(article.parts.map(({ page }) => page)).size - 1, 0),
    words: texts.reduce((sum, { words }) => sum + words.length, 0),
    characters: texts.reduce((sum, { text }) => sum + text.length, 0),
  }
}

const sourceOf = async (files: SourceFiles): Promise<PrintedSource | undefined> => {
  for (const source of printedSources) if (await source.recognises(files)) return source
  return undefined
}

/** Writes a manuscript from printed pages. Never overwrites one: a person may have corrected it. */
export const importPrinted = async (
  { path, out, source: named }: PrintedImport,
  { progress, signal }: Pick<CommandContext, 'progress' | 'signal'>,
): Promise<Outcome> => {
  const report = new Report()
  if (!(await isFreeForManuscript(out, report))) return notWritten(report)
  const files = await openSourceFolder(path, measurePicture, report)
  if (!files) return notWritten(report)
  const source = named ?? (await sourceOf(files))
  if (!source) {
    report.add('unknown-source', { file: path }, { kinds: printedSources.map(({ kind }) => kind).join(', ') })
    return notWritten(report)
  }
  const issue = await source.read(files, report)
  if (!issue || report.isFatal) return notWritten(report)
  const { texts, copies, moved } = writePrintedManuscript(issue, report)
  const paper = await paperFor(out, issue.paper, report)
  let done = 0
  for (const [to, from] of copies) {
    signal.throwIfAborted()
    const bytes = typeof from === 'string' ? await files.read(from) : from.bytes
    if (bytes) await replaceFile(join(out, to), bytes)
    progress({ step: 'images', done: ++done, total: copies.size, label: to })
  }
  await addMovedAddresses(dirname(paper), moved)
  // issue.yaml, which makes a manuscript of the folder, is the last: an import that was cut short is begun again.
  for (const [to, text] of texts) await replaceFile(join(out, to), text)
  const counts = countsOf(issue)
  return {
    exitCode: 0,
    findings: report.findings,
    lines: [
      [
        `${source.kind}: ${howMany(counts.pages, 'page')}, ${howMany(counts.articles, 'article')}, ${howMany(counts.joins, 'join')}`,
        `${howMany(counts.characters, 'character')}, ${howMany(counts.words, 'word')} with their places`,
      ].join(', '),
      `${howMany(texts.size + copies.size, 'file')} written to ${out}. Correct them, then build.`,
    ],
    record: { written: true, kind: source.kind, ...counts, files: [...texts.keys(), ...copies.keys()] },
  }
}

import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { cutTitleFaces, titleTexts, type TitledIssue } from '../fonts/cut-title-faces'
import { howMany } from '../how-many'
import { encodeImages } from '../images/encode-images'
import { measurePicture } from '../images/encode-picture'
import { cacheFolderOf, openPictureCache } from '../images/picture-cache'
import { readManuscript } from '../importers/manuscript/read-manuscript'
import { readImportRecord } from '../io/import-record-file'
import { makeFolder } from '../io/make-folder'
import { readManuscriptFolder } from '../io/manuscript-folder'
import { withSiteLock } from '../io/site-lock'
import { replaceFile } from '../io/write-file'
import { finish } from '../model/finish'
import type { SetIssue } from '../model/draft'
import type { IdBook } from '../model/id-book'
import { refine } from '../model/refine'
import { loadBuiltRenderer } from '../render/built-renderer'
import { findInstalledBrowser } from '../pdf/installed-browser'
import { printIssue, type Printer } from '../pdf/print-issue'
import { Report } from '../report'
import { checkKeys } from '../signing/check-keys'
import { readKeyFile } from '../signing/key-file'
import { writePaperFiles } from '../site/paper-files'
import { checkPaper } from '../site/check-paper'
import { dataPath } from '../site/site-paths'
import { setIssue } from '../typeset/set-issue'
import { writeIssue } from '../writers/write-issue'
import { writeCatalogs } from '../writers/write-catalogs'
import { createBuildMemory, type BuildMemory } from './build-memory'
import { correctionLines, makeRevision, type RevisionChanges } from './correction'
import { checkManuscript } from './other-manuscript'
import { notWritten, type CommandContext, type Environment, type Outcome } from './outcome'

export interface BuildOptions {
  /** Folder of the manuscript. */
  readonly folder: string
  /** Folder of the site: `data/` and the paper's own files are written into it. */
  readonly out: string
  /** File of the private key with which to sign the issue. */
  readonly sign?: string
  /** Whether to print the pages to a PDF, too. */
  readonly pdf?: boolean
  /** Keeps the revision of an issue that is there already: nobody has it yet. */
  readonly draft?: boolean
  /** Takes the place of an issue that was made from another manuscript. */
  readonly replace?: boolean
}

const idBookText = (ids: IdBook): string =>
  `# Written by the press: the ids it gave. Keep this file with the manuscript; an id is never given twice.\n${stringify(ids, { lineWidth: 0 })}`

const titledOf = ({ draft, settings }: SetIssue): TitledIssue => ({
  name: draft.paper.name,
  articles: draft.articles,
  settings: [...settings.values()].map(({ setting }) => setting),
})

/** What printing needs: the reader built for Node, and a Chromium. */
const findPrinter = async (
  environment: Environment,
  signal: AbortSignal,
  report: Report,
): Promise<Printer | undefined> => {
  const renderer = await loadBuiltRenderer()
  const browser = findInstalledBrowser(environment.variables)
  if (!renderer)
    report.add('cannot-print', { file: '.' }, { reason: 'the reader is not built for Node (npm run build:app)' })
  if (!browser)
    report.add(
      'cannot-print',
      { file: '.' },
      { reason: 'no Chromium or Chrome was found (CHROMIUM may hold the path of one)' },
    )
  return renderer && browser ? { renderer, browser, isRoot: environment.isRoot, signal } : undefined
}

const printedFile = (site: string, id: string): string => join(site, 'print', `${id}.pdf`)

/** Says what a correction changes before it is written. */
const reportCorrection = (correction: RevisionChanges, tell: CommandContext['tell'], report: Report): void => {
  const { from, to } = correction
  correctionLines(correction).forEach(tell)
  if (from === to) report.add('revision-not-raised', { file: 'issue.yaml' }, { before: `${from}`, now: `${to}` })
}

/**
 * Builds a manuscript: writes the bundle, the catalogues, and the paper's own files. Who builds again and again keeps a memory in
 * between.
 */
export const build = async (
  { folder, out, sign, pdf = false, draft: isDraft = false, replace = false }: BuildOptions,
  { progress, tell, signal, environment }: CommandContext,
  memory: BuildMemory = createBuildMemory(),
): Promise<Outcome> => {
  const report = new Report()
  const printer = pdf ? await findPrinter(environment, signal, report) : undefined
  if (report.isFatal) return notWritten(report)
  const signer = sign === undefined ? undefined : await readKeyFile(sign, report)
  if (report.isFatal) return notWritten(report)
  const imported = await readImportRecord(folder)
  if (imported?.isFinished === false) report.add('import-unfinished', { file: folder }, {})
  const source = await readManuscriptFolder(folder, measurePicture, report)
  const manuscript = source && readManuscript(source.files, report)
  if (!manuscript || report.isFatal) return notWritten(report)
  const { readPicture } = source
  await checkPaper(manuscript.draft.paper.id, out, report)
  if (!report.isFatal && !replace) await checkManuscript(manuscript, out, report)
  if (report.isFatal) return notWritten(report)

  await checkKeys(manuscript.draft.paper, manuscript.draft.id, signer, report)
  const draft = refine(manuscript.draft, report)
  if (report.isFatal) return notWritten(report)
  const set = setIssue(draft, report, memory.pages)
  progress({ step: 'typeset', done: set.settings.size, total: set.settings.size })
  const titled = titledOf(set)
  const titleFaces =
    set.settings.size > 0 ? await memory.titleFaces(titleTexts(titled), () => cutTitleFaces(titled)) : []
  const cacheFolder = cacheFolderOf(environment.variables)
  const cache = cacheFolder === undefined ? undefined : openPictureCache(cacheFolder)
  const images = await encodeImages(set.draft, readPicture, { progress, signal, cache }, report)
  if (report.isFatal) return notWritten(report)
  const data = join(out, dataPath)
  const written = await withSiteLock(out, { signal, environment }, async () => {
    const { finished, correction } = await makeRevision({
      make: (revision) => finish({ ...set, draft: { ...set.draft, revision } }, images, titleFaces),
      wanted: draft.revision,
      folder: join(data, draft.id),
      isDraft,
    })
    signal.throwIfAborted()
    if (correction) reportCorrection(correction, tell, report)
    await replaceFile(join(folder, 'ids.yaml'), idBookText(manuscript.ids))
    await writeIssue(finished, data, signer)
    await writeCatalogs(finished, data)
    // What a correction took out still stands in what was printed before.
    const printedBefore = printedFile(out, finished.issue.id)
    if (correction && existsSync(printedBefore)) {
      await rm(printedBefore)
      if (!printer) report.add('printed-before', { file: printedBefore }, {})
    }
    const { paper, screenshots } = draft
    await memory.paperFiles({ paper, screenshots, out }, () => writePaperFiles(draft, readPicture, out))
    return { finished, correction }
  })
  if (!written) report.add('site-in-use', { file: out }, {})
  if (!written) return notWritten(report)
  const { finished, correction } = written.done
  const printed = printer && printedFile(out, finished.issue.id)
  if (printer && printed) {
    await makeFolder(dirname(printed))
    await printIssue(finished, printed, printer)
    progress({ step: 'pdf', done: 1, total: 1 })
  }
  const { issue, parts, issueJson } = finished
  const bytes = parts.reduce((sum, { entry }) => sum + entry.bytes, issueJson.byteLength)
  return {
    exitCode: 0,
    findings: report.findings,
    lines: [
      `${issue.paper.name} ${issue.id}: ${howMany(issue.pages.length, 'page')}, ${howMany(issue.articles.length, 'article')}, ${Math.round(bytes / 1024)} kB`,
      `written to ${join(data, issue.id)}`,
      ...(printed ? [`printed to ${printed}`] : []),
    ],
    record: {
      written: true,
      issue: issue.id,
      pages: issue.pages.length,
      articles: issue.articles.length,
      bytes,
      ...(correction && { correction }),
    },
  }
}

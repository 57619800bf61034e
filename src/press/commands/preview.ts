import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { howMany } from '../how-many'
import { measurePicture } from '../images/encode-picture'
import { readPrinted, type PrintedPlace, type ReadPrinted } from '../importers/read-printed'
import { correctionsPlace, readCorrectionsFile, writeCorrectionsText } from '../io/corrections-file'
import { onChange } from '../io/folder-changes'
import { projectFolder } from '../io/project-folder'
import { createDeskHandler } from '../preview/desk-server'
import { DeskSession, type CorrectionsStore, type DeskBuild, type DeskOptions } from '../preview/desk-session'
import { createPagePictures } from '../preview/page-pictures'
import { Report } from '../report'
import { openLiveIssue, stopped, type LiveIssue } from './live-issue'
import { paperFor } from './new-manuscript'
import { failureOf, notWritten, untilAborted, type CommandContext, type Outcome } from './outcome'
import { recognitionWish } from './recognition-wish'
import { prepareImport } from './write-import'

export interface PreviewOptions extends PrintedPlace {
  readonly port: number
  /** The file of the corrections; by default the one beside the source. */
  readonly corrections?: string | undefined
  /** Recognises the text of pages that are only pictures, in these languages: `chi_sim+eng`. */
  readonly ocr?: string | undefined
}

/** What the person at the terminal is told, and how findings are said on the desk. */
export interface PreviewVoice extends Pick<DeskOptions, 'lang' | 'inWords'> {
  readonly ready: (address: string) => void
  readonly told: (line: string) => void
}

const storeOf = (file: string): CorrectionsStore => ({
  file,
  read: () => readCorrectionsFile(file),
  write: (text) => writeCorrectionsText(file, text),
})

/** Writes the manuscript as it is corrected now, and builds it. */
const buildNow = async (
  session: DeskSession,
  { files, issue }: ReadPrinted,
  live: LiveIssue,
  folder: string,
  context: CommandContext,
): Promise<DeskBuild> => {
  const { manuscript } = session
  if (!manuscript) return { issueId: undefined, findings: [] }
  const report = new Report()
  const quiet = { ...context, progress: () => undefined }
  const write = await prepareImport({ manuscript, files, out: folder, isReplacing: true }, quiet, report)
  if (!write || report.isFatal) return { issueId: undefined, findings: report.findings }
  await paperFor(folder, issue.paper, new Report())
  await write()
  const { exitCode, findings, record } = await live.build()
  const id = exitCode === 0 && typeof record === 'object' && record !== null && 'issue' in record ? record.issue : ''
  return { issueId: typeof id === 'string' && id !== '' ? id : undefined, findings: [...report.findings, ...findings] }
}

/**
 * Shows a printed issue as it was read, in the reader and with what was found beside the pages, to an editor who corrects it: what he does is
 * written into corrections.yaml, and the issue is built anew.
 */
export const preview = async (
  options: PreviewOptions,
  context: CommandContext,
  voice: PreviewVoice,
): Promise<Outcome> => {
  const { path, port } = options
  const { signal } = context
  const report = new Report()
  const source = await readPrinted(options, measurePicture, report, recognitionWish(options.ocr, context))
  const file = options.corrections ?? (await correctionsPlace(path))
  if (!source || file === undefined) return notWritten(report)
  const assets = join(projectFolder(), 'dist/desk')
  if (!existsSync(join(assets, 'index.html'))) {
    report.add('desk-not-built', { file: 'dist/desk' }, {})
    return notWritten(report)
  }
  const { findings } = report
  const folder = await mkdtemp(join(tmpdir(), 'press-preview-'))
  let building: Promise<void> | undefined
  let isStale = true
  try {
    const store = storeOf(file)
    const session: DeskSession = await DeskSession.open({ ...voice, source, findings, store, changed: () => rebuild() })
    const pictures = createPagePictures(source.files)
    const handler = createDeskHandler({ session, pictures, assets, inWords: voice.inWords })
    const live = await openLiveIssue({ folder, port, handler }, context, report)
    if (!live) return notWritten(report)
    const { pages, articles } = source.issue
    voice.told(`${source.kind}: ${howMany(pages.length, 'page')}, ${howMany(articles.length, 'article')}`)
    const buildUntilFresh = async (): Promise<void> => {
      while (isStale && !signal.aborted) {
        isStale = false
        const build = await buildNow(session, source, live, folder, context).catch((error: unknown): DeskBuild => {
          const failure = signal.aborted ? stopped : failureOf(error)
          if (!failure) throw error
          return { issueId: undefined, findings: failure.findings }
        })
        session.built(build, !isStale)
        live.reload()
      }
      building = undefined
    }
    /** A change that comes while the issue is built is built after that. */
    function rebuild(): void {
      isStale = true
      building ??= buildUntilFresh()
    }
    try {
      rebuild()
      const isMeant = (name: string): boolean => name === basename(file)
      onChange({ folder: dirname(file), isMeant }, signal, () => {
        void session.reread()
      })
      voice.ready(`${live.address}/desk/`)
      await untilAborted(signal)
      await building
    } finally {
      await live.close()
    }
    return stopped
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

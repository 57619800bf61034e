import { finding, type Finding } from '../finding'
import type { PrintedManuscript } from '../importers/printed/write-manuscript'
import { writePrintedManuscript } from '../importers/printed/write-manuscript'
import { correctPrinted, uncorrected, type ReadPrinted } from '../importers/read-printed'
import { systemReasonOf } from '../io/system-reason'
import { Report } from '../report'
import { deskOf } from './corrected-desk'
import type { DeskAnswer, DeskEdit, DeskState } from './desk-record'
import { deskStateOf, versionOf } from './desk-state'
import { makeChange, type ChangeRefusal, type TriedCorrections } from './make-change'

/** The file of corrections, as the desk uses it. */
export interface CorrectionsStore {
  /** Path, as a person knows it. */
  readonly file: string
  /** Empty if there is none. */
  readonly read: () => Promise<string>
  readonly write: (text: string) => Promise<void>
}

export interface DeskOptions {
  readonly source: ReadPrinted
  /** What was found while the source was read. */
  readonly findings: readonly Finding[]
  readonly store: CorrectionsStore
  readonly lang: DeskState['lang']
  /** A finding in the editor's language. */
  readonly inWords: (finding: Finding) => Finding
  /** The corrections are others now: the issue is to be built anew. */
  readonly changed: () => void
}

/** What the last build came to. */
export interface DeskBuild {
  readonly issueId: string | undefined
  readonly findings: readonly Finding[]
}

/** An editor's work on one source. Every change is in the file of corrections before it is answered. */
export class DeskSession {
  readonly #options: DeskOptions
  #tried: TriedCorrections
  /** Texts of the file before each change, the last of them first to come back. */
  #undo: string[] = []
  #manuscript: PrintedManuscript | undefined
  #build: DeskBuild = { issueId: undefined, findings: [] }
  #isBuilding = true
  /** One after the other: each is made in what the one before it left. */
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(options: DeskOptions, text: string) {
    this.#options = options
    this.#tried = this.#attempt(text)
    this.#take(this.#tried)
  }

  static async open(options: DeskOptions): Promise<DeskSession> {
    return new DeskSession(options, await options.store.read())
  }

  /** The manuscript of the issue as it is corrected now; undefined while the corrections can't be read. */
  get manuscript(): PrintedManuscript | undefined {
    return this.#manuscript
  }

  /** The issue was built as it was; another change may have come since. */
  built(build: DeskBuild, isLast: boolean): void {
    this.#build = build
    this.#isBuilding = !isLast
  }

  #attempt(text: string): TriedCorrections {
    const { source, store } = this.#options
    const report = new Report()
    const corrected = correctPrinted(source.issue, { file: store.file, text }, report)
    const { findings } = report
    return corrected && !report.isFatal ? { text, findings, desk: deskOf(source.issue, corrected) } : { text, findings }
  }

  #take(tried: TriedCorrections): void {
    // A file that can't be read changes nothing of what is shown.
    const desk = tried.desk ?? this.#tried.desk
    this.#tried = { ...tried, ...(desk && { desk }) }
    if (tried.desk) this.#manuscript = writePrintedManuscript(tried.desk.corrected.issue, new Report())
  }

  get #isReadable(): boolean {
    return this.#tried.findings.every(({ severity }) => severity !== 'fatal')
  }

  state(): DeskState {
    const { source, store, lang, inWords, findings } = this.#options
    const desk = this.#tried.desk ?? deskOf(source.issue, uncorrected(source.issue))
    return deskStateOf(desk, {
      text: this.#tried.text,
      lang,
      kind: source.kind,
      file: store.file,
      undoable: this.#undo.length,
      findings: [...this.#tried.findings, ...findings, ...this.#build.findings].map(inWords),
      manuscript: this.#manuscript,
      issueId: this.#build.issueId,
      isBuilding: this.#isBuilding,
    })
  }

  #refused(refusal: ChangeRefusal): DeskAnswer {
    const { inWords } = this.#options
    const told = 'reason' in refusal ? finding('change-not-made', { file: '' }, refusal) : refusal.finding
    return { state: this.state(), refused: inWords(told).why }
  }

  async #write(tried: TriedCorrections): Promise<DeskAnswer> {
    await this.#options.store.write(tried.text)
    this.#take(tried)
    this.#isBuilding = true
    this.#options.changed()
    return { state: this.state() }
  }

  #next<Value>(step: () => Promise<Value>): Promise<Value> {
    const done = this.#queue.then(step)
    this.#queue = done.catch(() => undefined)
    return done
  }

  /** Takes over what somebody else wrote into the file; says whether there was anything. */
  async #reread(): Promise<boolean> {
    const text = await this.#options.store.read()
    if (text === this.#tried.text) return false
    this.#take(this.#attempt(text))
    this.#undo = []
    this.#isBuilding = true
    this.#options.changed()
    return true
  }

  reread(): Promise<boolean> {
    return this.#next(() => this.#reread())
  }

  /** The next change; that the system does not let the file be read or written, as on a full disk, is its answer. */
  #change(step: () => Promise<DeskAnswer>): Promise<DeskAnswer> {
    return this.#next(step).catch((error: unknown) => {
      const system = systemReasonOf(error)
      if (!system) throw error
      return this.#refused({ finding: finding('file-refused', { file: system.file }, { reason: system.reason }) })
    })
  }

  edit({ version, change }: DeskEdit): Promise<DeskAnswer> {
    return this.#change(async () => {
      await this.#reread()
      const { text } = this.#tried
      if (versionOf(text) !== version)
        return this.#refused({ reason: 'somebody else has changed the corrections: they are shown as they are now' })
      if (!this.#isReadable) return this.#refused({ reason: 'corrections.yaml can’t be read: see the findings' })
      const result = makeChange(this.#tried, change, (next) => this.#attempt(next))
      if ('refused' in result) return this.#refused(result.refused)
      if (result.made.text === text) return { state: this.state() }
      const answer = await this.#write(result.made)
      this.#undo.push(text)
      return { ...answer, state: this.state() }
    })
  }

  /** Takes the last change back. */
  undo(version: string): Promise<DeskAnswer> {
    return this.#change(async () => {
      if (await this.#reread())
        return this.#refused({
          reason: 'corrections.yaml was changed by hand since: take back single corrections instead',
        })
      if (versionOf(this.#tried.text) !== version)
        return this.#refused({ reason: 'somebody else has changed the corrections: they are shown as they are now' })
      const text = this.#undo.at(-1)
      if (text === undefined) return this.#refused({ reason: 'there is nothing to undo' })
      await this.#write(this.#attempt(text))
      this.#undo.pop()
      return { state: this.state() }
    })
  }
}

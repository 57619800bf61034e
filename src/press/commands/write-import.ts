import { readFile, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { measurePicture } from '../images/encode-picture'
import type { MadePicture } from '../importers/printed/printed-issue'
import type { SourceFiles } from '../importers/printed/printed-source'
import type { PrintedManuscript } from '../importers/printed/write-manuscript'
import { addedFaults } from '../importers/reimport/added-faults'
import { contentOf, isPicture } from '../importers/printed/read-written'
import {
  finishedRecord,
  planImport,
  startedRecord,
  type ImportPlan,
  type PlannedFile,
} from '../importers/reimport/plan-import'
import { decodeText } from '../io/decode-text'
import { digestsIn, readImportRecord, sha256Of, writeImportRecord } from '../io/import-record-file'
import { replaceFile } from '../io/write-file'
import type { Report } from '../report'
import type { CommandContext } from './outcome'

export interface ImportToWrite {
  readonly manuscript: PrintedManuscript
  readonly files: SourceFiles
  /** The folder of the manuscript. */
  readonly out: string
  readonly isReplacing: boolean
}

/** Paths in the manuscript's folder. */
export interface WrittenImport {
  /** All that are of this import, those that were there already too. */
  readonly files: readonly string[]
  /** Those that were written now. */
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  /** Changed, deleted or added by hand. */
  readonly kept: readonly string[]
}

const bytesOf = async (from: string | MadePicture, files: SourceFiles): Promise<Uint8Array | undefined> =>
  typeof from === 'string' ? files.read(from) : from.bytes

/** What the import would write, by path; a picture that can't be read is reported. */
const plannedFiles = async (
  { manuscript: { texts, copies, meanings }, files }: ImportToWrite,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, PlannedFile>> => {
  const planned = new Map<string, PlannedFile>()
  const add = (path: string, content: Uint8Array | string): void =>
    void planned.set(path, { sha256: sha256Of(content), meaning: meanings.get(path) ?? '' })
  for (const [path, from] of copies) {
    signal.throwIfAborted()
    const bytes = await bytesOf(from, files)
    if (bytes) add(path, bytes)
  }
  for (const [path, text] of texts) add(path, text)
  return planned
}

/** Reports what would keep the manuscript from being built because of files that a person changed. */
const reportAddedFaults = async (
  { manuscript, out }: ImportToWrite,
  { edited, deleted, added }: ImportPlan,
  report: Report,
): Promise<void> => {
  const imported = contentOf(manuscript)
  const changed = { texts: new Map(imported.texts), pictures: new Map(imported.pictures) }
  for (const path of deleted) for (const content of [changed.texts, changed.pictures]) content.delete(path)
  for (const path of [...edited, ...added]) {
    const bytes = await readFile(join(out, path))
    if (isPicture(path)) changed.pictures.set(path, await measurePicture(bytes))
    else changed.texts.set(path, decodeText(bytes))
  }
  const faults = addedFaults(imported, changed)
  const [first] = faults
  if (!first) return
  report.addAll(faults)
  report.add('import-would-not-build', { file: out }, { file: first.place.file })
}

const reportPlan = ({ edited, deleted, added, moved, inTheWay }: ImportPlan, report: Report): void => {
  for (const file of edited) report.add('edited-by-hand', { file }, {})
  for (const file of deleted) report.add('deleted-by-hand', { file }, {})
  for (const file of added) report.add('added-by-hand', { file }, {})
  for (const file of moved) report.add('edited-file-moved', { file }, {})
  for (const file of inTheWay) report.add('file-in-the-way', { file }, {})
}

/**
 * Compares an import with what is in its folder. Returns how to write it; undefined if it can't be written without losing what a person did,
 * or without a mixture of two imports, which is reported. Nothing is written before.
 */
export const prepareImport = async (
  wanted: ImportToWrite,
  { progress, signal }: Pick<CommandContext, 'progress' | 'signal'>,
  report: Report,
): Promise<(() => Promise<WrittenImport>) | undefined> => {
  const { manuscript, files, out, isReplacing } = wanted
  const { texts, copies } = manuscript
  const planned = await plannedFiles(wanted, signal)
  const record = await readImportRecord(out)
  const plan = planImport({ planned, record, onDisk: await digestsIn(out), isReplacing })
  reportPlan(plan, report)
  const kept = [...plan.edited, ...plan.deleted, ...plan.added]
  if (!report.isFatal && kept.length > 0) await reportAddedFaults(wanted, plan, report)
  if (report.isFatal) return undefined
  return async () => {
    await writeImportRecord(out, startedRecord({ planned, record }, plan))
    const writes = new Set(plan.writes)
    let done = 0
    for (const [path, from] of copies) {
      signal.throwIfAborted()
      const bytes = writes.has(path) ? await bytesOf(from, files) : undefined
      if (bytes) await replaceFile(join(out, path), bytes)
      progress({ step: 'images', done: ++done, total: copies.size, label: path })
    }
    for (const path of plan.removals) {
      await rm(join(out, path))
      // The folder of a page that is no more; one with something in it stays.
      await rmdir(join(out, dirname(path))).catch(() => undefined)
    }
    // issue.yaml, which makes a manuscript of the folder, is the last: an import that was cut short is begun again.
    for (const [path, text] of texts) if (writes.has(path)) await replaceFile(join(out, path), text)
    await writeImportRecord(out, finishedRecord(planned, plan))
    return { files: [...texts.keys(), ...copies.keys()], changed: plan.writes, removed: plan.removals, kept }
  }
}

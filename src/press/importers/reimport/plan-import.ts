import type { ImportRecord } from './import-record'

/** A file that an import would write. */
export interface PlannedFile {
  readonly sha256: string
  /** What it is of: see `ImportRecord`. */
  readonly meaning: string
}

export interface ImportSituation {
  /** By path in the manuscript's folder. */
  readonly planned: ReadonlyMap<string, PlannedFile>
  /** What the last import wrote; undefined if there was none. */
  readonly record: ImportRecord | undefined
  /** SHA-256 of every file in the folder by path. */
  readonly onDisk: ReadonlyMap<string, string>
  /** Writes over what a person has changed in files of an import. */
  readonly isReplacing: boolean
}

/** What an import does to a folder, and what it leaves to the person who worked there: paths, sorted. */
export interface ImportPlan {
  readonly writes: readonly string[]
  readonly removals: readonly string[]
  readonly edited: readonly string[]
  readonly deleted: readonly string[]
  readonly added: readonly string[]
  /** Changed or deleted by hand, and of something else now, or of nothing: the import can't go on. */
  readonly moved: readonly string[]
  /** There, but not from an import: it can't go on either. */
  readonly inTheWay: readonly string[]
}

/** The file that makes a manuscript of a folder; who deletes it wants the import again. */
const head = 'issue.yaml'

/** Where the files of an issue's pages lie, also of a page that is no more: only there may one that somebody added be of the issue. */
const pageFolder = /^page-\d+\//u

/** What a write that was interrupted leaves behind. */
const temporary = /\.new$/u

type Fate = keyof ImportPlan | 'nothing'

/** Decides what becomes of each file. Nothing that a person changed is written over, unless that was asked for. */
export const planImport = ({ planned, record, onDisk, isReplacing }: ImportSituation): ImportPlan => {
  const meanings = new Set([...planned.values()].map(({ meaning }) => meaning))
  const known = (path: string): ImportRecord['files'][string] | undefined =>
    record && Object.hasOwn(record.files, path) ? record.files[path] : undefined
  const wasDeleted = (path: string): boolean =>
    !isReplacing &&
    path !== head &&
    known(path) !== undefined &&
    (record?.isFinished === true || record?.deleted.includes(path) === true)

  const fateOf = (path: string): Fate => {
    const now = planned.get(path)
    const before = known(path)
    const there = onDisk.get(path)
    if (now && there === now.sha256) return 'nothing'
    if (there === undefined) {
      const isElsewhere = before !== undefined && before.meaning !== now?.meaning && meanings.has(before.meaning)
      if (wasDeleted(path) && isElsewhere) return 'moved'
      if (!now) return 'nothing'
      return wasDeleted(path) && before?.meaning === now.meaning ? 'deleted' : 'writes'
    }
    if (!before) return now ? 'inTheWay' : temporary.test(path) ? 'nothing' : 'added'
    if (isReplacing || before.sha256.includes(there)) return now ? 'writes' : 'removals'
    return before.meaning === now?.meaning ? 'edited' : 'moved'
  }

  const paths = [...new Set([...planned.keys(), ...Object.keys(record?.files ?? {}), ...onDisk.keys()])].sort()
  const fates = new Map(paths.map((path) => [path, fateOf(path)]))
  const all = (fate: Fate): string[] => paths.filter((path) => fates.get(path) === fate)
  return {
    writes: all('writes'),
    removals: all('removals'),
    edited: all('edited'),
    deleted: all('deleted'),
    added: all('added').filter((path) => pageFolder.test(path)),
    moved: all('moved'),
    inTheWay: all('inTheWay'),
  }
}

/** What is remembered once all is written. */
export const finishedRecord = (planned: ImportSituation['planned'], { deleted }: ImportPlan): ImportRecord => ({
  format: 1,
  isFinished: true,
  files: Object.fromEntries([...planned].map(([path, { sha256, meaning }]) => [path, { sha256: [sha256], meaning }])),
  deleted: [...deleted],
})

/** What is remembered while it is written: files of the last import and of this one are both ours, and one that is not there may not have come yet. */
export const startedRecord = (
  { planned, record }: Pick<ImportSituation, 'planned' | 'record'>,
  plan: ImportPlan,
): ImportRecord => {
  const { files, ...finished } = finishedRecord(planned, plan)
  const before = record?.files ?? {}
  const united = Object.entries({ ...before, ...files }).map(([path, { sha256, meaning }]) => {
    const earlier = Object.hasOwn(before, path) ? (before[path]?.sha256 ?? []) : []
    return [path, { sha256: [...new Set([...earlier, ...sha256])], meaning }] as const
  })
  return { ...finished, isFinished: false, files: Object.fromEntries(united) }
}

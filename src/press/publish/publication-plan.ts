import {
  groupOf,
  headersOf,
  isIssueGroup,
  isSwitch,
  keyOf,
  stepOf,
  steps,
  type PageNames,
  type Step,
} from './file-kinds'
import { digestOfBytes, encodeList, type PublishedFile, type PublishedIndex } from './published'
import type { SiteFile } from './site-files'
import type { ObjectHeaders } from './store'

/** A file of the site under the key that it gets. */
export interface LocalFile extends PublishedFile {
  readonly path: string
}

export type Groups<File extends PublishedFile = PublishedFile> = ReadonlyMap<string, readonly File[]>

/** The site by groups, each in the order of its keys. */
export const groupFiles = (files: readonly SiteFile[], pages: PageNames): Groups<LocalFile> => {
  const groups = new Map<string, LocalFile[]>()
  for (const file of files) {
    const key = keyOf(file.path, pages)
    const group = groups.get(groupOf(key))
    if (group) group.push({ ...file, key })
    else groups.set(groupOf(key), [{ ...file, key }])
  }
  return groups
}

/** What the store is known to hold. */
export interface KnownStore {
  /** The index of the last complete publication; undefined before the first. */
  readonly index?: PublishedIndex
  /** Files of the groups that were looked at: at least those whose list differs from the site's. */
  readonly groups: Groups
}

/** One object to upload. */
export interface Upload {
  readonly file: LocalFile
  /** Whether it takes the place of an object that readers may ask for. */
  readonly isReplacing: boolean
  readonly step: Step
  readonly headers: ObjectHeaders
}

/** A publication, before anything is written. */
export interface PublicationPlan {
  /** In the order in which they may be seen: at no moment does the store hold a file that names a missing one. */
  readonly uploads: readonly (readonly Upload[])[]
  /** Lists that the store does not have yet, by digest. */
  readonly lists: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  /** To be written when the uploads are done. */
  readonly index: PublishedIndex
  /** Keys of issues that are in the store, but no longer in the site. They stay. */
  readonly leftovers: readonly string[]
}

export interface PlanOptions {
  readonly paper: string
  readonly publishedAt: string
  /** Whether issues, and files of issues, that are no longer in the site are removed. */
  readonly prune: boolean
}

/** Releases whose files stay: readers may have the app of one of them open. */
const keptReleases = 3

const mapOf = (files: readonly PublishedFile[] = []): ReadonlyMap<string, PublishedFile> =>
  new Map(files.map((file) => [file.key, file]))

const isSame = (a: PublishedFile | undefined, b: PublishedFile): boolean =>
  a !== undefined && a.sha256 === b.sha256 && a.bytes === b.bytes

type Retired = ReadonlyMap<string, PublishedIndex['retired'][number]>

/** Files of a group that are not in the store as they are in the site; a file that comes back may still be there. */
const uploadsOf = (
  files: readonly LocalFile[],
  there: ReadonlyMap<string, PublishedFile>,
  retired: Retired,
): readonly Upload[] =>
  files.flatMap((file): Upload[] => {
    const [key, bytes, sha256] = retired.get(file.key) ?? []
    const row = key !== undefined && bytes !== undefined && sha256 !== undefined ? { key, bytes, sha256 } : undefined
    const old = there.get(file.key) ?? row
    if (isSame(old, file)) return []
    const headers = headersOf(file.path, file.sha256)
    return [{ file, isReplacing: old !== undefined, step: stepOf(file.path), headers }]
  })

/** New files first, by steps; then those that replace others, by steps; then the switch. */
const inOrder = (uploads: readonly Upload[]): Upload[][] => {
  const isVisible = ({ step, isReplacing }: Upload): boolean => isReplacing || isSwitch(step)
  const halves = [uploads.filter((upload) => !isVisible(upload)), uploads.filter(isVisible)]
  return halves.flatMap((half) =>
    steps.map((step) => half.filter((upload) => upload.step === step)).filter(({ length }) => length > 0),
  )
}

/** The app's version in a site. */
const appOf = (local: Groups<LocalFile>): string => local.get('/')?.find(({ path }) => path === 'app.js')?.sha256 ?? ''

/**
 * What has to be uploaded, in which order, and what the store holds afterwards. Issues that this machine does not have stay as
 * they are published, unless they are pruned.
 */
export const planPublication = (
  local: Groups<LocalFile>,
  { index: before, groups: known }: KnownStore,
  { paper, publishedAt, prune }: PlanOptions,
): PublicationPlan => {
  const app = appOf(local)
  const release = (before?.release ?? 0) + (before?.app === app ? 0 : 1)
  const retiredBefore: Retired = new Map((before?.retired ?? []).map((row) => [row[0], row]))
  const wanted = new Set([...local.values()].flatMap((files) => files.map(({ key }) => key)))

  const uploads: Upload[] = []
  const lists = new Map<string, Uint8Array<ArrayBuffer>>()
  const groups: Record<string, string> = {}
  const leftovers: string[] = []
  const pruned: string[] = []
  const retired = new Map([...retiredBefore].filter(([key]) => !wanted.has(key)))

  for (const group of new Set([...Object.keys(before?.groups ?? {}), ...known.keys(), ...local.keys()])) {
    const files = local.get(group) ?? []
    const there = known.get(group)
    const listed = before?.groups[group]
    // A group that was not looked at is as it was published.
    if (!there && listed !== undefined) groups[group] = listed
    if (!there && (listed !== undefined || files.length === 0)) continue
    uploads.push(...uploadsOf(files, mapOf(there), retiredBefore))
    const gone = (there ?? []).filter(({ key }) => !wanted.has(key))
    const kept = isIssueGroup(group) && !prune ? gone : []
    if (isIssueGroup(group)) (prune ? pruned : leftovers).push(...gone.map(({ key }) => key))
    else for (const { key, bytes, sha256 } of gone) retired.set(key, [key, bytes, sha256, before?.release ?? 0])
    const list = encodeList([...files, ...kept])
    if (files.length + kept.length === 0) continue
    const digest = digestOfBytes(list)
    groups[group] = digest
    if (listed !== digest) lists.set(digest, list)
  }

  const isOld = (lastRelease: number): boolean => lastRelease <= release - keptReleases
  const old = [...retired.values()].filter(([, , , last]) => isOld(last)).map(([key]) => key)
  const unfinished = (before?.removing ?? []).filter((key) => !wanted.has(key))
  return {
    uploads: inOrder(uploads),
    lists,
    index: {
      format: 1,
      paper,
      publishedAt,
      release,
      app,
      groups,
      retired: [...retired.values()].filter(([, , , last]) => !isOld(last)),
      removing: [...new Set([...old, ...pruned, ...unfinished])].sort(),
    },
    leftovers,
  }
}

import { howMany } from '../how-many'
import type { PreparedPublication } from './prepare-publication'

/** Bytes, files and requests of a plan, for machines. */
export interface PlanRecord {
  readonly uploads: readonly string[]
  readonly bytes: number
  readonly removals: readonly string[]
  /** Requests that stores charge as writes: uploads, lists and the press's own records. */
  readonly writes: number
  readonly release: number
}

/** Records of the press in a publication: the lock and its trial, what is unsure, the index. */
const ownWrites = 4

export const recordOfPlan = ({ plan }: PreparedPublication): PlanRecord => {
  const uploads = plan.uploads.flat()
  const isNothing = uploads.length + plan.lists.size + plan.index.removing.length === 0
  return {
    uploads: uploads.map(({ file }) => file.key),
    bytes: [...plan.lists.values()].reduce(
      (sum, list) => sum + list.byteLength,
      uploads.reduce((sum, { file }) => sum + file.bytes, 0),
    ),
    removals: plan.index.removing,
    writes: isNothing ? 2 : uploads.length + plan.lists.size + ownWrites,
    release: plan.index.release,
  }
}

const formatBytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** What was done, or would be done, in lines: a summary, before a publication every file. */
export const describePlan = (prepared: PreparedPublication, store: string, isPublished: boolean): string[] => {
  const { uploads, bytes, removals, writes, release } = recordOfPlan(prepared)
  const files = (list: readonly string[]): string => howMany(list.length, 'file')
  if (uploads.length + removals.length + prepared.plan.lists.size === 0)
    return [`${store}: nothing has changed since release ${release} was published`]
  if (isPublished)
    return [
      `${store}: release ${release} is published; ${files(uploads)} uploaded (${formatBytes(bytes)}), ${files(removals)} removed`,
    ]
  return [
    ...prepared.plan.uploads.flat().map(({ file, step }) => `upload ${file.key} (${step}, ${formatBytes(file.bytes)})`),
    ...removals.map((key) => `remove ${key}`),
    `${store}: ${files(uploads)} to upload, ${formatBytes(bytes)}; ${files(removals)} to remove; ${howMany(writes, 'write request')} and ${howMany(
      removals.length,
      'deletion',
    )}. Nothing was written.`,
  ]
}

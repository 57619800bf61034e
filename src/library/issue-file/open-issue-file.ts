import { unzipSync } from 'fflate'
import * as v from 'valibot'
import { decodeIssue } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import { signatureFile } from '@/bundle/file-names'
import { partName } from '@/bundle/ids'
import { verifyPart } from '@/bundle/integrity'
import type { PartEntry } from '@/bundle/issue'
import { limits } from '@/bundle/limits'
import type { SignedIssue } from '@/bundle/signature'
import { IssueFileError } from './issue-file-fault'

/** The largest accepted file: it is held in memory while it is read. [B18] */
export const fileBytesLimit = 512 * 1024 * 1024

interface Entry {
  readonly name: string
  /** Unpacked size in bytes, as declared in the zip's directory. */
  readonly bytes: number
}

/** An issue's file whose directory and issue.json are valid; parts are unpacked one by one. */
export interface OpenedIssueFile extends SignedIssue {
  /** Unpacks and verifies a part. @throws BundleError `wrong-digest`, IssueFileError */
  readonly part: (entry: PartEntry) => Promise<Uint8Array<ArrayBuffer>>
}

const directoryOf = (zip: Uint8Array): Entry[] => {
  const entries: Entry[] = []
  try {
    // Unpacks nothing: the filter only reads the directory.
    unzipSync(zip, { filter: ({ name, originalSize }) => (entries.push({ name, bytes: originalSize }), false) })
  } catch {
    throw new IssueFileError({ kind: 'not-issue-file' })
  }
  return entries
}

/** Unpacks one entry into a buffer of its declared size. Data beyond that is cut off, and then fails verification. */
const unpack = (zip: Uint8Array, name: string): Uint8Array<ArrayBuffer> => {
  try {
    const found = unzipSync(zip, { filter: (entry) => entry.name === name })[name]
    if (found) return new Uint8Array(found)
  } catch {
    throw new IssueFileError({ kind: 'not-issue-file' })
  }
  throw new BundleError({ kind: 'missing-part', file: name })
}

const limitOf = (name: string): number =>
  name === 'issue.json' ? limits.issueJsonBytes : name === signatureFile ? limits.signatureBytes : limits.imageBytes

/**
 * Checks that all names may occur in an issue's folder, that none is repeated, and that declared sizes are within the
 * limits.
 */
const checkDirectory = (entries: readonly Entry[]): void => {
  const seen = new Set<string>()
  for (const { name, bytes } of entries) {
    const isOwn = name === 'issue.json' || name === signatureFile || v.safeParse(partName, name).success
    if (!isOwn) throw new IssueFileError({ kind: 'strange-entry', entry: name.slice(0, 200) })
    if (seen.has(name)) throw new IssueFileError({ kind: 'entry-twice', entry: name })
    if (bytes > limitOf(name)) throw new IssueFileError({ kind: 'too-much', limitBytes: limitOf(name) })
    seen.add(name)
  }
  if (entries.reduce((sum, { bytes }) => sum + bytes, 0) > fileBytesLimit)
    throw new IssueFileError({ kind: 'too-much', limitBytes: fileBytesLimit })
  if (!seen.has('issue.json')) throw new IssueFileError({ kind: 'not-issue-file' })
}

/** Checks that the directory has exactly the parts that issue.json lists, with their sizes. */
const checkParts = (entries: readonly Entry[], parts: readonly PartEntry[]): void => {
  const declared = new Map(entries.map(({ name, bytes }) => [name, bytes]))
  for (const { name, bytes } of parts) {
    if (!declared.has(name)) throw new BundleError({ kind: 'missing-part', file: name })
    if (declared.get(name) !== bytes) throw new BundleError({ kind: 'wrong-digest', file: name })
  }
  const listed = new Set<string>(['issue.json', signatureFile, ...parts.map(({ name }) => name)])
  const unlisted = entries.find(({ name }) => !listed.has(name))
  if (unlisted) throw new IssueFileError({ kind: 'strange-entry', entry: unlisted.name })
}

/**
 * Opens an issue's file, a zip of the files in its folder. It is untrusted: nothing is unpacked before its directory is
 * checked, and never more than the directory declares. [B18]
 * @throws IssueFileError, BundleError
 */
export const openIssueFile = async (file: Blob): Promise<OpenedIssueFile> => {
  if (file.size > fileBytesLimit) throw new IssueFileError({ kind: 'too-much', limitBytes: fileBytesLimit })
  const zip = new Uint8Array(await file.arrayBuffer())
  const entries = directoryOf(zip)
  checkDirectory(entries)
  const issueJson = unpack(zip, 'issue.json')
  const issue = decodeIssue(issueJson)
  checkParts(entries, issue.parts)
  const hasSignature = entries.some(({ name }) => name === signatureFile)
  return {
    issue,
    issueJson,
    ...(hasSignature && { signature: unpack(zip, signatureFile) }),
    part: async (entry) => verifyPart(entry, unpack(zip, entry.name)),
  }
}

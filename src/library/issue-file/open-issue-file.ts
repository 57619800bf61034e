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

/** How many times its packed size an entry may unpack to, beyond the first megabyte. Text comes to ten times, pictures to one. [B18] */
const expansionLimit = 100
const alwaysBytes = 1024 * 1024

/** How much is unpacked in one pass over the directory. */
const passBytes = 16 * 1024 * 1024

interface Entry {
  readonly name: string
  readonly packedBytes: number
  /** Unpacked size in bytes, as declared in the zip's directory. */
  readonly bytes: number
}

/** An issue's file whose directory and issue.json are valid; parts are unpacked one by one. */
export interface OpenedIssueFile extends SignedIssue {
  /** Unpacks and verifies the parts one after the other. @throws BundleError `wrong-digest`, IssueFileError */
  readonly parts: () => AsyncGenerator<readonly [entry: PartEntry, bytes: Uint8Array<ArrayBuffer>]>
}

const directoryOf = (zip: Uint8Array): Entry[] => {
  const entries: Entry[] = []
  try {
    // Unpacks nothing: the filter only reads the directory.
    unzipSync(zip, {
      filter: ({ name, size, originalSize }) => (entries.push({ name, packedBytes: size, bytes: originalSize }), false),
    })
  } catch {
    throw new IssueFileError({ kind: 'not-issue-file' })
  }
  return entries
}

/**
 * Unpacks entries in one pass, each into a buffer of its declared size. Data beyond that is cut off, and then fails
 * verification.
 */
const unpack = (zip: Uint8Array, names: readonly string[]): ((name: string) => Uint8Array<ArrayBuffer>) => {
  const wanted = new Set(names)
  const unpacked = ((): Readonly<Record<string, Uint8Array>> => {
    try {
      return unzipSync(zip, { filter: ({ name }) => wanted.has(name) })
    } catch {
      throw new IssueFileError({ kind: 'not-issue-file' })
    }
  })()
  return (name) => {
    const found = unpacked[name]
    if (!found) throw new BundleError({ kind: 'missing-part', file: name })
    const { buffer, byteOffset, byteLength } = found
    // The same memory: a copy would need as much again.
    return buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(found)
  }
}

/** The parts in groups that are unpacked together, so that a file of many small parts is not searched for each. */
const passesOf = (parts: readonly PartEntry[]): PartEntry[][] => {
  const passes: PartEntry[][] = []
  let left = 0
  for (const entry of parts) {
    const pass = passes.at(-1)
    if (pass && entry.bytes <= left) pass.push(entry)
    else {
      passes.push([entry])
      left = passBytes
    }
    left -= entry.bytes
  }
  return passes
}

const limitOf = (name: string): number =>
  name === 'issue.json' ? limits.issueJsonBytes : name === signatureFile ? limits.signatureBytes : limits.imageBytes

/**
 * Checks that all names may occur in an issue's folder, that none is repeated, and that declared sizes are within the
 * limits and not out of all proportion to what is packed.
 */
const checkDirectory = (entries: readonly Entry[]): void => {
  const seen = new Set<string>()
  for (const { name, packedBytes, bytes } of entries) {
    const isOwn = name === 'issue.json' || name === signatureFile || v.safeParse(partName, name).success
    if (!isOwn) throw new IssueFileError({ kind: 'strange-entry', entry: name.slice(0, 200) })
    if (seen.has(name)) throw new IssueFileError({ kind: 'entry-twice', entry: name })
    if (bytes > limitOf(name)) throw new IssueFileError({ kind: 'too-much', limitBytes: limitOf(name) })
    const expandedLimit = Math.max(alwaysBytes, expansionLimit * packedBytes)
    if (bytes > expandedLimit) throw new IssueFileError({ kind: 'too-much', limitBytes: expandedLimit })
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
  const unpacked = unpack(zip, ['issue.json', signatureFile])
  const issueJson = unpacked('issue.json')
  const issue = decodeIssue(issueJson)
  checkParts(entries, issue.parts)
  const hasSignature = entries.some(({ name }) => name === signatureFile)
  return {
    issue,
    issueJson,
    ...(hasSignature && { signature: unpacked(signatureFile) }),
    async *parts() {
      for (const pass of passesOf(issue.parts)) {
        const unpackedPart = unpack(
          zip,
          pass.map(({ name }) => name),
        )
        for (const entry of pass) yield [entry, await verifyPart(entry, unpackedPart(entry.name))] as const
      }
    },
  }
}

import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeIssue, decodePagePart } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import { signatureFile } from '@/bundle/file-names'
import { verifyPart } from '@/bundle/integrity'
import type { Issue, Page, PartEntry } from '@/bundle/issue'
import { limitOfPart, limits, readWithin } from '@/bundle/limits'
import type { PagePart } from '@/bundle/page-part'
import { compressedEndings } from './write-file'

/** The folder of a bundle, read as the reader reads it: within limits, and with digests verified before decoding. */
export interface BundleFolder {
  readonly issue: Issue
  /** The exact bytes of issue.json, and of issue.sig if there is one. */
  readonly issueJson: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer> | undefined
  readonly readPart: (entry: PartEntry) => Promise<Uint8Array<ArrayBuffer>>
  readonly readPage: (page: Page) => Promise<PagePart>
  /** Files in the folder that issue.json does not list; compressed forms of listed ones are not among them. */
  readonly unlisted: readonly string[]
}

/** @throws BundleError */
const readLimited = async (folder: string, name: string, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> => {
  const file = await open(join(folder, name)).catch(() => undefined)
  if (!file) throw new BundleError({ kind: 'missing-part', file: name })
  try {
    return await readWithin(file.createReadStream({ autoClose: false }), limitBytes, name)
  } finally {
    await file.close()
  }
}

/** @throws BundleError */
export const openBundleFolder = async (folder: string): Promise<BundleFolder> => {
  const issueJson = await readLimited(folder, 'issue.json', limits.issueJsonBytes)
  const issue = decodeIssue(issueJson)
  const names = await readdir(folder)
  const readPart = async (entry: PartEntry) =>
    verifyPart(entry, await readLimited(folder, entry.name, limitOfPart(entry.name)))
  const entryOf = (page: Page): PartEntry => {
    const entry = issue.parts.find(({ name }) => name === page.part)
    if (!entry) throw new BundleError({ kind: 'missing-part', file: page.part })
    return entry
  }
  const own = ['issue.json', signatureFile, ...issue.parts.map(({ name }) => name)]
  const listed = new Set<string>(own.flatMap((name) => [name, ...compressedEndings.map((ending) => name + ending)]))
  return {
    issue,
    issueJson,
    signature: names.includes(signatureFile)
      ? await readLimited(folder, signatureFile, limits.signatureBytes)
      : undefined,
    readPart,
    readPage: async (page) => decodePagePart(await readPart(entryOf(page)), page.part, issue),
    unlisted: names.filter((name) => !listed.has(name)),
  }
}

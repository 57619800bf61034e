import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeIssue } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { Sha256 } from '@/bundle/ids'
import { digestOf } from '@/bundle/integrity'
import type { Issue } from '@/bundle/issue'
import type { FinishedIssue } from '../model/finish'
import { replaceFile } from '../io/write-file'
import type { Signer } from '../signing/key-file'
import { writeSignature } from './write-signature'

/** The issue in a folder, and the digest of its issue.json. */
export interface ExistingIssue {
  readonly issue: Issue
  readonly digest: Sha256
}

/** Reads the issue in a folder; undefined if there is none, or one that can't be decoded. */
export const readIssueIn = async (folder: string): Promise<ExistingIssue | undefined> => {
  const bytes = await readFile(join(folder, 'issue.json')).catch(() => undefined)
  if (!bytes) return undefined
  try {
    const exact = new Uint8Array(bytes)
    return { issue: decodeIssue(exact), digest: await digestOf(exact) }
  } catch (error) {
    if (error instanceof BundleError) return undefined
    throw error
  }
}

const withdrawnIn = ({ articles }: Issue): string[] => articles.flatMap(({ id, withdrawn }) => (withdrawn ? [id] : []))

const partPattern = /\.[0-9a-f]{8,64}\.(json|webp|avif|jpg|png|woff2)$/

/**
 * Writes the folder of an issue: new parts first, then issue.json by renaming, so that a reader sees either the old
 * issue or the new one. Parts of the previous issue stay for those who are reading it, unless an article of it has been
 * withdrawn; older ones are deleted.
 */
export const writeIssue = async (
  { issue, issueJson, parts }: FinishedIssue,
  dataFolder: string,
  signer?: Signer,
): Promise<void> => {
  const folder = join(dataFolder, issue.id)
  const before = await readIssueIn(folder)
  const present = new Set(await readdir(folder).catch((): string[] => []))
  for (const { entry, bytes } of parts) if (!present.has(entry.name)) await replaceFile(join(folder, entry.name), bytes)
  // Before issue.json: a reader that gets the new signature with the old issue.json requests both again.
  await writeSignature(folder, issueJson, signer)
  await replaceFile(join(folder, 'issue.json'), issueJson)
  const gone = new Set(before ? withdrawnIn(before.issue) : [])
  const isWithdrawing = withdrawnIn(issue).some((id) => !gone.has(id))
  const former = isWithdrawing ? [] : (before?.issue.parts ?? [])
  const kept = new Set<string>([...issue.parts, ...former].map(({ name }) => name))
  for (const name of present)
    if (partPattern.test(name) && !kept.has(name)) await rm(join(folder, name), { force: true })
}

import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeIssue } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { Sha256 } from '@/bundle/ids'
import { digestOf } from '@/bundle/integrity'
import type { Issue } from '@/bundle/issue'
import type { FinishedIssue } from '../model/finish'
import { replaceFile } from '../io/write-file'
import { writeSignature, type IssueSigner } from './write-signature'

/** The issue that stands in a folder, with the digest of its issue.json. */
export interface StandingIssue {
  readonly issue: Issue
  readonly digest: Sha256
}

/** The issue in the folder, if a whole one stands there; what can't be decoded is no issue and is not relied on. */
export const readIssueIn = async (folder: string): Promise<StandingIssue | undefined> => {
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

const partPattern = /\.[0-9a-f]{8,64}\.(json|webp|avif|jpg|png|woff2)$/

/**
 * Writes an issue's folder: new parts first, issue.json last by rename, so that a reader sees the old issue or the new one.
 * Parts of the issue that stood there before stay, for those who are reading it; older ones go.
 */
export const writeIssue = async (
  { issue, issueJson, parts }: FinishedIssue,
  dataFolder: string,
  signer?: IssueSigner,
): Promise<void> => {
  const folder = join(dataFolder, issue.id)
  const before = await readIssueIn(folder)
  const present = new Set(await readdir(folder).catch((): string[] => []))
  for (const { entry, bytes } of parts) if (!present.has(entry.name)) await replaceFile(join(folder, entry.name), bytes)
  // First: a reader that meets the new signature beside the old issue.json asks for both again.
  await writeSignature(folder, issueJson, signer)
  await replaceFile(join(folder, 'issue.json'), issueJson)
  const kept = new Set<string>([...issue.parts, ...(before?.issue.parts ?? [])].map(({ name }) => name))
  for (const name of present)
    if (partPattern.test(name) && !kept.has(name)) await rm(join(folder, name), { force: true })
}

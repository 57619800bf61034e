import { zipSync, type Zippable } from 'fflate'
import { signatureFile } from '@/bundle/file-names'
import type { PartEntry } from '@/bundle/issue'
import { issueFileType } from '@/bundle/issue-file'
import type { SignedIssue } from '@/bundle/signature'

/** A fixed time, so that the same issue gives the same bytes. */
const mtime = new Date(1980, 0, 1)

/**
 * Packs an issue into one file: issue.json, its signature and its parts in a zip without folders. Pictures are stored
 * uncompressed. [B18]
 * @param part returns the verified bytes of a part
 */
export const packIssue = async (
  { issue, issueJson, signature }: SignedIssue,
  part: (entry: PartEntry) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Blob> => {
  const files: Zippable = { 'issue.json': [issueJson, { level: 6, mtime }] }
  if (signature) files[signatureFile] = [signature, { level: 0, mtime }]
  for (const entry of issue.parts)
    files[entry.name] = [await part(entry), { level: entry.name.endsWith('.json') ? 6 : 0, mtime }]
  return new Blob([new Uint8Array(zipSync(files))], { type: issueFileType })
}

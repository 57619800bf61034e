import { zipSync, type Zippable } from 'fflate'
import { issueFileType, signatureFile } from '@/bundle/file-names'
import type { PartEntry } from '@/bundle/issue'
import type { SignedIssue } from '@/bundle/signature'

/** The same issue is the same bytes: a zip's times are those of nobody's clock. */
const mtime = new Date(1980, 0, 1)

/**
 * One issue as a file: issue.json, its signature, its parts, in a zip without folders. Pictures are packed as they are. [B18]
 * @param part gives the verified bytes of a part
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

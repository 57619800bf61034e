import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { signatureFile } from '@/bundle/file-names'
import { isSignedBy } from '@/bundle/signature'
import { replaceFile } from '../io/write-file'
import type { Signer } from '../signing/key-file'

/**
 * Writes issue.sig into the folder of an issue. A signature that is still valid is kept: every new one would differ,
 * and unchanged files need not be uploaded again. Without a signer, an old signature is deleted.
 */
export const writeSignature = async (
  folder: string,
  issueJson: Uint8Array<ArrayBuffer>,
  signer: Signer | undefined,
): Promise<void> => {
  const file = join(folder, signatureFile)
  const before = await readFile(file).catch(() => undefined)
  if (!signer) return rm(file, { force: true })
  if (before && (await isSignedBy(signer.publicKey, new Uint8Array(before), issueJson))) return
  await replaceFile(file, await signer.sign(issueJson))
}

import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { signatureFile } from '@/bundle/file-names'
import { isSignedBy } from '@/bundle/signature'
import { replaceFile } from '../io/write-file'

/** What signs: its public key, and the deed. */
export interface IssueSigner {
  readonly publicKey: string
  readonly sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Writes issue.sig into an issue's folder. One that holds already stays as it is: every signature differs, and what did not
 * change is not sent again. Without a signer an old signature goes.
 */
export const writeSignature = async (
  folder: string,
  issueJson: Uint8Array<ArrayBuffer>,
  signer: IssueSigner | undefined,
): Promise<void> => {
  const file = join(folder, signatureFile)
  const before = await readFile(file).catch(() => undefined)
  if (!signer) return rm(file, { force: true })
  if (before && (await isSignedBy(signer.publicKey, new Uint8Array(before), issueJson))) return
  await replaceFile(file, await signer.sign(issueJson))
}

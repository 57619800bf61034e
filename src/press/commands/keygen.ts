import { keyStatement } from '@/bundle/signature'
import { Report } from '../report'
import { readKeyFile, writeKeyFile } from '../signing/key-file'
import type { Outcome } from './outcome'

export interface KeygenOptions {
  /** Where to write the private key; the file must not exist. */
  readonly file: string
  /** File of the previous private key, which endorses the new one. */
  readonly after?: string
}

/** Makes a private key, and prints the lines for paper.yaml that make its public key known. */
export const keygen = async ({ file, after }: KeygenOptions): Promise<Outcome> => {
  const report = new Report()
  const before = after === undefined ? undefined : await readKeyFile(after, report)
  const signer = report.isFatal ? undefined : await writeKeyFile(file, report)
  if (!signer)
    return { exitCode: 1, findings: report.findings, lines: ['No key was made.'], record: { written: false } }
  const signature = await before?.sign(keyStatement(signer.publicKey))
  const endorsement = signature && Buffer.from(signature).toString('hex')
  return {
    exitCode: 0,
    findings: report.findings,
    lines: [
      `The private key is in ${file}; only its owner may read it. Keep it off the server, and keep a copy in a safe place.`,
      before
        ? 'Add to the end of `keys` in paper.yaml:'
        : 'Add to paper.yaml, with the date of the first issue you sign:',
      '',
      ...(before ? [] : ['signed_since: YYYY-MM-DD', 'keys:']),
      `  - public: '${signer.publicKey}'`,
      ...(endorsement ? [`    endorsement: '${endorsement}'`] : []),
    ],
    record: { written: true, public: signer.publicKey, ...(endorsement && { endorsement }) },
  }
}

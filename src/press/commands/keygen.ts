import { keyStatement } from '@/bundle/signature'
import { Report } from '../report'
import { readKeyFile, writeKeyFile } from '../signing/key-file'
import type { Outcome } from './outcome'

export interface KeygenOptions {
  /** Where the private key goes; nothing may stand there. */
  readonly file: string
  /** The private key that the new one follows; it vouches for it. */
  readonly after?: string
}

/** A new private key, and the lines for paper.yaml that make its public half known. */
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

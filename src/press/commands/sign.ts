import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeIssue } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import { describeFault } from '../fault-words'
import { systemReasonOf } from '../io/system-reason'
import { Report } from '../report'
import { readKeyFile } from '../signing/key-file'
import { writeSignature } from '../writers/write-signature'
import type { CommandContext, Outcome } from './outcome'

export interface SignOptions {
  /** Folders of one issue each. */
  readonly folders: readonly string[]
  /** File of the private key. */
  readonly key: string
}

/** Signs issues that are already built, as after the loss of a key. issue.json stays untouched. */
export const sign = async ({ folders, key }: SignOptions, { progress, signal }: CommandContext): Promise<Outcome> => {
  const report = new Report()
  const signer = await readKeyFile(key, report)
  let done = 0
  for (const folder of signer ? folders : []) {
    signal.throwIfAborted()
    const file = join(folder, 'issue.json')
    try {
      const issueJson = new Uint8Array(await readFile(file))
      decodeIssue(issueJson)
      await writeSignature(folder, issueJson, signer)
      progress({ step: 'sign', done: ++done, total: folders.length, label: folder })
    } catch (error) {
      if (error instanceof BundleError) report.add('bad-bundle', { file }, { fault: describeFault(error.fault) })
      else {
        const refused = systemReasonOf(error)
        if (!refused) throw error
        report.add('unreadable-file', { file }, { reason: refused.reason })
      }
    }
  }
  return {
    exitCode: report.isFatal ? 1 : 0,
    findings: report.findings,
    lines: [`${done} of ${folders.length} signed`],
    record: { signed: done },
  }
}

import type { IssueId } from '@/bundle/ids'
import type { Paper } from '@/bundle/paper'
import { isEndorsed, mustBeSigned } from '@/bundle/signature'
import type { Report } from '../report'
import type { Signer } from './key-file'

/** The file named in findings. */
const file = 'paper.yaml'

/**
 * Every key after the first must be endorsed by the one before it; otherwise apps that know only that one would be
 * locked out.
 */
const checkChain = async ({ keys = [] }: Paper, report: Report): Promise<void> => {
  for (const [index, key] of keys.entries()) {
    const before = keys[index - 1]
    if (before && !(await isEndorsed(key, before))) report.add('key-not-endorsed', { file }, { no: String(index + 1) })
  }
}

/**
 * Checks the keys in paper.yaml against the key that signs: the chain of endorsements is complete, the key is listed,
 * and no issue is built that readers would refuse.
 */
export const checkKeys = async (
  paper: Paper,
  id: IssueId,
  signer: Signer | undefined,
  report: Report,
): Promise<void> => {
  if (paper.signedSince && !paper.keys) report.add('missing-key', { file }, { key: 'keys' })
  await checkChain(paper, report)
  if (signer && !paper.keys?.some((key) => key.public === signer.publicKey))
    report.add('key-not-listed', { file }, { public: signer.publicKey })
  if (!signer && mustBeSigned(paper, id)) report.add('must-be-signed', { file }, { issue: id })
}

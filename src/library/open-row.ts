import { decodeIssue } from '@/bundle/codec'
import type { Issue } from '@/bundle/issue'
import type { IssueKey } from '@/bundle/issue-key'
import type { PaperSigning } from '@/bundle/signature'
import type { SavedIssueRow } from './library-db'

/**
 * The issue in a saved row. Stored bytes are untrusted: they are decoded, and their signature is verified if the paper
 * signs, as if they came over the network.
 * @throws BundleError
 */
export const openRow = async (
  row: Pick<SavedIssueRow, 'issueJson' | 'signature'>,
  signing: PaperSigning,
): Promise<Issue> => {
  const issue = decodeIssue(row.issueJson)
  if (!signing.keys) return issue
  const { verifySignature } = await import('@/bundle/signature')
  return verifySignature(signing, { ...row, issue })
}

/** Whether the issue was imported from a file and need not be signed, so that nobody can say who made it. */
export const isRowUnproven = async (
  row: Pick<SavedIssueRow, 'isFromFile'> | undefined,
  { issue }: IssueKey,
  signing: PaperSigning,
): Promise<boolean> => {
  if (!row?.isFromFile) return false
  const { mustBeSigned } = await import('@/bundle/signature')
  return !mustBeSigned(signing, issue)
}

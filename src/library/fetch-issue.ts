import { decodeIssue } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import { issueKeyOf, type IssueKey } from '@/bundle/issue-key'
import type { PaperSigning, SignedIssue } from '@/bundle/signature'
import type { Freshness, IssueHttp } from './issue-http'

/** Which issue is wanted, and what the app knows of its paper's keys. */
export interface IssueWanted extends IssueKey {
  /** Absent where the paper does not sign. */
  readonly signing?: PaperSigning | undefined
}

const fetchOnce = async (
  http: IssueHttp,
  { paper, issue: id, signing }: IssueWanted,
  freshness: Freshness,
  signal: AbortSignal,
): Promise<SignedIssue> => {
  // Papers that do not sign never load what verifies; for the others it comes together with the bytes.
  const [issueJson, signature, verifier] = await Promise.all([
    http.issueJson(id, signal, freshness),
    signing?.keys && http.signature(id, signal, freshness),
    signing?.keys && import('@/bundle/signature'),
  ])
  const issue = decodeIssue(issueJson)
  if (issue.id !== id || issue.paper.id !== paper)
    throw new BundleError({ kind: 'wrong-issue', expected: { paper, issue: id }, found: issueKeyOf(issue) })
  const fetched = { issue, issueJson, signature }
  if (verifier && signing) await verifier.verifySignature(signing, fetched)
  return fetched
}

/**
 * An issue from the paper's site: the one that was asked for, whole in itself, and signed where the paper signs. A signature
 * and an issue.json that a cache kept from different revisions are asked for once more, past every cache.
 * @throws BundleError
 */
export const fetchIssue = async (http: IssueHttp, wanted: IssueWanted, signal: AbortSignal): Promise<SignedIssue> => {
  try {
    return await fetchOnce(http, wanted, 'cached', signal)
  } catch (error) {
    if (!(error instanceof BundleError) || error.fault.kind !== 'wrong-signature') throw error
    return fetchOnce(http, wanted, 'fresh', signal)
  }
}

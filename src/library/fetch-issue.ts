import { decodeIssue } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import { issueKeyOf, type IssueKey } from '@/bundle/issue-key'
import type { PaperSigning, SignedIssue } from '@/bundle/signature'
import type { Freshness, IssueHttp } from './issue-http'

/** The issue to fetch, and the keys that the app knows of its paper. */
export interface IssueRequest extends IssueKey {
  /** Absent if the paper does not sign. */
  readonly signing?: PaperSigning | undefined
}

const fetchOnce = async (
  http: IssueHttp,
  { paper, issue: id, signing }: IssueRequest,
  freshness: Freshness,
  signal: AbortSignal,
): Promise<SignedIssue> => {
  // The verifier is loaded only for papers that sign, and then together with the bytes.
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
 * Fetches an issue from the paper's site and checks that it is the requested one, consistent, and signed if the paper
 * signs. If issue.json and its signature do not match, caches may hold them from different revisions: both are fetched
 * again, bypassing every cache.
 * @throws BundleError
 */
export const fetchIssue = async (http: IssueHttp, wanted: IssueRequest, signal: AbortSignal): Promise<SignedIssue> => {
  try {
    return await fetchOnce(http, wanted, 'cached', signal)
  } catch (error) {
    if (!(error instanceof BundleError) || error.fault.kind !== 'wrong-signature') throw error
    return fetchOnce(http, wanted, 'fresh', signal)
  }
}

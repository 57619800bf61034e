import type { CatalogEntry } from '@/bundle/catalog'
import { decodeIssue } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import { catalogFile } from '@/bundle/file-names'
import { digestOf } from '@/bundle/integrity'
import { issueKeyOf, type IssueKey } from '@/bundle/issue-key'
import type { PaperSigning, SignedIssue } from '@/bundle/signature'
import type { Freshness, IssueHttp } from './issue-http'

/** The issue to fetch, and the keys that the app knows of its paper. */
export interface IssueRequest extends IssueKey {
  /** Absent if the paper does not sign. */
  readonly signing?: PaperSigning | undefined
  /** The highest revision that the paper is known to have signed. */
  readonly known?: number | undefined
  /** What the paper's catalogue says of the issue, if it was asked. */
  readonly listed?: Pick<CatalogEntry, 'revision' | 'sha256'> | undefined
}

/**
 * Holds a signed issue against what is known of it. A catalogue is not signed, and may be older than the issue, but it never names
 * a revision, or bytes, that the paper has not signed.
 * @throws BundleError `older-revision`, `wrong-catalogue`
 */
const verifyRevision = async (
  { known = 0, listed }: IssueRequest,
  { issue: { id, revision }, issueJson }: SignedIssue,
): Promise<void> => {
  if (revision < known) throw new BundleError({ kind: 'older-revision', file: 'issue.json', known, found: revision })
  if (!listed || revision > listed.revision) return
  if (revision < listed.revision || (await digestOf(issueJson)) !== listed.sha256)
    throw new BundleError({ kind: 'wrong-catalogue', file: catalogFile, issue: id })
}

/** Faults that go away where caches held files of different revisions. */
const ofRevisions: ReadonlySet<string> = new Set(['wrong-signature', 'older-revision', 'wrong-catalogue'])

const fetchOnce = async (
  http: IssueHttp,
  request: IssueRequest,
  freshness: Freshness,
  signal: AbortSignal,
): Promise<SignedIssue> => {
  const { paper, issue: id, signing } = request
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
  if (verifier && signing) {
    await verifier.verifySignature(signing, fetched)
    if (verifier.mustBeSigned(signing, id)) await verifyRevision(request, fetched)
  }
  return fetched
}

/**
 * Fetches an issue from the paper's site and checks that it is the requested one, consistent, and signed if the paper
 * signs, and then no older than what is known of it. If issue.json does not match its signature, or what is known, caches may hold
 * files of different revisions: they are fetched again, bypassing every cache.
 * @throws BundleError
 */
export const fetchIssue = async (http: IssueHttp, wanted: IssueRequest, signal: AbortSignal): Promise<SignedIssue> => {
  try {
    return await fetchOnce(http, wanted, 'cached', signal)
  } catch (error) {
    if (!(error instanceof BundleError) || !ofRevisions.has(error.fault.kind)) throw error
    return fetchOnce(http, wanted, 'fresh', signal)
  }
}

import { decodePagePart } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { PaperId } from '@/bundle/ids'
import { readIssueKey } from '@/bundle/issue-key'
import { findPart } from '@/bundle/lookup'
import type { PaperSigning } from '@/bundle/signature'
import { fetchIssue } from '@/library/fetch-issue'
import type { IssueHttp } from '@/library/issue-http'
import type { IssueSource } from './issue-source'

/** Issues from the paper's site. Rejects another paper's issue, and an unsigned one if the paper signs. */
export const createHttpSource = (http: IssueHttp, paper: PaperId, signing?: PaperSigning): IssueSource => ({
  newest: async (signal) => (await http.catalog(signal)).issues[0],
  open: async (id, signal) => {
    const key = readIssueKey(paper, id)
    if (!key) throw new BundleError({ kind: 'not-found', file: 'issue.json' })
    const { issue } = await fetchIssue(http, { ...key, signing }, signal)
    return {
      issue,
      origin: 'network',
      page: async (page, pageSignal) => {
        const entry = findPart(issue, page.part)
        if (!entry) throw new BundleError({ kind: 'missing-part', file: page.part })
        return decodePagePart(await http.part(id, entry, pageSignal), page.part, issue)
      },
      partUrl: (name) => ({ url: http.partUrl(id, name), release: () => undefined }),
    }
  },
})

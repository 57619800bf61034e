import type { CatalogEntry } from '@/bundle/catalog'
import { decodePagePart } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { PaperId, PartName } from '@/bundle/ids'
import { readIssueKey } from '@/bundle/issue-key'
import { findPart } from '@/bundle/lookup'
import type { PaperSigning } from '@/bundle/signature'
import { fetchIssue } from '@/library/fetch-issue'
import type { IssueHttp } from '@/library/issue-http'
import { highestSigned, noteSigned } from './highest-signed'
import type { IssueSource, OpenIssue } from './issue-source'
import { createPartUrls } from './part-urls'

/** Issues from the paper's site. Rejects another paper's issue, and an unsigned one if the paper signs. */
export const createHttpSource = (http: IssueHttp, paper: PaperId, signing?: PaperSigning): IssueSource => {
  let listed: readonly CatalogEntry[] = []
  const open = async (id: string, signal: AbortSignal): Promise<OpenIssue> => {
    const key = readIssueKey(paper, id)
    if (!key) throw new BundleError({ kind: 'not-found', file: 'issue.json' })
    const expected = { known: highestSigned(key), listed: listed.find((entry) => entry.id === id) }
    const { issue, signature } = await fetchIssue(http, { ...key, signing, ...expected }, signal)
    if (signature) noteSigned(key, issue.revision)
    const part = (name: PartName, partSignal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> => {
      const entry = findPart(issue, name)
      if (!entry) throw new BundleError({ kind: 'missing-part', file: name })
      return http.part(id, entry, partSignal)
    }
    return {
      issue,
      origin: 'network',
      page: async (page, pageSignal) => decodePagePart(await part(page.part, pageSignal), page.part, issue),
      bytes: part,
      partUrl: createPartUrls((name) => part(name, new AbortController().signal)),
    }
  }
  return {
    newest: async (signal) => {
      listed = (await http.catalog(signal)).issues
      return listed[0]
    },
    open,
  }
}

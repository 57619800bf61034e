import type { ArticleId, PageNo } from './ids'
import type { IssueKey } from './issue-key'

/**
 * Everything that can be wrong with a bundle or with fetching it. The union is closed: a reader has words for each
 * kind. `file` is a name inside the issue's folder. [B15]
 */
export type BundleFault =
  | { readonly kind: 'not-json'; readonly file: string }
  | { readonly kind: 'wrong-shape'; readonly file: string; /** `pages.0.no` */ readonly path: string }
  | { readonly kind: 'too-large'; readonly file: string; readonly limitBytes: number }
  /** A list, such as the lines of a page, has more items than a reader accepts. [B16] */
  | { readonly kind: 'too-many'; readonly file: string; readonly list: string; readonly limit: number }
  | { readonly kind: 'newer-format'; readonly file: string; readonly found: string }
  | { readonly kind: 'missing-part'; readonly file: string }
  | { readonly kind: 'wrong-digest'; readonly file: string }
  | { readonly kind: 'duplicate-id'; readonly id: string }
  | { readonly kind: 'unknown-id'; readonly id: string; readonly path: string }
  | { readonly kind: 'outline-outside-page'; readonly article: ArticleId; readonly page: PageNo }
  | { readonly kind: 'part-claimed-twice'; readonly page: PageNo; readonly articles: readonly [ArticleId, ArticleId] }
  | { readonly kind: 'range-overlap'; readonly article: ArticleId; readonly at: number }
  | { readonly kind: 'range-gap'; readonly article: ArticleId; readonly at: number }
  | { readonly kind: 'text-mismatch'; readonly file: string; readonly article: ArticleId }
  | { readonly kind: 'lines-mismatch'; readonly file: string; readonly article: ArticleId }
  | { readonly kind: 'wrong-issue'; readonly expected: IssueKey; readonly found: IssueKey }
  /** The paper signs its issues, but this one has no signature. [B17] */
  | { readonly kind: 'not-signed'; readonly file: string }
  /** There is a signature, but none of the paper's keys made it over these bytes. [B17] */
  | { readonly kind: 'wrong-signature'; readonly file: string }
  /** It is signed, but the paper has published a later revision: somebody plays an old one back. [B4] */
  | { readonly kind: 'older-revision'; readonly file: string; readonly known: number; readonly found: number }
  /** The catalogue lists another revision of the issue, or other bytes, than the paper signed. [B6] */
  | { readonly kind: 'wrong-catalogue'; readonly file: string; readonly issue: string }
  /** The server answers that there is no such file. */
  | { readonly kind: 'not-found'; readonly file: string }
  /** The server answers with a web page, as networks do that want one to log in first, and hosts that know no such file. */
  | { readonly kind: 'page-instead'; readonly file: string }
  /** Nothing answers: no network, or the server is down. */
  | { readonly kind: 'unreachable'; readonly file: string }
  | { readonly kind: 'server-error'; readonly file: string; readonly status: number }

export class BundleError extends Error {
  constructor(readonly fault: BundleFault) {
    super(`bundle fault: ${JSON.stringify(fault)}`)
    this.name = 'BundleError'
  }
}

import { BundleError } from '@/bundle/fault'
import type { IssueHttp } from '@/library/issue-http'

/** What can go wrong with a write or a fetch. */
export const faultKinds = ['fail', 'abort', 'quota', 'closed', 'page-closed'] as const
export type FaultKind = (typeof faultKinds)[number]

/** The system closed the page: none of its code runs on. */
export class PageClosed extends Error {
  override readonly name = 'PageClosed'
}

export interface Injection {
  /** Number of writes and fetches so far. */
  readonly met: () => number
  /** The site as the injected page sees it. */
  readonly http: IssueHttp
  /** Resolves when the page was closed; what the page does after that does not count. */
  readonly pageClosed: Promise<'page closed'>
  /** Removes the injection. */
  readonly end: () => void
}

type Method = 'put' | 'add' | 'delete'
const methods: readonly Method[] = ['put', 'add', 'delete']

/**
 * Intercepts every write to IndexedDB and every fetch, and makes number `at` (from 1) fail as `kind` says. With `at` 0 nothing
 * fails, and the count says how many there are.
 */
export const inject = (at: number, kind: FaultKind, http: IssueHttp): Injection => {
  let met = 0
  let isClosed = false
  let closePage = (): void => undefined
  const pageClosed = new Promise<'page closed'>((resolve) => (closePage = () => resolve('page closed')))
  const isTurn = (): boolean => ++met === at
  const proto = IDBObjectStore.prototype
  const originals = methods.map((method) => [method, Object.getOwnPropertyDescriptor(proto, method)] as const)

  const abortAs = (transaction: IDBTransaction, name: string): void => {
    // As browsers do when the disk is full: the request is accepted, the transaction fails.
    const abort: unknown = Reflect.get(transaction, '_abort')
    if (typeof abort === 'function') Reflect.apply(abort, transaction, [name])
    else transaction.abort()
  }
  const strike = (store: IDBObjectStore): void => {
    const { transaction } = store
    switch (kind) {
      case 'fail':
        throw new DOMException('a write that failed', 'UnknownError')
      case 'abort':
        return transaction.abort()
      case 'quota':
        return abortAs(transaction, 'QuotaExceededError')
      case 'closed':
        abortAs(transaction, 'AbortError')
        transaction.db.close()
        transaction.db.dispatchEvent(new Event('close'))
        return
      case 'page-closed':
        isClosed = true
        abortAs(transaction, 'AbortError')
        closePage()
        throw new PageClosed()
    }
  }
  for (const [method, descriptor] of originals) {
    const original: unknown = descriptor?.value
    if (typeof original !== 'function') throw new Error(`no ${method}`)
    Object.defineProperty(proto, method, {
      ...descriptor,
      value(this: IDBObjectStore, ...args: unknown[]): unknown {
        if (isClosed) throw new PageClosed()
        if (!isTurn()) return Reflect.apply(original, this, args)
        if (kind === 'fail' || kind === 'page-closed') strike(this)
        const request: unknown = Reflect.apply(original, this, args)
        strike(this)
        return request
      },
    })
  }
  const fetching = async <Bytes>(file: string, fetched: () => Promise<Bytes>): Promise<Bytes> => {
    if (isClosed) throw new PageClosed()
    if (!isTurn()) return fetched()
    switch (kind) {
      case 'fail':
        throw new BundleError({ kind: 'unreachable', file })
      case 'abort':
        throw new DOMException('the fetch was stopped', 'AbortError')
      case 'quota':
        throw new BundleError({ kind: 'server-error', file, status: 507 })
      case 'closed':
        throw new BundleError({ kind: 'wrong-digest', file })
      case 'page-closed':
        isClosed = true
        closePage()
        throw new PageClosed()
    }
  }
  return {
    met: () => met,
    pageClosed,
    http: {
      ...http,
      issueJson: (id, signal) => fetching('issue.json', () => http.issueJson(id, signal)),
      signature: (id, signal) => fetching('issue.sig', () => http.signature(id, signal)),
      part: (id, entry, signal) => fetching(entry.name, () => http.part(id, entry, signal)),
    },
    end: () => {
      for (const [method, descriptor] of originals) if (descriptor) Object.defineProperty(proto, method, descriptor)
    },
  }
}

import type { Report } from '../report'
import type { FindingCode } from '../finding'

/** What can go wrong with a store. */
export type StoreFaultKind =
  | 'keys-refused'
  | 'no-bucket'
  | 'wrong-region'
  | 'wrong-clock'
  | 'unreachable'
  | 'busy'
  | 'full'
  | 'file-or-folder'
  | 'refused'

/** A store that does not do what was asked. `reason` is what it said, without keys. */
export class StoreFault extends Error {
  constructor(
    readonly kind: StoreFaultKind,
    readonly reason: string,
  ) {
    super(`${kind}: ${reason}`)
  }
}

/** By the code of the store's answer. */
const kindsByCode: Readonly<Record<string, StoreFaultKind>> = {
  InvalidAccessKeyId: 'keys-refused',
  SignatureDoesNotMatch: 'keys-refused',
  AccessDenied: 'keys-refused',
  Forbidden: 'keys-refused',
  ExpiredToken: 'keys-refused',
  InvalidToken: 'keys-refused',
  UserDisable: 'keys-refused',
  NoSuchBucket: 'no-bucket',
  PermanentRedirect: 'wrong-region',
  AuthorizationHeaderMalformed: 'wrong-region',
  IllegalLocationConstraintException: 'wrong-region',
  RequestTimeTooSkewed: 'wrong-clock',
  RequestExpired: 'wrong-clock',
  SlowDown: 'busy',
  RequestTimeout: 'busy',
  ServiceUnavailable: 'busy',
  InternalError: 'busy',
  TooManyRequests: 'busy',
  Throttling: 'busy',
  QuotaExceeded: 'full',
  InsufficientStorage: 'full',
  XMinioStorageFull: 'full',
  XMinioAdminBucketQuotaExceeded: 'full',
  XMinioParentIsObject: 'file-or-folder',
  XMinioObjectExistsAsDirectory: 'file-or-folder',
}

/** By the status alone, where the code says nothing. */
const kindsByStatus: Readonly<Record<number, StoreFaultKind>> = {
  401: 'keys-refused',
  403: 'keys-refused',
  408: 'busy',
  429: 'busy',
  507: 'full',
}

/** The kind of a refusal; no status means that no answer came. */
export const faultKindOf = (code: string, status: number | undefined): StoreFaultKind => {
  const known = kindsByCode[code] ?? (status === undefined ? 'unreachable' : kindsByStatus[status])
  return known ?? (status !== undefined && status >= 500 ? 'busy' : 'refused')
}

/** What may go better a moment later. */
export const isPassing = ({ kind }: StoreFault): boolean => kind === 'busy' || kind === 'unreachable'

/** The finding for each kind. A kind without a finding does not compile. */
const findings = {
  'keys-refused': 'store-keys-refused',
  'no-bucket': 'no-bucket',
  'wrong-region': 'store-wrong-region',
  'wrong-clock': 'store-wrong-clock',
  unreachable: 'store-unreachable',
  busy: 'store-busy',
  full: 'store-full',
  'file-or-folder': 'store-file-or-folder',
  refused: 'store-refused',
} as const satisfies Record<StoreFaultKind, FindingCode>

/** Tells the editor what the store said. */
export const reportStoreFault = ({ kind, reason }: StoreFault, store: string, report: Report): void =>
  report.add(findings[kind], { file: store }, { answer: reason })

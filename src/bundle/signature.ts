import { BundleError } from './fault'
import { signatureFile } from './file-names'
import type { Issue } from './issue'
import type { Paper, SigningKey } from './paper'

/** What a paper says of its signing; the reader's own comes with the app, never with an issue. [B17] */
export type PaperSigning = Pick<Paper, 'keys' | 'signedSince'>

const bytesOfHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** What an older key signs to vouch for a newer one. Never the beginning of an issue.json, which is JSON. [B17] */
export const keyStatement = (publicKey: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`banmian signing key\n${publicKey}\n`)

/** Whether the signature (r and s, 64 bytes) over the bytes is by the key: ECDSA over P-256 with SHA-256. */
export const isSignedBy = async (
  publicKey: string,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> => {
  try {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const
    const key = await crypto.subtle.importKey('raw', bytesOfHex(publicKey), algorithm, false, ['verify'])
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, bytes)
  } catch {
    // A point that is not on the curve is no key, and a host that can't verify has verified nothing.
    return false
  }
}

/** Whether the key is vouched for by the one before it. */
export const isEndorsed = async (key: SigningKey, before: SigningKey): Promise<boolean> =>
  key.endorsement !== undefined &&
  (await isSignedBy(before.public, bytesOfHex(key.endorsement), keyStatement(key.public)))

/**
 * Public keys to be trusted: the app's own, and of those that an issue brings every one that a chain of endorsements ties to
 * one of them. So an app that is older than the paper's newest key opens what that key signed. [B17]
 */
export const trustedKeys = async (
  own: readonly SigningKey[],
  offered: readonly SigningKey[],
): Promise<ReadonlySet<string>> => {
  const trusted = new Set(own.map((key) => key.public))
  for (const [index, key] of offered.entries()) {
    const before = offered[index - 1]
    if (before && trusted.has(before.public) && (await isEndorsed(key, before))) trusted.add(key.public)
  }
  return trusted
}

/** Whether an issue of this id must bear a signature. An id begins with the issue's date. */
export const mustBeSigned = ({ keys, signedSince }: PaperSigning, id: string): boolean =>
  keys !== undefined && (signedSince === undefined || id.slice(0, 10) >= signedSince)

/** An issue with the bytes that stand for it. */
export interface SignedIssue {
  readonly issue: Issue
  /** The exact bytes of issue.json. */
  readonly issueJson: Uint8Array<ArrayBuffer>
  /** The bytes of issue.sig; absent where there is none. */
  readonly signature?: Uint8Array<ArrayBuffer> | undefined
}

/**
 * The issue, once it is signed by a key of the paper, where the paper signs. [B17]
 * @throws BundleError `not-signed`, `wrong-signature`
 */
export const verifySignature = async (
  signing: PaperSigning,
  { issue, issueJson, signature }: SignedIssue,
): Promise<Issue> => {
  if (!signing.keys || !mustBeSigned(signing, issue.id)) return issue
  if (!signature) throw new BundleError({ kind: 'not-signed', file: signatureFile })
  for (const key of await trustedKeys(signing.keys, issue.paper.keys ?? []))
    if (await isSignedBy(key, signature, issueJson)) return issue
  throw new BundleError({ kind: 'wrong-signature', file: signatureFile })
}

import { BundleError } from './fault'
import { signatureFile } from './file-names'
import type { Issue } from './issue'
import type { Paper, SigningKey } from './paper'

/**
 * What a paper states about its signatures. The reader trusts the statement in the app, never the one in an issue.
 * [B17]
 */
export type PaperSigning = Pick<Paper, 'keys' | 'signedSince'>

const bytesOfHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** What an older key signs to endorse a newer one. It can't be mistaken for issue.json, which is JSON. [B17] */
export const keyStatement = (publicKey: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`banmian signing key\n${publicKey}\n`)

/** Whether the key made the signature (r and s, 64 bytes) over the bytes: ECDSA on P-256 with SHA-256. */
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
    // A point that is not on the curve is not a key, and a host that can't verify has verified nothing.
    return false
  }
}

/** Whether the key is endorsed by the one before it. */
export const isEndorsed = async (key: SigningKey, before: SigningKey): Promise<boolean> =>
  key.endorsement !== undefined &&
  (await isSignedBy(before.public, bytesOfHex(key.endorsement), keyStatement(key.public)))

/**
 * The public keys to trust: the app's own, and those that come with an issue and are linked to one of them by a chain
 * of endorsements. So an app that is older than the paper's newest key still opens what that key signed. [B17]
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

/** Whether the issue with this id must have a signature. An id begins with the issue's date. */
export const mustBeSigned = ({ keys, signedSince }: PaperSigning, id: string): boolean =>
  keys !== undefined && (signedSince === undefined || id.slice(0, 10) >= signedSince)

/** An issue with the bytes it was decoded from. */
export interface SignedIssue {
  readonly issue: Issue
  /** The exact bytes of issue.json. */
  readonly issueJson: Uint8Array<ArrayBuffer>
  /** The bytes of issue.sig; absent if there is none. */
  readonly signature?: Uint8Array<ArrayBuffer> | undefined
}

/**
 * Returns the issue if a key of the paper signed it, or if the paper does not sign. [B17]
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

import { encode } from '@/bundle/codec'
import type { SigningKey } from '@/bundle/paper'
import { keyStatement } from '@/bundle/signature'
import type { SmallIssue } from './small-issue'

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A key of a paper, made for a test. */
export interface TestKey {
  readonly public: string
  readonly sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>
  /** The key as listed in paper.yaml: alone, or endorsed by an older one. */
  readonly listed: (after?: TestKey) => Promise<SigningKey>
}

export const makeKey = async (): Promise<TestKey> => {
  const { publicKey, privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  const listedKey = hexOf(await crypto.subtle.exportKey('raw', publicKey))
  const sign = async (bytes: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes))
  return {
    public: listedKey,
    sign,
    listed: async (after) =>
      after
        ? { public: listedKey, endorsement: hexOf((await after.sign(keyStatement(listedKey))).buffer) }
        : { public: listedKey },
  }
}

/** The issue with a signature over its current issue.json. */
export const signed = async (small: SmallIssue, key: TestKey): Promise<SmallIssue> => ({
  ...small,
  signature: await key.sign(encode(small.issue)),
})

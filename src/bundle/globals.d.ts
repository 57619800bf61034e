/** Globals that browsers, workers and Node have in common: all that the pure roots may use. */
declare class TextDecoder {
  constructor(encoding?: string, options?: { fatal?: boolean })
  decode(bytes: Uint8Array): string
}
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
/** A key held by the host; opaque here. */
interface VerifyingKey {
  readonly type: string
}
declare const crypto: {
  subtle: {
    digest(algorithm: 'SHA-256', bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
    importKey(
      format: 'raw',
      bytes: Uint8Array<ArrayBuffer>,
      algorithm: { name: 'ECDSA'; namedCurve: 'P-256' },
      isExtractable: boolean,
      usages: 'verify'[],
    ): Promise<VerifyingKey>
    verify(
      algorithm: { name: 'ECDSA'; hash: 'SHA-256' },
      key: VerifyingKey,
      signature: Uint8Array<ArrayBuffer>,
      bytes: Uint8Array<ArrayBuffer>,
    ): Promise<boolean>
  }
}

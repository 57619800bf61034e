/** An object as it is read: small files of the press, never pictures. */
export interface StoredObject {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The store's mark of this version, as it says it. */
  readonly etag: string
  /** Time since it was written, by the store's own clock. */
  readonly ageMs: number
}

/** What an object is to say about itself. */
export interface ObjectHeaders {
  readonly contentType: string
  readonly cacheControl: string
  /** Digest of the content, kept beside the object, by which an interrupted upload recognises what is there. */
  readonly sha256?: string
}

/** What is uploaded: bytes, or a file that is read while it is sent. */
export type ObjectBody = Uint8Array<ArrayBuffer> | Blob

/** Write only if there is no such object, or only if it is still this version. */
export type WriteCondition = { readonly ifAbsent: true } | { readonly ifEtag: string }

/** `unsupported`: the store knows no such condition, and has written nothing. */
export type ConditionalWrite =
  { readonly result: 'written'; readonly etag: string } | { readonly result: 'refused' | 'unsupported' }

/**
 * A place of objects by key, below the prefix that was asked for. What goes wrong is thrown as a `StoreFault`, after the tries
 * that the store deserves.
 */
export interface Store {
  /** `s3://bucket/prefix`, for words. */
  readonly name: string
  readonly get: (key: string, signal: AbortSignal) => Promise<StoredObject | undefined>
  /** The digest that the object was uploaded with; empty if it has none; undefined if there is no such object. */
  readonly digestOf: (key: string, signal: AbortSignal) => Promise<string | undefined>
  readonly put: (key: string, body: ObjectBody, headers: ObjectHeaders, signal: AbortSignal) => Promise<void>
  readonly putIf: (
    key: string,
    bytes: Uint8Array<ArrayBuffer>,
    condition: WriteCondition,
    signal: AbortSignal,
  ) => Promise<ConditionalWrite>
  /** Every object, as key and size in bytes. */
  readonly list: (signal: AbortSignal) => AsyncIterable<{ readonly key: string; readonly bytes: number }>
  /** Removing what is not there is no fault. */
  readonly remove: (key: string, signal: AbortSignal) => Promise<void>
}

/** A picture at one width. */
export interface EncodedPicture {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** A picture at one width, cut into squares of `side` pixels, row by row. */
export interface EncodedLevel {
  readonly width: number
  readonly height: number
  readonly side: number
  readonly tiles: readonly EncodedPicture[]
}

/** Narrowest first. */
export interface Encoded {
  readonly images: readonly EncodedPicture[]
  readonly levels: readonly EncodedLevel[]
}

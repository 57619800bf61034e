import type { CutPiece } from './cut-piece'
import type { PixelBox } from './grey-picture'

/** A character as it was recognised; its place is counted in pixels of the picture that was given. */
export interface RecognisedCharacter extends PixelBox {
  readonly text: string
  /** How sure it is, 0 to 1. */
  readonly confidence: number
}

/** Characters between blanks; Chinese is parted into words as the recogniser likes. */
export type RecognisedWord = readonly RecognisedCharacter[]

export interface RecognisedLine extends PixelBox {
  readonly words: readonly RecognisedWord[]
}

/** Reads text in pictures of one column. */
export interface TextRecogniser {
  /** How many pictures it reads at once. */
  readonly lanes: number
  readonly linesOf: (piece: CutPiece) => Promise<readonly RecognisedLine[]>
  /** Ends it, whatever it is doing. */
  readonly close: () => Promise<void>
}

import type { WordBox } from '../../printed/printed-issue'

/** A word as a page's file has it; a word that is divided over two lines is two. */
export interface SourceWord {
  readonly id?: string
  readonly text: string
  readonly box: WordBox
  /** Counted over the page. */
  readonly line: number
  /** No space stands before it, although it is in the middle of a line. */
  readonly isGlued?: boolean
  /** The first or the second half of a word that the end of a line divides. */
  readonly half?: 1 | 2
  /** The whole of which it is a half. */
  readonly whole?: string
  /** The source has a hyphen after it that only divides. */
  readonly hasHyphen?: boolean
}

/** Words `from` to `to`, end exclusive, of a page. */
export interface WordRange {
  readonly from: number
  readonly to: number
}

/** What a file calls by an id: a block, a group of blocks, a line, a picture, the page. */
export interface SourcePlace extends WordRange {
  /** Undefined where the source gives no size. */
  readonly box: WordBox | undefined
}

/** A block of text or a picture that is not a group of others. */
export interface SourceBlock extends SourcePlace {
  readonly id: string | undefined
  readonly isPicture: boolean
}

/** A page as its file has it; places are in pixels of its picture. */
export interface SourcePage {
  readonly label: string
  readonly name?: string
  readonly width: number
  readonly height: number
  readonly picture?: string
  readonly lang?: string
  /** Its file is missing or can't be read: what is named on it is not looked for. */
  readonly isUnread?: boolean
  /** Pixels of the page for one of the image that a source counts rectangles in; undefined if nothing says so. */
  readonly fromImage?: readonly [across: number, down: number]
  readonly words: readonly SourceWord[]
  /** In the order of reading, as far as the source has one. */
  readonly blocks: readonly SourceBlock[]
  readonly places: ReadonlyMap<string, SourcePlace>
}

/** Before its places are counted in pixels. */
export interface UnscaledPage {
  readonly id: string | undefined
  /** As it is declared, in its own unit. */
  readonly width: number
  readonly height: number
  /** Pixels of an image with 300 dots an inch for one unit; undefined for units that are pixels, or unknown. */
  readonly pixelsPerUnit: number | undefined
  readonly printedNumber?: string
  readonly lang?: string
  readonly words: readonly SourceWord[]
  readonly blocks: readonly SourceBlock[]
  readonly places: ReadonlyMap<string, SourcePlace>
}

/** The smallest box around all of them; undefined around none. */
export const boxAround = (boxes: Iterable<WordBox>): WordBox | undefined => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y, width, height] of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return left <= right && top <= bottom ? [left, top, right - left, bottom - top] : undefined
}

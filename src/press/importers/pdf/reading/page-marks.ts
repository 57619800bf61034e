/** A rectangle of a page in points, y down from its top left corner. */
export interface Rectangle {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A printed character. */
export interface Glyph extends Rectangle {
  readonly text: string
  /** Of the type, points. */
  readonly size: number
  readonly isBold: boolean
  /** The file has a blank before it: words of Latin may be set so tight that its place does not tell. */
  readonly isAfterBlank?: boolean
  /** Where it is on the page, if it was turned to be read. */
  readonly printed?: Rectangle
}

/** What is printed on a page, as far as it tells what belongs together. */
export interface PageMarks {
  /** Points. */
  readonly width: number
  readonly height: number
  readonly label: string | undefined
  /** In the order in which they were drawn, each once. */
  readonly glyphs: readonly Glyph[]
  readonly pictures: readonly Rectangle[]
  /** Thin lines, across or down. */
  readonly rules: readonly Rectangle[]
  /** Frames and coloured grounds that hold something. */
  readonly boxes: readonly Rectangle[]
  /** White that parts columns, where it is known better than from the places of characters. */
  readonly gutters?: readonly Rectangle[]
}

export const widthOf = ({ left, right }: Rectangle): number => right - left
export const heightOf = ({ top, bottom }: Rectangle): number => bottom - top

/** The smallest rectangle around some, of which there is at least one. */
export const around = (all: readonly Rectangle[]): Rectangle => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const one of all) {
    left = Math.min(left, one.left)
    top = Math.min(top, one.top)
    right = Math.max(right, one.right)
    bottom = Math.max(bottom, one.bottom)
  }
  return { left, top, right, bottom }
}

/** Where glyphs are on the page. */
export const printedPlace = (glyphs: readonly Glyph[]): Rectangle =>
  around(glyphs.map((glyph) => glyph.printed ?? glyph))

/** How much of the widths of two is beside, or below, each other; negative where there is a gap between them. */
export const sharedWidth = (a: Rectangle, b: Rectangle): number => Math.min(a.right, b.right) - Math.max(a.left, b.left)
export const sharedHeight = (a: Rectangle, b: Rectangle): number =>
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)

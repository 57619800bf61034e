import { heightOf, widthOf, type Glyph, type PageMarks, type Rectangle } from '../reading/page-marks'
import { isSameSize } from './lines'

/** A page, or a box on it, whose lines run down: turned by a quarter, so that they run across. */
export interface Directions {
  /** What runs across. */
  readonly level: PageMarks
  /** What runs down, in pieces that are read by themselves. */
  readonly turned: readonly PageMarks[]
}

/** Fewer in a row may stand below each other by chance. */
const shortestRun = 3

const centreOf = ({ left, top, right, bottom }: Rectangle): readonly [number, number] => [
  (left + right) / 2,
  (top + bottom) / 2,
]

/** Whether the second was drawn right below the first. */
const runsDown = (one: Glyph, next: Glyph): boolean => {
  const [[x, y], [nextX, nextY]] = [centreOf(one), centreOf(next)]
  const down = (nextY - y) / one.size
  return isSameSize(one.size, next.size) && Math.abs(nextX - x) < 0.3 * one.size && down > 0.4 && down < 2.2
}

const runsAcross = (one: Glyph, next: Glyph): boolean => {
  const [[x, y], [nextX, nextY]] = [centreOf(one), centreOf(next)]
  const across = (nextX - x) / one.size
  return isSameSize(one.size, next.size) && Math.abs(nextY - y) < 0.3 * one.size && across > 0.2 && across < 2.2
}

/** Glyphs of which enough were drawn in a row. */
const inRuns = (glyphs: readonly Glyph[], goesOn: (one: Glyph, next: Glyph) => boolean): Set<Glyph> => {
  const found = new Set<Glyph>()
  let run: Glyph[] = []
  const close = (): void => {
    if (run.length >= shortestRun) run.forEach((glyph) => found.add(glyph))
  }
  for (const glyph of glyphs) {
    const last = run.at(-1)
    if (last && goesOn(last, glyph)) run.push(glyph)
    else {
      close()
      run = [glyph]
    }
  }
  close()
  return found
}

/** Columns from the right become lines from the top. A glyph remembers where it was printed. */
const turnedPage = (marks: PageMarks, glyphs: readonly Glyph[], frame: Rectangle): PageMarks => {
  const { width } = marks
  const turn = ({ left, top, right, bottom }: Rectangle): Rectangle => ({
    left: top,
    right: bottom,
    top: width - right,
    bottom: width - left,
  })
  const isIn = (one: Rectangle): boolean => {
    const [x, y] = centreOf(one)
    return x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom
  }
  return {
    width: marks.height,
    height: width,
    label: marks.label,
    glyphs: glyphs.map((glyph) => {
      // The boxes of characters that run down say little: each has a square around its middle.
      const [x, y] = centreOf(glyph)
      const half = glyph.size / 2
      const square = { left: y - half, right: y + half, top: width - x - half, bottom: width - x + half }
      return { ...glyph, ...square, printed: { left: x - half, right: x + half, top: y - half, bottom: y + half } }
    }),
    pictures: marks.pictures.filter(isIn).map(turn),
    rules: marks.rules.filter(isIn).map(turn),
    boxes: marks.boxes.filter(isIn).map(turn),
  }
}

/** Parts what runs down from what runs across: the whole page, boxes that hold it, and what else there is of it. */
export const directionsOf = (marks: PageMarks): Directions => {
  const down = inRuns(marks.glyphs, runsDown)
  const sheet = { left: 0, top: 0, right: marks.width, bottom: marks.height }
  if (down.size === 0) return { level: marks, turned: [] }
  if (down.size > 0.5 * marks.glyphs.length) {
    const across = inRuns(
      marks.glyphs.filter((glyph) => !down.has(glyph)),
      runsAcross,
    )
    const others = marks.glyphs.filter((glyph) => !across.has(glyph))
    return { level: { ...marks, glyphs: [...across] }, turned: [turnedPage(marks, others, sheet)] }
  }
  const taken = new Set<Glyph>()
  const turned: PageMarks[] = []
  const boxes = marks.boxes
    .filter((box) => widthOf(box) * heightOf(box) < 0.6 * marks.width * marks.height)
    .sort((a, b) => widthOf(a) * heightOf(a) - widthOf(b) * heightOf(b))
    .slice(0, 64)
  for (const box of boxes) {
    const inside = marks.glyphs.filter((glyph) => {
      const [x, y] = centreOf(glyph)
      return !taken.has(glyph) && x > box.left && x < box.right && y > box.top && y < box.bottom
    })
    if (inside.length === 0 || inside.filter((glyph) => down.has(glyph)).length < 0.6 * inside.length) continue
    inside.forEach((glyph) => taken.add(glyph))
    turned.push(turnedPage(marks, inside, box))
  }
  const rest = marks.glyphs.filter((glyph) => down.has(glyph) && !taken.has(glyph))
  if (rest.length > 0) turned.push(turnedPage(marks, rest, sheet))
  return { level: { ...marks, glyphs: marks.glyphs.filter((one) => !down.has(one) && !taken.has(one)) }, turned }
}

import {
  around,
  heightOf,
  sharedHeight,
  sharedWidth,
  widthOf,
  type PageMarks,
  type Rectangle,
} from '../reading/page-marks'

/** What parts the texts of a page. */
export interface Walls {
  /** Where anything stands. */
  readonly area: Rectangle
  /** Upright rules, and pictures. */
  readonly uprights: readonly Rectangle[]
  readonly pictures: readonly Rectangle[]
  readonly boxes: readonly Rectangle[]
  /** The smallest box around a place. */
  readonly boxOf: (place: Rectangle) => Rectangle | undefined
  /** Whether a rule lies between a height and what stands below it, all across. */
  readonly isRuledOff: (from: number, below: Rectangle) => boolean
}

const isInside = (inner: Rectangle, outer: Rectangle, air: number): boolean =>
  inner.left >= outer.left - air &&
  inner.right <= outer.right + air &&
  inner.top >= outer.top - air &&
  inner.bottom <= outer.bottom + air

/** Pages with more of them are drawings, or maps: only the longest and largest say something. */
const mostWalls = 400

const largest = (all: readonly Rectangle[], measure: (one: Rectangle) => number): Rectangle[] =>
  [...all].sort((a, b) => measure(b) - measure(a)).slice(0, mostWalls)

/** @param lines what stands on the page, to tell boxes that hold text from ornaments and grounds */
export const wallsOf = (
  { width, height, pictures, rules, boxes }: PageMarks,
  lines: readonly Rectangle[],
  bodySize: number,
): Walls => {
  const air = bodySize / 3
  const area = lines.length > 0 ? around(lines) : { left: 0, top: 0, right: width, bottom: height }
  const shown = largest(pictures, (one) => widthOf(one) * heightOf(one))
  const level = largest(
    rules.filter((rule) => widthOf(rule) > heightOf(rule) && widthOf(rule) >= 8 * bodySize),
    widthOf,
  )
  const upright = largest(
    rules.filter((rule) => heightOf(rule) > widthOf(rule) && heightOf(rule) >= 3 * bodySize),
    heightOf,
  )
  const holding = largest(boxes, (one) => widthOf(one) * heightOf(one))
    .filter((box) => widthOf(box) * heightOf(box) < 0.6 * width * height)
    .filter((box) => !shown.some((picture) => isInside(picture, box, 2) && isInside(box, picture, 2)))
    .filter((box) => lines.some((line) => isInside(line, box, air)))
    .reverse()
  return {
    area,
    uprights: [...upright, ...shown],
    pictures: shown,
    boxes: holding,
    boxOf: (place) => holding.find((box) => isInside(place, box, air)),
    isRuledOff: (from, below) =>
      level.some(
        (rule) =>
          rule.top >= from - air &&
          rule.bottom <= below.top + air &&
          sharedWidth(rule, below) >= 0.8 * widthOf(below) &&
          sharedHeight(rule, below) <= air,
      ),
  }
}

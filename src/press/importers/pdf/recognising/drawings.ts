import { areasOf } from './cell-areas'
import { cellsOf } from './cell-map'
import type { PixelBox } from './grey-picture'
import type { InkMap } from './ink'

/** Ink that hangs together over more than this is drawn: characters of titles are smaller, and lines of text thinner; ems. */
const drawn = { long: 10, thick: 2.5 } as const
/** Parts of one picture are as near to each other at most, ems. */
const near = 0.4
/** A line as near as this to a picture, and no longer, is its edge, ems. */
const edge = 1

const around = (a: PixelBox, b: PixelBox): PixelBox => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})

const touches = (a: PixelBox, b: PixelBox, air: number): boolean =>
  a.left <= b.right + air && b.left <= a.right + air && a.top <= b.bottom + air && b.top <= a.bottom + air

const areaOf = ({ left, top, right, bottom }: PixelBox): number => (right - left) * (bottom - top)

/** Lines as near to each other as these are hatching and no rules, ems, and so many of them. */
const hatching = { apart: 1, lines: 3 } as const

const isHatching = (line: PixelBox, lines: readonly PixelBox[], em: number): boolean => {
  const isLevel = line.right - line.left > line.bottom - line.top
  const [from, to, at] = isLevel ? [line.left, line.right, line.top] : [line.top, line.bottom, line.left]
  const near = lines.filter((other) => {
    if (other === line || other.right - other.left > other.bottom - other.top !== isLevel) return false
    const [first, last, across] = isLevel ? [other.left, other.right, other.top] : [other.top, other.bottom, other.left]
    return (
      Math.abs(across - at) <= hatching.apart * em && Math.min(to, last) - Math.max(from, first) > 0.3 * (to - from)
    )
  })
  return near.length >= hatching.lines
}

/** Puts boxes together that touch, until none do. */
const joined = (boxes: readonly PixelBox[], air: number): PixelBox[] => {
  let left = [...boxes]
  for (let isJoining = true; isJoining;) {
    isJoining = false
    const kept: PixelBox[] = []
    for (const box of left) {
      const at = kept.findIndex((one) => touches(one, box, air))
      const other = kept[at]
      if (other) {
        kept[at] = around(other, box)
        isJoining = true
      } else kept.push(box)
    }
    left = kept
  }
  return left
}

/**
 * Pictures as a whole: what is printed in tones, and drawings by their lines, with lines that were taken for rules.
 * @param map without rules
 * @param toned parts that are known
 * @param em of the text, pixels
 */
export const wholePictures = (
  map: InkMap,
  toned: readonly PixelBox[],
  rules: readonly PixelBox[],
  em: number,
): PixelBox[] => {
  const side = Math.max(1, Math.round(em / 10))
  const air = near * em
  const lines = areasOf(cellsOf(map, side))
    .map(({ left, top, right, bottom }) => ({
      left: left * side,
      top: top * side,
      right: Math.min(map.width, right * side),
      bottom: Math.min(map.height, bottom * side),
    }))
    .filter(({ left, top, right, bottom }) => {
      const [wide, high] = [right - left, bottom - top]
      return Math.max(wide, high) >= drawn.long * em && Math.min(wide, high) >= drawn.thick * em
    })
  const hatched = rules.filter((rule) => isHatching(rule, rules, em))
  let pictures = joined([...toned, ...lines, ...hatched], air)
  for (let count = -1; count !== pictures.length;) {
    count = pictures.length
    pictures = joined(
      pictures.map((picture) =>
        rules.reduce((grown, rule) => {
          const whole = around(grown, rule)
          // A rule of the page may pass a picture: that is no part of it.
          const isInside = touches(grown, rule, air) && areaOf(whole) <= 1.6 * areaOf(picture)
          const isEdge = touches(grown, rule, edge * em) && areaOf(whole) <= 1.1 * areaOf(picture)
          return isInside || isEdge ? whole : grown
        }, picture),
      ),
      air,
    )
  }
  return pictures
}

/** Whether the most of a box is in one of others. */
export const isWithin = (box: PixelBox, others: readonly PixelBox[]): boolean =>
  others.some((other) => {
    const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left)
    const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)
    return wide > 0 && high > 0 && wide * high > 0.5 * areaOf(box)
  })

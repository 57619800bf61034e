import { areaOf, type CellArea, type CellBox } from './cell-areas'

/** What decides which lines stand in one block; lengths in cells. */
export interface Stacking {
  readonly em: number
  /** White between two lines of a block at most. */
  readonly leading: number
  /** Whether something stands between what is in a box. */
  readonly isParted: (between: CellBox) => boolean
}

/** What is lower than this is a part of a line, as the dots of a row or 一, and is as near to it at most, ems. */
const part = { high: 0.45, near: 0.35 } as const

const sharedWidth = (a: CellBox, b: CellBox): number => Math.min(a.right, b.right) - Math.max(a.left, b.left)
const gapBelow = (upper: CellBox, lower: CellBox): number => lower.top - upper.bottom

const distance = (a: CellBox, b: CellBox): number =>
  Math.max(0, a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom)

const betweenOf = (upper: CellBox, lower: CellBox): CellBox => ({
  left: Math.max(upper.left, lower.left),
  right: Math.min(upper.right, lower.right),
  top: Math.min(upper.bottom, lower.top),
  bottom: Math.max(upper.bottom, lower.top),
})

/** Puts parts of lines to the line that they are nearest to. */
const wholeLines = (areas: readonly CellArea[], { em }: Stacking): CellArea[] => {
  const isPart = (area: CellArea): boolean => area.bottom - area.top < part.high * em
  const lines = areas.filter((area) => !isPart(area)).map((area) => ({ area, parts: [area] }))
  const alone: CellArea[] = []
  for (const small of areas.filter(isPart)) {
    let [nearest, least] = [lines[0], Infinity]
    for (const line of lines) {
      const far = distance(line.area, small)
      if (far < least) [nearest, least] = [line, far]
    }
    if (nearest && least <= part.near * em) nearest.parts.push(small)
    else alone.push(small)
  }
  return [
    ...lines.map(
      ({ parts }) => (parts.length === 1 ? parts[0] : undefined) ?? areaOf(parts.flatMap((one) => one.runs)),
    ),
    ...alone,
  ]
}

/**
 * Puts lines together that stand alone below each other: where one line has two below it, as a lead over two columns, a block ends. Each line is in one
 * block.
 */
export const stackedLines = (areas: readonly CellArea[], stacking: Stacking): CellArea[] => {
  const { em, leading, isParted } = stacking
  const lines = wholeLines(areas, stacking).sort((a, b) => a.top - b.top)
  const isNext = (upper: CellArea, lower: CellArea): boolean => {
    const gap = gapBelow(upper, lower)
    if (upper === lower || gap > leading || gap < -0.4 * em || lower.top <= upper.top) return false
    return sharedWidth(upper, lower) > 0 && !isParted(betweenOf(upper, lower))
  }
  const below = new Map(
    lines.map((line, index) => {
      const near: CellArea[] = []
      for (let at = index + 1; at < lines.length; at++) {
        const other = lines[at]
        if (!other || other.top - line.bottom > leading) break
        if (isNext(line, other)) near.push(other)
      }
      return [line, near] as const
    }),
  )
  const above = new Map<CellArea, number>()
  for (const near of below.values()) for (const line of near) above.set(line, (above.get(line) ?? 0) + 1)
  const taken = new Set<CellArea>()
  return lines.flatMap((line) => {
    if (taken.has(line)) return []
    const stack = [line]
    for (let last = line; ;) {
      taken.add(last)
      const [next, ...others] = below.get(last) ?? []
      if (!next || others.length > 0 || above.get(next) !== 1 || taken.has(next)) break
      stack.push(next)
      last = next
    }
    return [areaOf(stack.flatMap(({ runs }) => runs))]
  })
}

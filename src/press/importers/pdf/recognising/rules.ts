import type { PixelBox } from './grey-picture'
import type { InkMap } from './ink'

/** A rule is no thicker than this, and as long as this at least, points: strokes of the largest titles are shorter. */
const thickest = 4
const shortest = { level: 60, upright: 40 } as const
/** A stretch of ink in one row of pixels that may belong to a rule, points. */
const shortestRun = 10
/** Scans leave holes of as many pixels in a line. */
const hole = 2
/** How much a rule may lean, as a share of its length. */
const lean = 0.02

interface Run {
  readonly row: number
  readonly from: number
  readonly to: number
}

interface Chain {
  readonly runs: Run[]
  last: Run
}

/** Stretches of ink along one row of a map, which may be turned. */
const runsIn = (length: number, isInk: (at: number) => boolean, row: number, least: number): Run[] => {
  const runs: Run[] = []
  let [from, end] = [-1, -1]
  const close = (): void => {
    if (from >= 0 && end - from >= least) runs.push({ row, from, to: end })
    from = -1
  }
  for (let at = 0; at < length; at++) {
    if (!isInk(at)) continue
    if (from >= 0 && at - end > hole) close()
    if (from < 0) from = at
    end = at + 1
  }
  close()
  return runs
}

const chainsOf = ({ ink, width, height }: InkMap, isUpright: boolean, least: number): readonly (readonly Run[])[] => {
  const [rows, length] = isUpright ? [width, height] : [height, width]
  const chains: Chain[] = []
  let open: Chain[] = []
  for (let row = 0; row < rows; row++) {
    const isInk = isUpright
      ? (at: number): boolean => ink[at * width + row] === 1
      : (at: number): boolean => ink[row * width + at] === 1
    open = open.filter(({ last }) => row - last.row <= hole)
    for (const run of runsIn(length, isInk, row, least)) {
      const own = open.find(({ last }) => last.row < row && run.from <= last.to + hole && run.to >= last.from - hole)
      if (own) {
        own.runs.push(run)
        own.last = run
      } else {
        const begun = { runs: [run], last: run }
        chains.push(begun)
        open.push(begun)
      }
    }
  }
  return chains.map(({ runs }) => runs)
}

const find = (map: InkMap, isUpright: boolean, point: number): PixelBox[] => {
  const found: PixelBox[] = []
  const taken: Run[] = []
  for (const runs of chainsOf(map, isUpright, Math.max(8, shortestRun * point))) {
    const [from, to] = [Math.min(...runs.map((run) => run.from)), Math.max(...runs.map((run) => run.to))]
    const [first, last] = [runs[0]?.row ?? 0, (runs.at(-1)?.row ?? 0) + 1]
    const length = to - from
    const ink = runs.reduce((sum, run) => sum + run.to - run.from, 0)
    const isLong = length >= (isUpright ? shortest.upright : shortest.level) * point
    const isThin = ink / length <= thickest * point && last - first <= thickest * point + lean * length
    if (!isLong || !isThin) continue
    found.push(
      isUpright
        ? { left: first, right: last, top: from, bottom: to }
        : { left: from, right: to, top: first, bottom: last },
    )
    taken.push(...runs)
  }
  const { ink, width, height } = map
  // The edges of a line are grey: a pixel more on either side is its own.
  for (const { row, from, to } of taken)
    for (let line = row - 1; line <= row + 1; line++)
      for (let at = from; at < to; at++) {
        const [x, y] = isUpright ? [line, at] : [at, line]
        if (x >= 0 && x < width && y >= 0 && y < height) ink[y * width + x] = 0
      }
  return found
}

/**
 * Takes long thin lines out of a map of ink, and tells where they were.
 * @param point pixels of a point
 */
export const takeRules = (map: InkMap, point: number): PixelBox[] => [
  ...find(map, false, point),
  ...find(map, true, point),
]

/** More rules than that make no frames, but a table or a drawing. */
const mostRules = 200

/** Frames: two level rules of one length with upright ones between their ends. */
export const framesOf = (rules: readonly PixelBox[], point: number): PixelBox[] => {
  const air = 6 * point
  const level = rules.filter(({ left, top, right, bottom }) => right - left > bottom - top).slice(0, mostRules)
  const upright = rules.filter((rule) => !level.includes(rule)).slice(0, mostRules)
  const isSide = (x: number, top: number, bottom: number): boolean =>
    upright.some(
      (rule) =>
        Math.abs((rule.left + rule.right) / 2 - x) <= air &&
        Math.min(rule.bottom, bottom) - Math.max(rule.top, top) >= 0.9 * (bottom - top),
    )
  return level.flatMap((upper) =>
    level.flatMap((lower) => {
      const [top, bottom] = [upper.top, lower.bottom]
      const isPair =
        bottom - top > 4 * air && Math.abs(upper.left - lower.left) <= air && Math.abs(upper.right - lower.right) <= air
      const isFrame = isPair && isSide(upper.left, top, bottom) && isSide(upper.right, top, bottom)
      return isFrame
        ? [{ left: Math.min(upper.left, lower.left), right: Math.max(upper.right, lower.right), top, bottom }]
        : []
    }),
  )
}

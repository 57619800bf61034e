import type { Box } from './geometry'
import type { Frame, RunStyle, SetBox, SetLine, Setting } from './setting'

/** A set line with all defaults filled in; lengths in thousandths of an em. */
export interface PlainLine {
  readonly count: number
  readonly spacing: number
  readonly indent: number
}

export const plainLine = (line: SetLine): PlainLine => {
  const [count, spacing = 0, indent = 0] = typeof line === 'number' ? [line] : line
  return { count, spacing, indent }
}

/** The shortest way to write a line. [B14] */
export const setLineOf = ({ count, spacing, indent }: PlainLine): SetLine =>
  indent !== 0 ? [count, spacing, indent] : spacing !== 0 ? [count, spacing] : count

/** A run with all defaults filled in; lengths in page units. */
export interface PlainRun {
  readonly from: number
  readonly style: RunStyle
  readonly at: number
  readonly inset: number
  readonly size: number
  readonly lines: readonly PlainLine[]
}

const charactersIn = ({ lines }: PlainRun): number => lines.reduce((sum, { count }) => sum + count, 0)

/**
 * Fills in the defaults of a frame's runs: a run without an offset begins after the line feed that ends the previous
 * run, and a run without a position is placed below it. [B13]
 */
export const plainRuns = (
  { runs }: Frame,
  { bodySize, leading }: Pick<Setting, 'bodySize' | 'leading'>,
): PlainRun[] => {
  const plain: PlainRun[] = []
  for (const { from, style = 'body', at, inset = 0, size = bodySize, lines } of runs) {
    const before = plain.at(-1)
    plain.push({
      from: from ?? (before ? before.from + charactersIn(before) + 1 : 0),
      style,
      at: at ?? (before ? before.at + before.lines.length * leading : 0),
      inset,
      size,
      lines: lines.map(plainLine),
    })
  }
  return plain
}

/** The shortest way to write the runs of a frame; `plainRuns` is its inverse. */
export const shortRuns = (
  runs: readonly PlainRun[],
  { bodySize, leading }: Pick<Setting, 'bodySize' | 'leading'>,
): Frame['runs'] =>
  runs.map(({ from, style, at, inset, size, lines }, index) => {
    const before = runs[index - 1]
    const isNext = before ? from === before.from + charactersIn(before) + 1 : from === 0
    const isUnder = at === (before ? before.at + before.lines.length * leading : 0)
    return {
      ...(!isNext && { from }),
      ...(style !== 'body' && { style }),
      ...(!isUnder && { at }),
      ...(inset !== 0 && { inset }),
      ...(size !== bodySize && { size }),
      lines: lines.map(setLineOf),
    }
  })

export const boxOf = ([x, y, width, height]: SetBox): Box => ({ x, y, width, height })
export const setBoxOf = ({ x, y, width, height }: Box): SetBox => [x, y, width, height]

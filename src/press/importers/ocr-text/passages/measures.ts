import { lookOf, type LineLook, type RawLine } from './raw-lines'
import {
  aloneCost,
  commaInTitleCost,
  fewestOfMeasure,
  fullLatinShare,
  hangingMarks,
  headInsideCost,
  indentedTitleCost,
  longestTitle,
  lostMarkCost,
  newMeasureCost,
  newMeasureInSentenceCost,
  noMarksCost,
  shortInsideCost,
  shortLine,
  shortestTitle,
  signatureInTextCost,
  stopInTitleCost,
  textBeginsCost,
  textBeginsPlainCost,
  titleGoesOnCost,
  titleInTextCost,
  tornSentenceCost,
  unevenCost,
  widestColumn,
  wideLatinShare,
  wideLineCost,
} from './thresholds'

/** A line with the measure of the column it is set in, in ems; without one, it stands for itself. */
export interface MeasuredLine {
  readonly line: RawLine
  readonly look: LineLook
  readonly measure?: number
}

/** Whether a line of a column is too short for its measure, so that a paragraph ends with it. */
export const isShortIn = ({ width, isLatin }: LineLook, measure: number): boolean =>
  width < (isLatin ? measure * fullLatinShare : measure - shortLine)

const isWideFor = ({ width, isLatin }: LineLook, measure: number): boolean =>
  width > (isLatin ? measure * wideLatinShare : measure + hangingMarks)

/** Widths that several lines have: only these can be the measure of a column. */
const measuresAmong = (looks: readonly LineLook[]): readonly number[] => {
  const counts = new Map<number, number>()
  for (const { width } of looks)
    for (const measure of [Math.floor(width) - 1, Math.floor(width), Math.floor(width) + 1])
      counts.set(measure, (counts.get(measure) ?? 0) + 1)
  return [...counts]
    .filter(([measure, count]) => measure <= widestColumn && count >= fewestOfMeasure)
    .map(([one]) => one)
}

/** How unlikely it is that a line stands for itself: a title, a signature, a paragraph on one line. */
const costAlone = (
  { width, isSignature, isHead, goesOn, isIndented }: LineLook,
  text: string,
  isApart: boolean,
): number => {
  if (isSignature || width > widestColumn) return 0
  // With blank lines on both sides it may as well be a whole paragraph.
  if (isApart) return aloneCost
  const marks = text.match(/[，,]/gu)?.length ?? 0
  return (
    aloneCost +
    (/[。；;]/u.test(text) ? stopInTitleCost : 0) +
    (/[，,、：:]\s*$/u.test(text) ? titleGoesOnCost : marks * commaInTitleCost) +
    (isHead || goesOn ? titleGoesOnCost : 0) +
    (isIndented ? indentedTitleCost : 0) +
    (width > longestTitle ? commaInTitleCost : 0)
  )
}

/** How unlikely it is that a line is set in a measure. */
const costIn = (look: LineLook, measure: number): number => {
  if (look.isSignature) return signatureInTextCost
  if (isWideFor(look, measure)) return wideLineCost
  const difference = look.width - measure
  if (look.isLatin || Math.abs(difference) <= 1 || isShortIn(look, measure)) return 0
  return difference > 0 && look.endsWithMark ? 0 : unevenCost
}

/** What a line stands after. */
interface Before {
  readonly look: LineLook
  readonly measure: number | undefined
}

/** A short line without any mark is sooner a title than the end of a paragraph, unless it is but a few letters. */
const lostMarkCostOf = ({ hasMark, width }: LineLook): number =>
  hasMark || width < shortestTitle ? lostMarkCost : titleInTextCost

/** How unlikely it is that a line that stands for itself follows. */
const costToAlone = ({ look, measure }: Before, { width, hasComma }: LineLook): number => {
  if (measure === undefined) return 0
  // A full line with a comma is the end of a column, torn from the next.
  const fits = hasComma && Math.abs(width - measure) <= 1 ? textBeginsPlainCost : 0
  if (look.endsSentence) return fits
  return isShortIn(look, measure) ? lostMarkCostOf(look) : tornSentenceCost
}

/** How unlikely it is that a line set in `measure` follows. */
const costToMeasure = (before: Before, look: LineLook, measure: number): number => {
  const begins = look.isHead || look.isIndented
  if (before.measure === undefined)
    return (
      (begins || before.look.isSignature ? textBeginsCost : textBeginsPlainCost) + (look.goesOn ? titleGoesOnCost : 0)
    )
  if (before.measure !== measure)
    return (before.look.endsSentence ? newMeasureCost : newMeasureInSentenceCost) - (begins ? textBeginsCost : 0)
  if (before.look.endsSentence) return 0
  if (isShortIn(before.look, measure)) return begins ? lostMarkCostOf(before.look) : shortInsideCost
  return (begins ? headInsideCost : 0) + (before.look.hasMark || look.hasMark ? 0 : noMarksCost)
}

interface Way {
  readonly cost: number
  /** The state of the line before, as an index. */
  readonly from: number
}

const cheapest = (costs: readonly number[]): Way =>
  costs.reduce<Way>((best, one, from) => (one < best.cost ? { cost: one, from } : best), {
    cost: Number.POSITIVE_INFINITY,
    from: 0,
  })

/**
 * Tells which lines are set in columns, and of what measure, from their widths and marks: the likeliest reading of all lines together.
 * Text of one measure goes on until a sentence ends; a title, a signature or a text of another measure may follow. A blank line may
 * stand anywhere.
 */
export const measuredLines = (lines: readonly RawLine[]): readonly MeasuredLine[] => {
  const looks = lines.map(lookOf)
  const states: readonly (number | undefined)[] = [undefined, ...measuresAmong(looks)]
  const ways: Way[][] = []
  let sums: readonly number[] = states.map(() => 0)
  lines.forEach(({ text, gap }, at) => {
    const [look, last] = [looks[at], looks[at - 1]]
    if (!look) return
    const begins = look.isHead || look.isIndented ? textBeginsCost : textBeginsPlainCost
    const isApart = (gap > 0 || at === 0) && (lines[at + 1]?.gap ?? 1) > 0
    const row = states.map((measure): Way => {
      const own = measure === undefined ? costAlone(look, text, isApart) : costIn(look, measure)
      const steps = states.map((before, from) => {
        const sum = (sums[from] ?? 0) + own
        if (!last) return sum + (measure === undefined ? 0 : begins)
        if (gap > 0) return sum + (measure === undefined ? 0 : measure === before ? textBeginsCost : begins)
        const step = { look: last, measure: before }
        return sum + (measure === undefined ? costToAlone(step, look) : costToMeasure(step, look, measure))
      })
      return cheapest(steps)
    })
    ways.push(row)
    sums = row.map((way) => way.cost)
  })
  const last = looks.at(-1)
  const atEnd = sums.map(
    (sum, at) => sum + (states[at] !== undefined && last?.endsSentence === false ? lostMarkCost : 0),
  )
  let state = cheapest(atEnd).from
  return lines
    .map((line, at) => ({ line, at }))
    .reverse()
    .flatMap(({ line, at }): MeasuredLine[] => {
      const [look, measure] = [looks[at], states[state]]
      state = ways[at]?.[state]?.from ?? 0
      return look ? [{ line, look, ...(measure !== undefined && { measure }) }] : []
    })
    .reverse()
}

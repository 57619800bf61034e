import { parseJumpLine } from '@/text/jump-line'
import { around, sharedHeight, sharedWidth, widthOf, type Rectangle } from '../reading/page-marks'
import { isSameSize, type Line } from './lines'
import type { Walls } from './walls'

/** The lines of a title, and the width of the page that it stands over. */
export interface Title extends Rectangle {
  readonly kicker: readonly Line[]
  readonly headline: readonly Line[]
  readonly deck: readonly Line[]
  readonly byline: readonly Line[]
  /** From where to where nothing else stands beside it. */
  readonly zone: { readonly left: number; readonly right: number }
  /** The box that it stands in. */
  readonly box: Rectangle | undefined
}

/** Larger than the text by this is a title; subheads are smaller. */
export const titleSize = 1.22
/** A longer line beside a title is text. */
const longest = { kicker: 18, byline: 26 } as const
const sentenceEnd = /[。！？；，、：.!?;,:]["”’』」）)]*$/u

const middleOf = ({ left, right }: Rectangle): number => (left + right) / 2

interface Neighbours {
  /** All that is no title, from the top. */
  readonly others: readonly Line[]
  readonly walls: Walls
  readonly bodySize: number
}

/** Lines that begin between two heights. */
const between = (lines: readonly Line[], from: number, to: number): readonly Line[] => {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.top ?? 0) < from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < lines.length && (lines[end]?.top ?? 0) < to) end++
  return lines.slice(low, end)
}

/** Whether the second line goes on with the title of the first. */
const goesOn = (upper: Line, lower: Line, { others, walls }: Neighbours): boolean => {
  const size = Math.max(upper.size, lower.size)
  const gap = lower.top - upper.bottom
  if (gap > 0.8 * size || gap < -0.4 * size || sharedWidth(upper, lower) <= 0) return false
  if (walls.boxOf(upper) !== walls.boxOf(lower) || walls.isRuledOff(upper.bottom, lower)) return false
  return !between(others, upper.top + 0.5 * upper.size, lower.top).some((line) => sharedWidth(line, lower) > 0)
}

const groupsOf = (titles: readonly Line[], neighbours: Neighbours): Line[][] => {
  const groups: Line[][] = []
  const groupOf = new Map<Line, Line[]>()
  titles.forEach((line, index) => {
    // The nearest above it: the last in order of their tops.
    for (let at = index - 1; at >= 0 && at > index - 64; at--) {
      const upper = titles[at]
      const group = upper && groupOf.get(upper)
      if (!upper || !group) continue
      const isInRow = sharedHeight(upper, line) > 0.6 * line.size && isSameSize(upper.size, line.size)
      if (isInRow || !goesOn(upper, line, neighbours)) continue
      group.push(line)
      return void groupOf.set(line, group)
    }
    const group = [line]
    groups.push(group)
    groupOf.set(line, group)
  })
  return groups
}

/** The short line right above a title that is none of the text before it. */
const kickerAbove = (top: Line, { others, walls, bodySize }: Neighbours, taken: ReadonlySet<Line>): Line[] => {
  const near = between(others, top.top - 3 * bodySize - 0.8 * top.size, top.top)
  const line = near.findLast((one) => sharedWidth(one, top) > 0 && one.bottom <= top.top + 0.3 * top.size)
  if (!line || taken.has(line) || [...line.text].length > longest.kicker || sentenceEnd.test(line.text)) return []
  if (parseJumpLine(line.text) || walls.boxOf(line) !== walls.boxOf(top) || walls.isRuledOff(line.bottom, top))
    return []
  const gap = top.top - line.bottom
  if (gap > Math.max(1.2 * bodySize, 0.6 * top.size)) return []
  const isClosed = between(others, line.top - 2.5 * bodySize, line.top).some(
    (above) =>
      sharedWidth(above, line) > 0 &&
      line.top - above.bottom < Math.max(0.9 * bodySize, gap) &&
      !walls.isRuledOff(above.bottom, line),
  )
  return isClosed ? [] : [line]
}

/** Names and places below a title: short, in the middle below it, and no beginning of the text. */
const bylineBelow = (title: Rectangle, neighbours: Neighbours, taken: ReadonlySet<Line>): Line[] => {
  const { others, walls, bodySize } = neighbours
  const found: Line[] = []
  let { bottom } = title
  for (const line of between(others, title.bottom - 0.3 * bodySize, title.bottom + 6 * bodySize)) {
    if (sharedWidth(line, title) <= 0) continue
    if (found.length === 2 || line.top - bottom > 1.8 * bodySize) break
    const isShort = [...line.text].length <= longest.byline && !sentenceEnd.test(line.text)
    const isCentred = Math.abs(middleOf(line) - middleOf(title)) < 1.2 * bodySize
    const isNamed = /^(?:本报|本報|新华社|记者|記者|通讯员|作者|文[/／]|□|■|○|●|By\b)/u.test(line.text)
    if (!isShort || parseJumpLine(line.text) || walls.boxOf(line) !== walls.boxOf(title)) break
    if (taken.has(line) || !(isCentred || isNamed) || widthOf(line) > 0.8 * Math.max(widthOf(title), 12 * bodySize))
      break
    // The first line of a column may stand in the middle below a title, too: its text goes on right below it, or beside it.
    const isOfText = Math.abs(line.size - bodySize) < 0.02 * bodySize
    const follows = between(others, line.top + 1, line.bottom + 0.9 * line.size).some(
      (next) =>
        sharedWidth(next, line) > 0 && isSameSize(next.size, line.size) && next.left < line.left + 3 * line.size,
    )
    const isInRow = between(others, line.top - line.size, line.bottom).some(
      (next) => next !== line && sharedHeight(next, line) > 0.5 * line.size && sharedWidth(next, title) > 0,
    )
    if (isInRow || (follows && isOfText)) break
    found.push(line)
    bottom = line.bottom
  }
  return found
}

/** Parts a title by size: what is largest is the headline, what stands over it the kicker, what follows the deck. */
const partedTitle = (group: readonly Line[]): Pick<Title, 'kicker' | 'headline' | 'deck'> => {
  const largest = Math.max(...group.map(({ size }) => size))
  const isLarge = ({ size }: Line): boolean => size >= 0.9 * largest
  const first = group.findIndex(isLarge)
  const rest = group.slice(first)
  const end = rest.findIndex((line) => !isLarge(line))
  return {
    kicker: group.slice(0, first),
    headline: end < 0 ? rest : rest.slice(0, end),
    deck: end < 0 ? [] : rest.slice(end),
  }
}

const zoneOf = (title: Rectangle, own: ReadonlySet<Line>, lines: readonly Line[], walls: Walls): Title['zone'] => {
  let { left, right } = walls.boxOf(title) ?? walls.area
  const tell = (obstacle: Rectangle): void => {
    if (sharedHeight(obstacle, title) < 0.3 * Math.min(title.bottom - title.top, obstacle.bottom - obstacle.top)) return
    if (obstacle.right <= middleOf(title)) left = Math.max(left, obstacle.right)
    else if (obstacle.left >= middleOf(title)) right = Math.min(right, obstacle.left)
  }
  walls.uprights.forEach(tell)
  walls.boxes.forEach((box) => box !== walls.boxOf(title) && tell(box))
  for (const line of lines) if (!own.has(line)) tell(line)
  return { left: Math.min(left, title.left), right: Math.max(right, title.right) }
}

/** The titles of a page with their kickers, decks and bylines. */
export const titlesOf = (lines: readonly Line[], walls: Walls, bodySize: number): Title[] => {
  const isTitle = ({ size, text }: Line): boolean =>
    size >= titleSize * bodySize && /[\p{L}\p{N}]/u.test(text) && !parseJumpLine(text)
  const others = lines.filter((line) => !isTitle(line))
  const neighbours: Neighbours = { others, walls, bodySize }
  const groups = groupsOf(lines.filter(isTitle), neighbours)
  const taken = new Set<Line>()
  return groups.map((group) => {
    const parted = partedTitle(group)
    const [top] = group
    const kicker = parted.kicker.length === 0 && top ? kickerAbove(top, neighbours, taken) : []
    kicker.forEach((line) => taken.add(line))
    const byline = bylineBelow(around(group), neighbours, taken)
    byline.forEach((line) => taken.add(line))
    const all = [...kicker, ...group, ...byline]
    const place = around(all)
    return {
      ...place,
      ...parted,
      kicker: [...kicker, ...parted.kicker],
      byline,
      zone: zoneOf(place, new Set(all), lines, walls),
      box: walls.boxOf(place),
    }
  })
}

export const linesOfTitle = ({ kicker, headline, deck, byline }: Title): Line[] => [
  ...kicker,
  ...headline,
  ...deck,
  ...byline,
]

import { parseJumpLine } from '@/text/jump-line'
import { around, printedPlace, sharedHeight, sharedWidth, type PageMarks, type Rectangle } from '../reading/page-marks'
import { briefsIn, isNameOfBriefs } from './briefs'
import { bodySizeOf, linesOf, type Line } from './lines'
import { pageHeadOf, type PrintedHead } from './page-head'
import { linesOfTitle, titlesOf, type Title } from './titles'
import { directionsOf } from './vertical-text'
import { wallsOf, type Walls } from './walls'

/** What belongs together on a page. */
export interface PageArticle {
  readonly title: Title | undefined
  /** Titles without text that stand over this one, as the name of a column of briefs. */
  readonly rubric: readonly Line[]
  /** In no order yet. */
  readonly lines: readonly Line[]
  readonly captions: readonly Line[]
  /** The size of the text around it, points. */
  readonly bodySize: number
}

export interface SegmentedPage {
  readonly head: PrintedHead
  /** From the top of the page. */
  readonly articles: readonly PageArticle[]
}

interface Draft {
  title: Title | undefined
  rubric: Line[]
  lines: Line[]
  captions: Line[]
}

const middleOf = ({ left, right }: Rectangle): number => (left + right) / 2

/** Lines below pictures in smaller type, down to the first that is none. */
const captionsOf = (lines: readonly Line[], { pictures }: Walls, bodySize: number): Set<Line> => {
  const captions = new Set<Line>()
  for (const picture of pictures) {
    let { bottom } = picture
    for (const line of lines) {
      if (line.top < picture.bottom - bodySize || captions.has(line)) continue
      if (line.top - bottom > 1.6 * bodySize) break
      const isBelow = line.left >= picture.left - bodySize && line.right <= picture.right + bodySize
      if (!isBelow || line.size >= 0.93 * bodySize || parseJumpLine(line.text)) continue
      captions.add(line)
      bottom = Math.max(bottom, line.bottom)
    }
  }
  return captions
}

/** The title that a line stands below, with nothing ruled off in between. */
const titleOver = (line: Line, titles: readonly Title[], walls: Walls): Title | undefined => {
  const [middle, box] = [middleOf(line), walls.boxOf(line)]
  let nearest: Title | undefined
  for (const title of titles) {
    if (title.box !== box || title.bottom > line.top + 0.5 * line.size) continue
    if (middle < title.zone.left || middle > title.zone.right) continue
    if (!nearest || title.bottom > nearest.bottom) nearest = title
  }
  return nearest && !walls.isRuledOff(nearest.bottom, line) ? nearest : undefined
}

/** Lines that stand one below the other. */
const stacksOf = (lines: readonly Line[], walls: Walls, bodySize: number): Line[][] => {
  const stacks: Line[][] = []
  for (const line of lines) {
    const stack = stacks.findLast((one) => {
      const last = one.at(-1)
      return (
        last !== undefined &&
        line.top - last.bottom < 2 * bodySize &&
        sharedWidth(last, line) > 0 &&
        walls.boxOf(last) === walls.boxOf(line) &&
        !walls.isRuledOff(last.bottom, line)
      )
    })
    if (stack) stack.push(line)
    else stacks.push([line])
  }
  return stacks
}

/** What text under no title goes on with: the end of the column to its left, unless a rule parts them. */
const leftOf = (stack: readonly Line[], placed: ReadonlyMap<Line, Draft>, walls: Walls): Draft | undefined => {
  const place = around(stack)
  const [first] = stack
  let nearest: Line | undefined
  for (const line of placed.keys()) {
    if (line.right > place.left + line.size || sharedHeight(line, place) <= 0) continue
    if (walls.boxOf(line) !== (first && walls.boxOf(first))) continue
    const nearer = nearest ? line.right - nearest.right : 0
    const isSameColumn = nearest !== undefined && sharedWidth(line, nearest) > 0
    if (!nearest || (isSameColumn ? line.top > nearest.top : nearer > 0)) nearest = line
  }
  if (!nearest || place.left - nearest.right > 8 * nearest.size) return undefined
  const [from, to] = [nearest.right, place.left]
  const isParted = walls.uprights.some(
    (wall) => middleOf(wall) >= from - 4 && middleOf(wall) <= to + 4 && sharedHeight(wall, place) > 0,
  )
  return isParted ? undefined : placed.get(nearest)
}

/** Titles with nothing below them but another title belong to that one. */
const withRubrics = (drafts: readonly Draft[], walls: Walls): Draft[] => {
  const kept: Draft[] = []
  for (const draft of drafts) {
    const { title } = draft
    if (!title || draft.lines.length + draft.captions.length > 0) {
      kept.push(draft)
      continue
    }
    const below = drafts
      .filter(
        (one) => one.title && one.title !== title && one.title.top >= title.bottom - 1 && one.title.box === title.box,
      )
      .filter(
        (one) =>
          one.title &&
          sharedWidth(one.title.zone.left < title.zone.left ? title : { ...title, ...title.zone }, one.title) > 0,
      )
      .sort((a, b) => (a.title?.top ?? 0) - (b.title?.top ?? 0))[0]
    const isNear =
      below?.title && below.title.top - title.bottom < 4 * Math.max(...title.headline.map(({ size }) => size))
    if (below?.title && isNear && !walls.isRuledOff(title.bottom, below.title))
      below.rubric.push(...linesOfTitle(title))
    else kept.push(draft)
  }
  return kept
}

/** Articles without titles below the name of their column. */
const partedBriefs = (draft: Draft): Draft[] => {
  const { title, rubric, lines, captions } = draft
  if (!title || !isNameOfBriefs(title.headline.map(({ text }) => text).join(''))) return [draft]
  const briefs = briefsIn(lines)
  if (briefs.length < 2) return [draft]
  return briefs.map((own, index) => ({
    title: undefined,
    rubric: index === 0 ? [...rubric, ...linesOfTitle(title)] : [],
    lines: own,
    captions: index === 0 ? captions : [],
  }))
}

/** Segments what runs across. */
const segmentLevel = (marks: PageMarks, isFirst: boolean): SegmentedPage => {
  const { glyphs } = marks
  const bodySize = bodySizeOf(glyphs)
  const upright = marks.rules.filter((rule) => rule.bottom - rule.top > rule.right - rule.left)
  const all = linesOf(glyphs, [...upright, ...marks.pictures, ...(marks.gutters ?? [])], bodySize)
  const head = pageHeadOf(all, marks, isFirst)
  const ofHead = new Set(head.lines)
  const lines = all.filter((line) => !ofHead.has(line))
  const walls = wallsOf(marks, lines, bodySize)
  const titles = titlesOf(lines, walls, bodySize)
  const ofTitles = new Set(titles.flatMap(linesOfTitle))
  const others = lines.filter((line) => !ofTitles.has(line))
  const captions = captionsOf(others, walls, bodySize)
  const drafts = new Map<Title, Draft>(titles.map((title) => [title, { title, rubric: [], lines: [], captions: [] }]))
  const placed = new Map<Line, Draft>()
  const left: Line[] = []
  const put = (line: Line, draft: Draft): void => {
    ;(captions.has(line) ? draft.captions : draft.lines).push(line)
    placed.set(line, draft)
  }
  for (const line of others) {
    const title = titleOver(line, titles, walls)
    const draft = title && drafts.get(title)
    if (draft) put(line, draft)
    else left.push(line)
  }
  const untitled: Draft[] = []
  // Nothing says where an article would begin on a page without titles.
  const stacks = titles.length === 0 && left.length > 0 ? [left] : stacksOf(left, walls, bodySize)
  for (const stack of stacks) {
    const own = leftOf(stack, placed, walls) ?? { title: undefined, rubric: [], lines: [], captions: [] }
    if (own.lines.length + own.captions.length === 0 && !own.title) untitled.push(own)
    stack.forEach((line) => put(line, own))
  }
  const articles = [...withRubrics([...drafts.values()], walls), ...untitled].flatMap(partedBriefs)
  return { head, articles: articles.map((article) => ({ ...article, bodySize })) }
}

const placeOf = ({ title, rubric, lines, captions }: PageArticle): Rectangle =>
  printedPlace((title ? linesOfTitle(title) : [...rubric, ...lines, ...captions]).flatMap((line) => [...line.glyphs]))

/** Puts the characters of a page together as lines, titles and articles. Each belongs to one of them, or to the head of the page. */
export const segmentPage = (marks: PageMarks, isFirst: boolean): SegmentedPage => {
  const { level, turned } = directionsOf({ ...marks, glyphs: marks.glyphs.filter(({ text }) => text.trim() !== '') })
  const isLevel = level.glyphs.length > 0
  const pages = [segmentLevel(level, isFirst), ...turned.map((page) => segmentLevel(page, isFirst && !isLevel))]
  return {
    head: pages.reduce<PrintedHead>(
      (whole, { head }) => ({ ...head, ...whole, lines: [...whole.lines, ...head.lines] }),
      {
        lines: [],
      },
    ),
    articles: pages
      .flatMap(({ articles }) => articles)
      .map((article) => ({ article, place: placeOf(article) }))
      .sort((a, b) => a.place.top - b.place.top || a.place.left - b.place.left)
      .map(({ article }) => article),
  }
}

import { textOf } from '@/bundle/article-text'
import type { PlainLine } from '@/bundle/set-runs'
import type { SetTitle } from '@/bundle/setting'
import { faceOfTitle } from '@/bundle/setting-face-of'
import { lineWidthOf } from '@/text/line-setting'
import type { ArticleDraft } from '../../model/draft'
import { spanWidth, type Grid } from '../grid'
import { breakLines } from '../lines/break-lines'
import { breakTitle, type TitleWish } from '../lines/break-title'
import type { FlowAir, FlowTitle } from '../lines/flow-item'
import {
  briefsHeadStyle,
  briefTitleStyle,
  bylineScale,
  deckStyle,
  headlineScales,
  jumpHeadScales,
  kickerStyle,
  leastOfOneLine,
  longestHeadline,
  mostHeadlineLines,
  oneLineShares,
  rubricScale,
  smallerTitle,
  titleAirBelow,
  titleAirParts,
  titleStyles,
  workingTitleScales,
} from '../type-styles'
import type { DrawnTitle } from '../setting-parts'
import { isContinuation, type Portion } from './portion'

/** A title as it is set: its lines at distances from its head, and its height in rows. An untitled article has no lines and no rows. */
export interface TitleSetting {
  readonly titles: readonly Omit<DrawnTitle, 'x'>[]
  readonly rows: number
}

type Role = SetTitle['role']

/** One element of a title, broken into lines. */
interface TitleElement {
  readonly role: Role
  readonly size: number
  readonly lines: readonly PlainLine[]
  /** Where it is not the article's own: the short head of a continuation. */
  readonly text?: string
}

/** Where a title is set. */
interface TitleRoom {
  readonly article: ArticleDraft
  readonly span: number
  readonly width: number
  readonly grid: Grid
  /** How many times its usual size the headline or short head may have. */
  readonly growth: number
}

type Align = TitleWish['align']
const alignOf = (span: number): Align => (span > 1 ? 'center' : 'start')
/** A headline that nobody wrote stands as a quiet head: small and from the left, with all that belongs to it. */
const isQuiet = ({ headline, workingTitle, kind }: ArticleDraft): boolean =>
  headline === undefined && workingTitle !== undefined && kind === 'news'

const sizesOf = (scales: readonly number[], { bodySize }: Grid): number[] =>
  scales.map((scale) => Math.round(scale * bodySize))

/** The sizes of a headline or short head with its largest size changed by `growth`, and smaller ones. */
const grownSizes = (scales: readonly number[], { growth, grid }: TitleRoom): number[] => {
  const largest = Math.max(Math.max(...scales) * growth, Math.min(...scales))
  return sizesOf([largest, ...scales.filter((scale) => scale < largest)], grid)
}

const elementOf = (
  role: Role,
  text: string,
  { article, width, span, grid }: TitleRoom,
  wish: Pick<TitleWish, 'sizes' | 'mostLines' | 'longestLine' | 'text'>,
): TitleElement => ({
  role,
  ...breakTitle(text, {
    width,
    align: isQuiet(article) ? 'start' : alignOf(span),
    face: faceOfTitle(role, article.lang ?? grid.lang),
    ...wish,
  }),
})

const smallElement = (role: Role, text: string, scale: number, room: TitleRoom): TitleElement =>
  elementOf(role, text, room, { sizes: sizesOf([scale, scale * smallerTitle], room.grid), mostLines: 3 })

const mostLinesOver = (span: number): number => mostHeadlineLines[Math.min(span, mostHeadlineLines.length) - 1] ?? 2

/** A lead's headline of several lines in one instead, where that costs it little of its size; undefined where it can't be. */
const inOneLineOf = (element: TitleElement, text: string, sizes: readonly number[], room: TitleRoom) => {
  const face = faceOfTitle('headline', room.article.lang ?? room.grid.lang)
  if (room.span === 1 || element.lines.length === 1 || lineWidthOf(text, face) > longestHeadline) return undefined
  const near = sizes.filter((size) => size >= element.size * leastOfOneLine)
  const oneLine = elementOf('headline', text, room, { sizes: near, mostLines: 1 })
  return oneLine.lines.length === 1 ? oneLine : undefined
}

/** The headline at so many times its usual size at most. That of a lead does not grow into another line. */
const headlineOf = (text: string, room: TitleRoom): TitleElement => {
  const { article, span, growth, grid } = room
  const scales = headlineScales[article.weight]
  const wish = { longestLine: longestHeadline, text: textOf(article.blocks), mostLines: mostLinesOver(span) }
  if (isQuiet(article)) return elementOf('headline', text, room, { ...wish, sizes: sizesOf(workingTitleScales, grid) })
  if (article.weight !== 'lead') return elementOf('headline', text, room, { ...wish, sizes: grownSizes(scales, room) })
  const sizes = grownSizes(scales, { ...room, growth: Math.min(1, growth) })
  const broken = elementOf('headline', text, room, { ...wish, sizes })
  const usual = inOneLineOf(broken, text, sizes, room) ?? broken
  if (growth <= 1) return usual
  return elementOf('headline', text, room, { ...wish, sizes: grownSizes(scales, room), mostLines: usual.lines.length })
}

/** The size of kicker or deck beside its headline, and smaller ones at which it may stand in one line instead of two. */
const secondarySizes = (
  headline: TitleElement | undefined,
  { share, leastScale }: { readonly share: number; readonly leastScale: number },
  { bodySize }: Grid,
): number[] => {
  const least = Math.round(leastScale * bodySize)
  const wished = (headline?.size ?? 0) * share
  return [...new Set(oneLineShares.map((part) => Math.max(least, Math.round(wished * part))))]
}

/** One line if it fits in one at any of the sizes, largest first; else several at the smallest. */
const inOneLine = (role: Role, text: string, sizes: readonly number[], room: TitleRoom): TitleElement => {
  for (const size of sizes) {
    const element = elementOf(role, text, room, { sizes: [size], mostLines: 1 })
    if (element.lines.length === 1) return element
  }
  return elementOf(role, text, room, { sizes: sizes.slice(-1), mostLines: 3 })
}

/** Over several columns a deck is broken like a title, in one column like text. All its lines have one size. */
const deckOf = (deck: readonly string[], sizes: readonly number[], room: TitleRoom): TitleElement => {
  const { article, width, span, grid } = room
  const least = sizes.at(-1) ?? grid.bodySize
  if (span === 1) {
    const face = faceOfTitle('deck', article.lang ?? grid.lang)
    const measure = Math.floor((width / least) * 1000)
    const lines = deck.flatMap((line) => breakLines(line, { width: measure, indent: 0, ...face }))
    return { role: 'deck', size: least, lines }
  }
  const size = Math.min(...deck.map((line) => inOneLine('deck', line, sizes, room).size))
  const lines = deck.flatMap((line) => elementOf('deck', line, room, { sizes: [size], mostLines: 3 }).lines)
  return { role: 'deck', size, lines }
}

const jumpHeadOf = (head: string | undefined, room: TitleRoom): TitleElement[] => {
  const { article } = room
  const text = head ?? article.headline ?? article.workingTitle
  if (text === undefined) return []
  return [{ ...elementOf('jump-head', text, room, { sizes: grownSizes(jumpHeadScales, room), mostLines: 2 }), text }]
}

/** Rubric, kicker, headline, deck and byline, as far as the article has them. */
const ownElements = (room: TitleRoom): TitleElement[] => {
  const { rubric, kicker, headline, workingTitle, kind, deck, byline } = room.article
  const title = headline ?? (kind === 'news' ? workingTitle : undefined)
  const head = title === undefined ? undefined : headlineOf(title, room)
  return [
    ...(rubric ? [smallElement('rubric', rubric, rubricScale, room)] : []),
    ...(kicker ? [inOneLine('kicker', kicker, secondarySizes(head, kickerStyle, room.grid), room)] : []),
    ...(head ? [head] : []),
    ...(deck ? [deckOf(deck, secondarySizes(head, deckStyle, room.grid), room)] : []),
    ...(byline ? [smallElement('byline', byline, bylineScale, room)] : []),
  ]
}

/** Puts the elements one under the other, with air below, on whole rows. */
const stackElements = (elements: readonly TitleElement[], { article, width, grid }: TitleRoom): TitleSetting => {
  const { bodySize, leading } = grid
  if (elements.length === 0) return { titles: [], rows: 0 }
  const titles: Omit<DrawnTitle, 'x'>[] = []
  let y = 0
  for (const { role, size, lines, text } of elements) {
    const style = titleStyles[role]
    const height = Math.round(size * style.leading) * lines.length
    y += Math.round(bodySize * style.airAboveEms)
    titles.push({ y, width, height, article: article.id, role, ...(text !== undefined && { text }), size, lines })
    y += height
  }
  const rows = Math.ceil((y + leading * titleAirBelow) / leading)
  const air = Math.floor((rows * leading - y) / titleAirParts)
  return { titles: titles.map((title) => ({ ...title, y: title.y + air })), rows }
}

/** The title of a portion over so many columns, its headline `growth` times its usual size at most. */
export type TitleSettings = (portion: Portion, span: number, growth: number) => TitleSetting

/** The titles of one page. Each is set once: a layout asks for the same titles again and again. */
export const createTitleSettings = (grid: Grid): TitleSettings => {
  const known = new Map<string, TitleSetting>()
  const set = ({ article, part, head }: Portion, span: number, growth: number): TitleSetting => {
    const room: TitleRoom = { article, span, width: spanWidth(grid, span), grid, growth }
    return stackElements(isContinuation({ part }) ? jumpHeadOf(head, room) : ownElements(room), room)
  }
  return (portion, span, growth) => {
    const key = [portion.article.id, portion.part, span, growth].join(' ')
    const setting = known.get(key) ?? set(portion, span, growth)
    known.set(key, setting)
    return setting
  }
}

/** The head over several briefs: their rubric, over all their columns. */
export const briefsHeadOf = (article: ArticleDraft, span: number, grid: Grid): TitleSetting => {
  const size = Math.round(grid.bodySize * briefsHeadStyle.scale)
  const width = spanWidth(grid, span)
  const { lines } = breakTitle(article.rubric ?? '', {
    width,
    sizes: [size],
    mostLines: 1,
    align: alignOf(span),
    face: faceOfTitle('rubric', article.lang ?? grid.lang),
  })
  const height = Math.round(size * briefsHeadStyle.leading)
  return {
    titles: [{ y: 0, width, height, article: article.id, role: 'rubric', size, lines }],
    rows: Math.ceil((height + grid.leading * briefsHeadStyle.airBelow) / grid.leading),
  }
}

/** A brief's title inside its column; a brief that was printed without one has a row of air instead. */
export const briefTitleOf = ({ article }: Portion, grid: Grid): FlowTitle | FlowAir => {
  const title = article.headline
  if (title === undefined) return { kind: 'air', rows: 1 }
  const { size, lines } = breakTitle(title, {
    width: grid.columnWidth,
    sizes: sizesOf(headlineScales.brief, grid),
    mostLines: 2,
    align: 'start',
    face: faceOfTitle('headline', article.lang ?? grid.lang),
  })
  const height = size * briefTitleStyle.leading * lines.length
  const rows = Math.ceil((height + grid.leading * briefTitleStyle.air) / grid.leading)
  return { kind: 'title', article: article.id, size, lines, rows }
}

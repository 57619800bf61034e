import { textOf } from '@/bundle/article-text'
import type { PlainLine } from '@/bundle/set-runs'
import type { SetTitle } from '@/bundle/setting'
import { faceOfTitle } from '@/bundle/setting-face-of'
import type { ArticleDraft } from '../../model/draft'
import { spanWidth, type Grid } from '../grid'
import { breakLines } from '../lines/break-lines'
import { breakTitle } from '../lines/break-title'
import type { FlowAir, FlowTitle } from '../lines/flow-item'
import {
  bylineScale,
  deckScale,
  headlineScales,
  jumpHeadScales,
  kickerScale,
  longestHeadline,
  mostHeadlineLines,
  rubricScale,
} from '../lines/type-styles'
import type { DrawnTitle } from '../setting-parts'
import { isContinuation, type Portion } from './portion'

/** A title as it is set: lines at offsets from its own head, and its height in rows. */
export interface TitleSetting {
  readonly titles: readonly Omit<DrawnTitle, 'x'>[]
  readonly rows: number
}

type Role = SetTitle['role']

/**
 * The title of a portion over a width: rubric, kicker, headline, deck, byline; or the short head of a continuation.
 * @param growth largest size of its headline, or of its short head, over the usual one
 */
const titleSettingOf = (
  { article, head, ...portion }: Portion,
  width: number,
  span: number,
  grid: Grid,
  growth = 1,
): TitleSetting => {
  const { bodySize, leading } = grid
  const titles: Omit<DrawnTitle, 'x'>[] = []
  let y = 0
  const place = (role: Role, size: number, lines: readonly PlainLine[], lead: number, text?: string): void => {
    const lineAdvance = Math.round(size * lead)
    titles.push({
      y,
      width,
      height: lineAdvance * lines.length,
      article: article.id,
      role,
      ...(text !== undefined && { text }),
      size,
      lines,
    })
    y += lineAdvance * lines.length
  }
  const align = span > 1 ? 'center' : 'start'
  const sizesOf = (scales: readonly number[]): number[] => scales.map((scale) => Math.round(scale * bodySize))
  const headSizesOf = (scales: readonly number[]): number[] => {
    const largest = Math.max(Math.max(...scales) * growth, Math.min(...scales))
    return sizesOf([largest, ...scales.filter((scale) => scale < largest)])
  }
  const small = (role: Role, text: string, scale: number): void => {
    const { size, lines } = breakTitle(text, {
      width,
      sizes: sizesOf([scale, scale * 0.9]),
      mostLines: 3,
      align,
      face: faceOfTitle(role, article.lang ?? grid.lang),
    })
    place(role, size, lines, 1.35)
  }

  if (isContinuation({ article, ...portion })) {
    const text = head ?? article.headline ?? article.workingTitle
    if (text !== undefined) {
      const { size, lines } = breakTitle(text, {
        width,
        sizes: headSizesOf(jumpHeadScales),
        mostLines: 2,
        align,
        face: faceOfTitle('jump-head', article.lang ?? grid.lang),
      })
      place('jump-head', size, lines, 1.3, text)
    }
  } else {
    const most = mostHeadlineLines[Math.min(span, mostHeadlineLines.length) - 1] ?? 2
    const title = article.headline ?? (article.kind === 'news' ? article.workingTitle : undefined)
    if (article.rubric) small('rubric', article.rubric, rubricScale)
    if (article.kicker) small('kicker', article.kicker, kickerScale)
    if (title !== undefined) {
      const sizes = headSizesOf(headlineScales[article.weight])
      const { size, lines } = breakTitle(title, {
        width,
        sizes,
        mostLines: most,
        longestLine: longestHeadline,
        align,
        text: textOf(article.blocks),
        face: faceOfTitle('headline', article.lang ?? grid.lang),
      })
      place('headline', size, lines, 1.2)
    }
    if (article.deck) {
      y += Math.round(bodySize * 0.25)
      const room = Math.floor((width / (bodySize * deckScale)) * 1000)
      const lines = article.deck.flatMap((line) =>
        span > 1
          ? breakTitle(line, {
              width,
              sizes: sizesOf([deckScale]),
              mostLines: 3,
              align,
              face: faceOfTitle('deck', article.lang ?? grid.lang),
            }).lines
          : breakLines(line, { width: room, indent: 0, ...faceOfTitle('deck', article.lang ?? grid.lang) }),
      )
      place('deck', sizesOf([deckScale])[0] ?? bodySize, lines, 1.4)
    }
    if (article.byline) {
      y += Math.round(bodySize * 0.2)
      small('byline', article.byline, bylineScale)
    }
  }
  if (y === 0) return { titles, rows: 0 }
  // Half a row of air over the text, then up to the grid.
  const rows = Math.ceil((y + leading * 0.45) / leading)
  const slack = Math.floor((rows * leading - y) / 3)
  return { titles: titles.map((title) => ({ ...title, y: title.y + slack })), rows }
}

/** The title of a portion over so many columns, with its headline so much larger than usual. */
export type TitleSettings = (portion: Portion, span: number, growth: number) => TitleSetting

/** Title blocks of one page, each computed once: a layout asks for the same titles again and again. */
export const createTitleSettings = (grid: Grid): TitleSettings => {
  const known = new Map<string, TitleSetting>()
  return (portion, span, growth) => {
    const key = [portion.article.id, portion.part, span, growth].join(' ')
    const block = known.get(key) ?? titleSettingOf(portion, spanWidth(grid, span), span, grid, growth)
    known.set(key, block)
    return block
  }
}

/** The head over several briefs: their rubric, over the whole width. */
export const groupHeadOf = (article: ArticleDraft, width: number, span: number, grid: Grid): TitleSetting => {
  const size = Math.round(grid.bodySize * 1.35)
  const align = span > 1 ? 'center' : 'start'
  const { lines } = breakTitle(article.rubric ?? '', {
    width,
    sizes: [size],
    mostLines: 1,
    align,
    face: faceOfTitle('rubric', article.lang ?? grid.lang),
  })
  const height = Math.round(size * 1.3)
  return {
    titles: [{ y: 0, width, height, article: article.id, role: 'rubric', size, lines }],
    rows: Math.ceil((height + grid.leading * 0.3) / grid.leading),
  }
}

/** A brief's title inside its column; one that was printed without has a row of air instead. */
export const briefTitleOf = ({ article }: Portion, grid: Grid): FlowTitle | FlowAir => {
  const title = article.headline
  if (title === undefined) return { kind: 'air', rows: 1 }
  const { size, lines } = breakTitle(title, {
    width: grid.columnWidth,
    sizes: headlineScales.brief.map((scale) => Math.round(scale * grid.bodySize)),
    mostLines: 2,
    align: 'start',
    face: faceOfTitle('headline', article.lang ?? grid.lang),
  })
  const rows = Math.ceil((size * 1.3 * lines.length + grid.leading * 0.35) / grid.leading)
  return { kind: 'title', article: article.id, size, lines, rows }
}
